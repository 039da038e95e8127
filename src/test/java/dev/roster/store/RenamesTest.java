package dev.roster.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.directory.Account;
import dev.roster.directory.Operation;
import dev.roster.directory.OperationKind;
import dev.roster.directory.OperationStatus;
import dev.roster.directory.Outcome;
import dev.roster.directory.Reason;
import dev.roster.directory.Wave;
import dev.roster.mapping.WantedAccount;
import dev.roster.plan.Untouchable;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class RenamesTest {

    private static final Untouchable NOBODY = new Untouchable(List.of(), "roster");

    private final Tables tables;
    private final Run run;
    private final RunTarget target;

    RenamesTest(Database database) {
        tables = new Tables(database.withTables());
        run = tables.run();
        target = run.targets().get(0);
    }

    /** Somebody with an account of the old name, whose plan is the new one. */
    private void rename(String person, String from, String to) {
        tables.wanted.keepAccounts(
                run, target, List.of(new WantedAccount(person, to, person, person + "@example.com", true, null, null)));
        tables.jdbc
                .sql("update wanted_account set account_name = ?, account_key = ? where person_id = ?")
                .params(to, from, person)
                .update();
        tables.seen.keepAccounts(run, target, List.of(new Account("id-" + from, from, person, null, true, true)));
        plan(OperationKind.RENAME_USER, Wave.ACCOUNTS_RENAMED, person, from, Map.of("name", from), Map.of("name", to));
        plan(OperationKind.ADD_MEMBER, Wave.MEMBERSHIPS_ADDED, person, to, Map.of(), Map.of());
    }

    private void plan(
            OperationKind kind,
            Wave wave,
            String person,
            String user,
            Map<String, String> was,
            Map<String, String> becomes) {
        String group = kind == OperationKind.ADD_MEMBER ? "team" : null;
        tables.operations.plan(
                run,
                List.of(new Operation(
                        0, target.no(), wave, kind, user, group, person, null, was, becomes, Reason.CHANGED)));
    }

    private List<String> operations(String kind) {
        return tables.jdbc
                .sql("select wave, user_name, coalesce(becomes, '-'), status from operation where kind = ?"
                        + " order by wave, user_name")
                .param(kind)
                .query((rs, n) -> rs.getInt(1) + " " + rs.getString(2) + " " + rs.getString(3) + " " + rs.getString(4))
                .list();
    }

    private String accountName(String person) {
        return tables.jdbc
                .sql("select account_name from wanted_account where person_id = ?")
                .param(person)
                .query(String.class)
                .single();
    }

    @Test
    void whoSwapsStepsAside() {
        rename("p1", "ann", "bob");
        rename("p2", "bob", "ann");
        tables.renames.settle(run, target, NOBODY);
        assertThat(operations("rename-user"))
                .containsExactly(
                        "5 ann {\"name\":\"moving-p1\"} planned",
                        "5 bob {\"name\":\"moving-p2\"} planned",
                        "6 moving-p1 {\"name\":\"bob\"} planned",
                        "6 moving-p2 {\"name\":\"ann\"} planned");
        assertThat(Unnoted.operations(tables.jdbc)).isEmpty();
        assertThat(accountName("p1")).isEqualTo("bob");
    }

    @Test
    void whoMayNotStepAsideStays() {
        rename("p1", "ann", "bob");
        rename("p2", "bob", "ann");
        tables.renames.settle(run, target, new Untouchable(List.of(Pattern.compile("moving-.*")), "roster"));
        assertThat(operations("rename-user")).isEmpty();
        assertThat(accountName("p1")).isEqualTo("ann");
        assertThat(accountName("p2")).isEqualTo("bob");
    }

    @Test
    void whatWaitsForAFurtherTryIsSpokenOfByTheNameThatItHas() {
        rename("p1", "ann", "anna");
        rename("p2", "bob", "robert");
        tables.jdbc
                .sql("update operation set status = 'skipped' where user_name = 'ann'")
                .update();
        tables.renames.settle(run, target, NOBODY);
        assertThat(accountName("p1")).isEqualTo("ann");
        assertThat(accountName("p2")).isEqualTo("robert");
    }

    @Test
    void whenOneCannotStepAsideTheOtherGoesBackAndTheirMembershipsWait() {
        rename("p1", "ann", "bob");
        rename("p2", "bob", "ann");
        rename("p3", "cid", "carl");
        tables.renames.settle(run, target, NOBODY);
        List<Operation> first = tables.operations.next(run, target);
        assertThat(first).extracting(Operation::user).containsExactly("ann", "bob");
        tables.operations.record(
                run,
                target,
                List.of(
                        outcome(first.get(0), OperationStatus.DONE, 200),
                        outcome(first.get(1), OperationStatus.DEAD, 403)),
                true);
        assertThat(operations("rename-user"))
                .containsExactly(
                        "5 ann {\"name\":\"moving-p1\"} done",
                        "5 bob {\"name\":\"moving-p2\"} dead",
                        "6 cid {\"name\":\"carl\"} planned",
                        "6 moving-p1 {\"name\":\"ann\"} planned",
                        "6 moving-p2 {\"name\":\"ann\"} skipped");
        assertThat(operations("add-member")).containsExactly("7 ann - skipped", "7 bob - skipped", "7 carl - planned");
    }

    private static Outcome outcome(Operation operation, OperationStatus status, int httpStatus) {
        return new Outcome(operation, status, null, 1, httpStatus, null, null, null);
    }
}
