package dev.roster.run;

import dev.roster.directory.Account;
import dev.roster.plan.HandOver;
import dev.roster.plan.LeadPlanner;
import dev.roster.plan.Successor;
import dev.roster.product.Products;
import dev.roster.settings.Target;
import dev.roster.store.CandidateRows;
import dev.roster.store.Leads;
import dev.roster.store.Run;
import dev.roster.store.RunTarget;
import dev.roster.store.Seen;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether it matters who leads what, and the step from rows to decisions about it. */
@Component
public class HandOvers {

    private final Products products;
    private final Seen seen;
    private final Leads leads;

    HandOvers(Products products, Seen seen, Leads leads) {
        this.products = products;
        this.seen = seen;
        this.leads = leads;
    }

    /** Whether somebody leaves a product in which people lead things, and the settings name who takes over. */
    public boolean concern(Run run, RunTarget target) {
        return !names(target.settings()).isEmpty()
                && products.of(target.product())
                        .capabilities(seen.about(target).get(0))
                        .leads()
                && leads.anyLeaver(run, target);
    }

    /** Whom the settings name. */
    public Seen.Page named(RunTarget target) {
        return new Seen.Page(names(target.settings()), null);
    }

    static List<String> names(Target target) {
        return Stream.of(target.defaultProjectLead(), target.defaultComponentLead())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /**
     * What is done about each leaver who leads something.
     *
     * @param successors the accounts of those whom the settings name, as far as the product knows them
     * @param rows of leavers-who-lead.sql
     */
    public List<HandOver> decide(Run run, RunTarget target, List<Account> successors, List<Map<String, Object>> rows) {
        Set<String> leaving =
                leads.leaving(run, target, successors.stream().map(Account::id).toList());
        Target settings = target.settings();
        LeadPlanner planner = new LeadPlanner(
                target.no(),
                successor("default-project-lead", settings.defaultProjectLead(), successors, leaving),
                successor("default-component-lead", settings.defaultComponentLead(), successors, leaving));
        return CandidateRows.leavers(rows).stream().map(planner::decide).toList();
    }

    private static Successor successor(
            String setting, @Nullable String named, List<Account> accounts, Set<String> leaving) {
        Account account = accounts.stream()
                .filter(each -> each.name().equalsIgnoreCase(named))
                .findFirst()
                .orElse(null);
        return Successor.of(setting, named, account, account != null && leaving.contains(account.id()));
    }
}
