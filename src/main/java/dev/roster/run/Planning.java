package dev.roster.run;

import dev.roster.delivery.Variables;
import dev.roster.plan.AccountDecision;
import dev.roster.plan.AccountPlanner;
import dev.roster.plan.AccountRules;
import dev.roster.plan.GroupDecision;
import dev.roster.plan.GroupPlanner;
import dev.roster.plan.MembershipPlanner;
import dev.roster.plan.Untouchable;
import dev.roster.product.Capabilities;
import dev.roster.product.Products;
import dev.roster.settings.GroupRules.Membership;
import dev.roster.settings.Target;
import dev.roster.settings.UserRules.Match;
import dev.roster.settings.UserRules.Rename;
import dev.roster.store.Agenda;
import dev.roster.store.CandidateRows;
import dev.roster.store.Keys;
import dev.roster.store.KnownAccounts;
import dev.roster.store.Operations;
import dev.roster.store.Run;
import dev.roster.store.RunTarget;
import dev.roster.store.Seen;
import dev.roster.store.UserFilter;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** What the plan of one target starts from, and the step from rows to decisions. */
@Component
public class Planning {

    private final Products products;
    private final Seen seen;
    private final Operations operations;
    private final RunBreadth breadth;
    private final Agenda agenda;
    private final Clock clock;

    Planning(Products products, Seen seen, Operations operations, RunBreadth breadth, Agenda agenda, Clock clock) {
        this.breadth = breadth;
        this.agenda = agenda;
        this.products = products;
        this.seen = seen;
        this.operations = operations;
        this.clock = clock;
    }

    /** Sets the variables that the SQL of the plan and the planners need. */
    public void begin(Exchange exchange) {
        Run run = Variables.required(exchange, "run", Run.class);
        RunTarget target = Variables.required(exchange, "target", RunTarget.class);
        List<String> about = seen.about(target);
        Capabilities can = products.of(target.product()).capabilities(about.get(0));
        checkVersion(target);
        selection(exchange);
        boolean everything = breadth.everything(run, target);
        exchange.setVariable("everything", everything);
        boolean seeks = everything || agenda.anyNewcomer(target);
        exchange.setVariable("byEmail", seeks && Boolean.TRUE.equals(exchange.getVariable("byEmail")));
        Membership membership = target.settings().groups().membership();
        exchange.setVariable("ownName", about.get(1));
        exchange.setVariable(
                "membershipRules",
                new MembershipPlanner(membership, target.settings().groups().adoptMemberships()));
        exchange.setVariable("now", clock.instant().atOffset(ZoneOffset.UTC));
        exchange.setVariable(
                "untouchable", new Untouchable(target.settings().users().protectedAccounts(), about.get(1)));
        exchange.setVariable("accountPlanner", accountPlanner(run, target, about.get(1), can));
        exchange.setVariable(
                "groupPlanner", new GroupPlanner(target.no(), target.settings().groups()));
    }

    /** Sets the variables that say who is selected, and how people are recognised. */
    public void selection(Exchange exchange) {
        RunTarget target = Variables.required(exchange, "target", RunTarget.class);
        Capabilities can =
                products.of(target.product()).capabilities(seen.about(target).get(0));
        exchange.setVariable("scoped", !target.settings().scope().groups().isEmpty());
        Optional<UserFilter> filter = UserFilter.of(target.settings().scope());
        exchange.setVariable("filtered", filter.isPresent());
        exchange.setVariable("filterKey", filter.map(UserFilter::key).orElse(""));
        matching(exchange, target.settings().users().match(), showsEmails(can));
        exchange.setVariable("locksOut", !can.deactivate());
    }

