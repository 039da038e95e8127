package dev.roster.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.directory.Account;
import dev.roster.directory.Operation;
import dev.roster.directory.OperationKind;
import dev.roster.directory.OperationStatus;
import dev.roster.directory.Outcome;
import dev.roster.directory.Reason;
import dev.roster.directory.Wave;
import dev.roster.plan.MembershipPlanner;
import dev.roster.settings.GroupRules.Membership;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody took away by hand is ours no longer; a bad answer alone takes nothing from us. */
@ParameterizedClass
@EnumSource(Database.class)
class LostTest {

    private final Tables tables;
    private final Run run;
    private final RunTarget target;
    private final PlanSql sql;

    LostTest(Database database) {
        tables = new Tables(database.withTables());
        run = tables.run();
        target = run.targets().get(0);
        sql = new PlanSql(tables.jdbc)
                .with("target.no", target.no())
                .with("keys", Keys.of(List.of("team-a", "team-b")));
    }

    @BeforeEach
    void annAndBobInTwoTeams() {
        account("ann", true);
        account("bob", true);
        for (String group : List.of("team-a", "team-b")) {
            insert("owned_group (target_no, group_key, origin, since_run)", group, "created", 1);
            insert("owned_group_source (target_no, group_key, group_id)", group, "id");
            insert("given_member (target_no, group_key, account_key, since_run)", group, "ann", 1);
            insert("given_member (target_no, group_key, account_key, since_run)", group, "bob", 1);
        }
    }

    private void account(String name, boolean active) {
        tables.seen.keepAccounts(run, target, List.of(new Account("id", name, name, null, active, true)));
    }

    private void insert(String into, Object... values) {
        tables.jdbc
                .sql("insert into " + into + " values (?" + ", ?".repeat(values.length) + ")")
                .param(target.no())
                .params(List.of(values))
                .update();
    }

    private void group(String name, String... members) {
        tables.seen.keepGroups(run, target, List.of(name), Surroundings.of("1", "roster", List.of(), List.of()));
        Found found = Found.membersOf(name);
        Found.add(found, List.of(members));
        tables.seen.keepMembers(target, found);
    }

    private void look() {
        for (String file : List.of("forget-lost-groups", "forget-lost-sources", "forget-group-members")) {
            sql.update(file);
        }
        new Memberships(tables.jdbc, tables.batches, tables.operations)
                .forgetLost(target, lost(sql.rows("seen-members"), sql.rows("given-members")));
    }

    private static List<MembershipPlanner.Pair> lost(List<Map<String, Object>> seen, List<Map<String, Object>> given) {
        return new MembershipPlanner(Membership.MANAGED, false)
                .compare(
                        Map.of(),
                        List.of(),
                        seen.stream().map(CandidateRows::seenMember).toList(),
                        given.stream().map(CandidateRows::givenMember).toList())
                .lost();
    }

    private List<String> given() {
        return tables.jdbc
                .sql("select group_key || '>' || account_key from given_member order by 1")
                .query(String.class)
                .list();
    }

    private List<String> owned(String table) {
        return tables.jdbc
                .sql("select group_key from " + table + " order by 1")
                .query(String.class)
                .list();
    }

    @Test
    void aMembershipThatIsNotThereAnyMoreIsNotOurs() {
        group("Team-A", "Ann");
        group("team-b", "ann", "bob");
        look();
        assertThat(given()).containsExactly("team-a>ann", "team-b>ann", "team-b>bob");
        assertThat(owned("owned_group")).containsExactly("team-a", "team-b");
    }

    @Test
    void aGroupThatIsNotThereAnyMoreIsNotOursNorIsAnybodyInIt() {
        group("team-b", "ann", "bob");
        look();
        assertThat(owned("owned_group")).containsExactly("team-b");
        assertThat(owned("owned_group_source")).containsExactly("team-b");
        assertThat(given()).containsExactly("team-b>ann", "team-b>bob");
    }

    @Test
    void nothingIsConcludedFromAProductThatShowsNoGroup() {
        look();
        assertThat(owned("owned_group")).hasSize(2);
        assertThat(owned("owned_group_source")).hasSize(2);
        assertThat(given()).hasSize(4);
    }

    @Test
    void nothingIsConcludedFromAGroupThatShowsNobody() {
        group("team-a");
        group("team-b", "ann", "bob");
        look();
        assertThat(given()).hasSize(4);
    }

    @Test
    void nothingIsConcludedFromAnAccountThatIsInactiveOrNotShown() {
        account("bob", false);
        tables.jdbc.sql("delete from seen_account where name_key = 'ann'").update();
        group("team-a", "other");
        group("team-b", "other");
        look();
        assertThat(given()).hasSize(4);
    }

    @Test
    void whatAnOperationTakesAwayIsForgottenWithWhatAPlanWouldAdopt() {
        String adopted = "adopted_member (target_no, run_id, group_key, account_key)";
        insert(adopted, run.id(), "team-a", "ann");
        insert(adopted, run.id(), "team-a", "bob");
        insert(adopted, run.id(), "team-b", "ann");
        insert(adopted, run.id(), "team-b", "bob");
        done(OperationKind.REMOVE_MEMBER, "Ann", "Team-A");
        assertThat(given()).containsExactly("team-a>bob", "team-b>ann", "team-b>bob");
        assertThat(tables.count("adopted_member")).isEqualTo(3);
        done(OperationKind.DELETE_USER, "bob", null);
        assertThat(given()).containsExactly("team-b>ann");
        assertThat(tables.count("adopted_member")).isEqualTo(1);
        done(OperationKind.DELETE_GROUP, null, "team-b");
        assertThat(given()).isEmpty();
        assertThat(tables.count("adopted_member")).isZero();
    }

    private void done(OperationKind kind, @Nullable String user, @Nullable String group) {
        Operation operation = new Operation(
                0, target.no(), Wave.LEAVERS, kind, user, group, null, null, Map.of(), Map.of(), Reason.LEAVER);
        tables.operations.record(
                run, target, List.of(new Outcome(operation, OperationStatus.DONE, null, 1, 0, null, null, null)), true);
    }
}
