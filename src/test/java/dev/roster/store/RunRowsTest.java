package dev.roster.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.directory.Operation;
import dev.roster.directory.OperationKind;
import dev.roster.directory.Reason;
import dev.roster.directory.Wave;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class RunRowsTest {

    private final Tables tables;
    private final Run run;

    RunRowsTest(Database database) {
        tables = new Tables(database.withTables());
        run = tables.run();
    }

    private RunRow row() {
        return tables.rows.find(run.id()).orElseThrow();
    }

    @Test
    void aRunIsKeptFromItsBeginningToItsEnd() {
        assertThat(row().state()).isEqualTo(RunState.QUEUED);
        assertThat(row().startedBy()).isNull();
        assertThat(row().finishedAt()).isNull();
        tables.rows.phase(run.id(), "applying", 12);
        tables.rows.progress(run.id(), 5);
        tables.rows.leftOut(run.id(), List.of("jira"));
        tables.rows.counted(run.id(), Map.of("acme", 3L), Map.of("jira", Map.of("unchanged", 7L)));
        tables.rows.message(run.id(), null);
        tables.rows.end(run.id(), RunState.COMPLETED, null);
        assertThat(row().done()).isEqualTo(5);
        assertThat(row().total()).isEqualTo(12);
        assertThat(row().leftOut()).containsExactly("jira");
        assertThat(row().requests()).containsEntry("acme", 3L);
        assertThat(row().decisions()).containsEntry("jira", Map.of("unchanged", 7L));
        assertThat(row().startedAt().toInstant()).isEqualTo(tables.now());
        assertThat(row().finishedAt()).isNotNull();
    }

    @Test
    void anEndWithoutAMessageKeepsTheOneBefore() {
        tables.rows.message(run.id(), "jira was left out");
        tables.rows.end(run.id(), RunState.COMPLETED_WITH_ERRORS, null);
        assertThat(row().message()).isEqualTo("jira was left out");
        tables.rows.end(run.id(), RunState.FAILED, "x".repeat(5000));
        assertThat(row().message()).hasSize(4000);
    }

    @Test
    void warningsAreKeptAsFarAsTheyFit() {
        assertThat(row().warnings()).isEmpty();
        Warning warning = new Warning("jira", "nobody gets in", "fill a group");
        tables.rows.warnings(run.id(), List.of(warning));
        assertThat(row().warnings()).containsExactly(warning);
        Warning longest = new Warning("j".repeat(200), "\"".repeat(5000), "\"".repeat(5000));
        tables.rows.warnings(run.id(), Collections.nCopies(100, longest));
        assertThat(row().warnings()).containsExactly(longest);
    }

    @Test
    void theLatestRunsComeFirst() {
        Run later = tables.run();
        assertThat(tables.rows.latest(null, null, 1)).extracting(RunRow::id).containsExactly(later.id());
        assertThat(tables.rows.latest("acme", null, 9)).extracting(RunRow::id).containsExactly(later.id(), run.id());
        assertThat(tables.rows.latest("acme", later.id(), 9))
                .extracting(RunRow::id)
                .containsExactly(run.id());
        assertThat(tables.rows.latest(null, run.id(), 9)).isEmpty();
        assertThat(tables.rows.latest("other", null, 9)).isEmpty();
    }

    @Test
    void aRunWhoseProcessEndedIsFound() {
        Run later = tables.run();
        assertThat(tables.rows.orphans(later.connectionNo(), later.id())).containsExactly(run.id());
        tables.rows.state(run.id(), RunState.AWAITING_APPROVAL);
        assertThat(tables.rows.orphans(later.connectionNo(), later.id())).isEmpty();
        assertThat(tables.rows.waiting(later.connectionNo()))
                .extracting(RunRow::id)
                .containsExactly(run.id());
    }

    @Test
    void whetherARunIsToStopIsKnownToAll() {
        assertThat(tables.rows.isStopping(run.id())).isFalse();
        tables.rows.stopping(run.id());
        assertThat(tables.rows.isStopping(run.id())).isTrue();
    }

    private void plan(Run of, String user, String email) {
        tables.operations.plan(
                of,
                List.of(new Operation(
                        0,
                        of.targets().get(0).no(),
                        Wave.ACCOUNTS,
                        OperationKind.UPDATE_USER,
                        user,
                        null,
                        null,
                        null,
                        Map.of(),
                        Map.of("email", email),
                        Reason.CHANGED)));
    }

    @Test
    void twoPlansAreTheSameWhenTheyWantTheSameDone() {
        Run other = tables.run();
        plan(run, "ann", "a");
        assertThat(tables.rows.samePlan(run.id(), other.id())).isFalse();
        plan(other, "ann", "a");
        assertThat(tables.rows.samePlan(run.id(), other.id())).isTrue();
        plan(other, "bob", "b");
        assertThat(tables.rows.samePlan(run.id(), other.id())).isFalse();
    }

    @Test
    void theOperationsOfTheLowestWaveComeFirstAndCountAsTaken() {
        RunTarget target = run.targets().get(0);
        plan(run, "ann", "a");
        tables.operations.plan(
                run,
                List.of(new Operation(
                        0,
                        target.no(),
                        Wave.GROUPS_CREATED,
                        OperationKind.CREATE_GROUP,
                        null,
                        "Team",
                        null,
                        null,
                        Map.of(),
                        Map.of(),
                        Reason.GROUP_MISSING)));
        assertThat(tables.operations.next(run, target))
                .extracting(Operation::kind)
                .containsExactly(OperationKind.CREATE_GROUP);
        assertThat(tables.jdbc.sql("""
                                select o.kind from operation o
                                join taken t on t.run_id = o.run_id and t.target_no = o.target_no
                                where o.wave < t.wave or o.wave = t.wave and o.id <= t.operation_id""").query(String.class).list()).containsExactly("create-group");
        assertThat(tables.operations.skipRest(run, target)).isEqualTo(2);
        assertThat(tables.operations.next(run, target)).isEmpty();
        assertThat(tables.operations.counts(run.id()))
                .containsEntry(
                        "jira", Map.of("create-group", Map.of("skipped", 1L), "update-user", Map.of("skipped", 1L)));
    }

    /** One more than two portions. */
    @Test
    void aPlanOfThousandsIsLeftAndTakenBackWhole() {
        RunTarget target = run.targets().get(0);
        Run other = tables.run();
        tables.operations.plan(other, groups(target, 3));
        tables.operations.plan(run, groups(target, 4001));
        assertThat(tables.operations.skipRest(run, target)).isEqualTo(4001);
        assertThat(tables.operations.skipRest(run, target)).isZero();
        tables.operations.plan(run, groups(target, 4000));
        tables.operations.forget(run, target);
        assertThat(tables.operations.counts(run.id())).isEmpty();
        assertThat(tables.operations.planned(other.id())).isEqualTo(3);
    }

    private static List<Operation> groups(RunTarget target, int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> new Operation(
                        0,
                        target.no(),
                        Wave.GROUPS_CREATED,
                        OperationKind.CREATE_GROUP,
                        null,
                        "team-" + i,
                        null,
                        null,
                        Map.of(),
                        Map.of(),
                        Reason.GROUP_MISSING))
                .toList();
    }

    @Test
    void removalsFromAccountsThatAreSparedAreTakenBack() {
        RunTarget target = run.targets().get(0);
        for (String user : List.of("ann", "svc-build")) {
            tables.operations.plan(
                    run,
                    List.of(new Operation(
                            0,
                            target.no(),
                            Wave.MEMBERSHIPS_REMOVED,
                            OperationKind.REMOVE_MEMBER,
                            user,
                            "Team",
                            null,
                            null,
                            Map.of(),
                            Map.of(),
                            Reason.MEMBER_LEFT)));
        }
        tables.operations.withdraw(run, target, name -> name.startsWith("svc-"));
        assertThat(tables.operations.next(run, target))
                .extracting(Operation::user)
                .containsExactly("ann");
    }
}