    /** Whose e-mail addresses the plan has to compare, if any. */
    private static void matching(Exchange exchange, List<Match> order, boolean showsEmails) {
        int email = order.indexOf(Match.EMAIL);
        int record = order.indexOf(Match.ENTRA_ID);
        int username = order.indexOf(Match.USERNAME);
        exchange.setVariable("byEmail", showsEmails && email >= 0);
        exchange.setVariable("emailBeforeRecord", record < 0 || email < record);
        exchange.setVariable("nameFirst", username >= 0 && username < email);
    }

    /** An account that the listing leaves out cannot be found by what it shows. */
    private static boolean showsEmails(Capabilities can) {
        return can.emails() && can.fullListing();
    }

    /** @throws UnexpectedVersion when the product cannot do what the settings ask for */
    public void checkVersion(RunTarget target) {
        Capabilities can =
                products.of(target.product()).capabilities(seen.about(target).get(0));
        if (target.settings().groups().membership() == Membership.EXACT && !can.fullListing()) {
            throw new UnexpectedVersion(target.settings().name() + ": with groups.membership exact, every member of a"
                    + " group has to be known; this Jira cannot list its users. Use managed, or update Jira.");
        }
    }

    private AccountPlanner accountPlanner(Run run, RunTarget target, String ownName, Capabilities can) {
        return new AccountPlanner(new AccountRules(
                target.no(),
                target.settings().users(),
                ownName,
                can.deactivate(),
                can.update(),
                namesStay(run, target, can),
                showsEmails(can)));
    }

    /** Null where a changed username is carried over. */
    private @Nullable String namesStay(Run run, RunTarget target, Capabilities can) {
        Rename rename = target.settings().users().rename();
        if (!can.rename()) {
            return "this product cannot rename accounts";
        }
        if (rename == Rename.FALSE) {
            return "users.rename is false";
        }
        return rename == Rename.TOGETHER
                ? run.connection().targets().stream()
                        .filter(other -> !renames(other))
                        .findFirst()
                        .map(other -> "users.rename is together, and names stay in " + other.name())
                        .orElse(null)
                : null;
    }

    private boolean renames(Target target) {
        return target.users().rename() != Rename.FALSE
                && products.of(target.product()).capabilities("0").rename();
    }

    public List<AccountDecision> accounts(List<Map<String, Object>> rows, AccountPlanner planner) {
        return rows.stream().map(CandidateRows::account).map(planner::decide).toList();
    }

    public List<GroupDecision> groups(List<Map<String, Object>> rows, GroupPlanner planner) {
        return rows.stream().map(CandidateRows::group).map(planner::decide).toList();
    }

    /** Rows of wanted-members.sql, with the accounts that are known. */
    public KnownAccounts.Page recognised(List<Map<String, Object>> wanted, KnownAccounts accounts) {
        return accounts.page(wanted);
    }

    /** Whose accounts have to be looked up; the value of one parameter. */
    public SqlArrayValue unknown(KnownAccounts.Page wanted) {
        return Keys.of(wanted.unknown());
    }

    /** With what accounts-that-join.sql says of the unknown. */
    public List<MembershipPlanner.Wanted> wanted(KnownAccounts.Page wanted, List<Map<String, Object>> found) {
        return wanted.members(found);
    }

    /** Some groups of the target, with who should be and who is in them. */
    public MembershipPlanner.Comparison compare(
            List<Map<String, Object>> groups,
            List<MembershipPlanner.Wanted> wanted,
            List<Map<String, Object>> seen,
            List<Map<String, Object>> given,
            MembershipPlanner planner) {
        return planner.compare(
                groups.stream()
                        .map(CandidateRows::memberGroup)
                        .collect(Collectors.toMap(MembershipPlanner.Group::key, Function.identity())),
                wanted,
                seen.stream().map(CandidateRows::seenMember).toList(),
                given.stream().map(CandidateRows::givenMember).toList());
    }

    /** Takes back what the difference of memberships would do to accounts that nothing is done to. */
    public void spare(Run run, RunTarget target, Untouchable untouchable) {
        operations.withdraw(run, target, untouchable::includes);
    }
}
