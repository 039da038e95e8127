package dev.roster.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.directory.Account;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Which accounts another target with the same product manages, and which groups it fills. */
@ParameterizedClass
@EnumSource(Database.class)
class ClaimsTest {

    private static final int OTHER = 77;

    private final Tables tables;
    private final Run run;
    private final RunTarget target;
    private final PlanSql sql;

    ClaimsTest(Database database) {
        tables = new Tables(database.withTables());
        run = tables.run();
        target = run.targets().get(0);
        sql = new PlanSql(tables.jdbc)
                .with("target.no", target.no())
                .with("run.id", run.id())
                .with("neighbour.no", OTHER)
                .with("neighbour.label", "other/jira");
    }

    private void recorded(int where, String name, @Nullable String id, long since) {
        tables.jdbc
                .sql("insert into owned_account (target_no, person_id, name_key, account_id, origin, since_run)"
                        + " values (?, ?, ?, ?, 'created', ?)")
                .params(where, "p-" + name, name)
                .param(id)
                .param(since)
                .update();
    }

    private void account(String name, String id) {
        tables.seen.keepAccounts(run, target, List.of(new Account(id, name, name, null, true, true)));
    }

    private void planned(int where, String kind, @Nullable String user, @Nullable String group) {
        tables.jdbc
                .sql("insert into operation (run_id, target_no, wave, kind, user_name, group_name, reason, status)"
                        + " values (?, ?, 1, ?, ?, ?, 'no-match', 'planned')")
                .params(run.id(), where, kind)
                .param(user)
                .param(group)
                .update();
    }

    private List<String> claimed() {
        sql.update("claims-forget");
        sql.update("claims-find");
        sql.update("claims-planned");
        return tables.jdbc
                .sql("select name_key from claimed_account order by 1")
                .query(String.class)
                .list();
    }

    private List<String> shared() {
        sql.update("shared-groups-forget");
        sql.update("shared-groups-find");
        return tables.jdbc
                .sql("select group_key from shared_group order by 1")
                .query(String.class)
                .list();
    }

    @Test
    void whoeverManagesAnAccountForLongerKeepsIt() {
        account("ann", "1");
        account("bob", "2");
        account("cid", "3");
        account("dee", "4");
        recorded(OTHER, "ann", "1", 5);
        recorded(OTHER, "bob", "2", 5);
        recorded(OTHER, "cid", "3", 5);
        recorded(OTHER, "dee", "4", 5);
        recorded(target.no(), "ann", "1", 4);
        recorded(target.no(), "bob", "2", 6);
        recorded(target.no(), "cid", "3", 5);
        assertThat(claimed())
                .as("of two in one run, the target that was set up first")
                .containsExactly("bob", "dee");
        assertThat(claimed()).as("found anew").containsExactly("bob", "dee");
    }

    @Test
    void aRenamedAccountIsStillTheirsAndOneMadeAnewIsNot() {
        account("anna", "1");
        recorded(OTHER, "ann", "1", 5);
        account("bob", "new");
        recorded(OTHER, "bob", "2", 5);
        account("cid", "3");
        recorded(OTHER, "cid", null, 5);
        assertThat(claimed()).containsExactly("anna", "cid");
    }

    @Test
    void whatAnotherTargetCreatesOrTakesOverInTheSameRunIsTheirs() {
        planned(OTHER, "create-user", "Ann", null);
        planned(OTHER, "update-user", "bob", null);
        planned(target.no(), "create-user", "cid", null);
        tables.jdbc
                .sql(
                        "insert into adoption (run_id, target_no, kind, name_key, person_id) values (?, ?, 'user', 'dee', 'p')")
                .params(run.id(), OTHER)
                .update();
        assertThat(claimed()).containsExactly("ann", "dee");
    }

    @Test
    void groupsThatAnotherTargetFillsOrHasPutSomebodyIntoOrCreatesAreShared() {
        tables.jdbc
                .sql("insert into wanted_group (target_no, group_key, name, fills) values (77, 'a', 'A', true),"
                        + " (77, 'b', 'B', false)")
                .update();
        tables.jdbc
                .sql(
                        "insert into given_member (target_no, group_key, account_key, since_run) values (77, 'a', 'ann', 1),"
                                + " (77, 'c', 'ann', 1), (77, 'c', 'bob', 1)")
                .update();
        planned(OTHER, "create-group", null, "D");
        planned(target.no(), "create-group", null, "e");
        assertThat(shared()).containsExactly("a", "c", "d");
        assertThat(tables.jdbc
                        .sql("select group_key from shared_group where planned = true")
                        .query(String.class)
                        .list())
                .containsExactly("d");
    }
}
