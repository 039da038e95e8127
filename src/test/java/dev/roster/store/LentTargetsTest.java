package dev.roster.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.directory.Operation;
import dev.roster.directory.OperationKind;
import dev.roster.directory.Reason;
import dev.roster.directory.Wave;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** On PostgreSQL alone: the embedded database has one process, which lends nothing. */
class LentTargetsTest {

    private static final Duration LEASE = Duration.ofSeconds(15);

    private final DataSource data = Database.POSTGRESQL.withTables();
    private final Tables tables = new Tables(data);
    private final LentTargets lent = new LentTargets(tables.jdbc, new Unanswered(tables.jdbc), tables.clock());
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(data));
    private final Run run = tables.run();
    private final RunTarget target = run.targets().get(0);

    @BeforeEach
    void offer() {
        tables.locks.acquire(run.connectionNo(), run.id(), "here");
        tables.rows.state(run.id(), RunState.APPLYING);
        lent.offer(run, target, "print");
    }

    private Optional<LentTargets.Offer> take(String holder) {
        return transaction.execute(status -> lent.take(
                holder, tables.now().plus(LEASE), offer -> offer.fingerprint().equals("print")));
    }

    private boolean held(String holder) {
        return lent.whileHeld(run, target, holder, () -> true).isPresent();
    }

    private boolean renewed(String holder) {
        return lent.renew(run, target, holder, tables.now().plus(LEASE));
    }

    @Test
    void oneOtherInstanceTakesIt() {
        assertThat(take("here")).as("whose run it is").isEmpty();
        assertThat(take("there")).map(LentTargets.Offer::targetNo).contains(target.no());
        assertThat(take("elsewhere")).isEmpty();
        assertThat(held("there")).isTrue();
        assertThat(held("elsewhere")).isFalse();
        assertThat(lent.withdraw(run, target)).isFalse();
    }

    @Test
    void twoThatAskAtOnceDoNotWaitForEachOther() {
        transaction.executeWithoutResult(status -> {
            assertThat(lent.take("there", tables.now().plus(LEASE), any -> true))
                    .isPresent();
            Optional<LentTargets.Offer> other = CompletableFuture.supplyAsync(() -> take("other"))
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
            assertThat(other).isEmpty();
        });
    }

    @Test
    void whatDoesNotFitIsLeft() {
        assertThat(transaction.<Optional<LentTargets.Offer>>execute(
                        status -> lent.take("there", tables.now().plus(LEASE), any -> false)))
                .isEmpty();
        assertThat(lent.withdraw(run, target)).isTrue();
        assertThat(take("there")).isEmpty();
    }

    @Test
    void aLeaseNeverOutlivesThatOfTheRun() {
        take("there");
        tables.pass(RunLocks.LEASE.minus(LEASE));
        assertThat(renewed("there")).isTrue();
        tables.pass(Duration.ofSeconds(1));
        assertThat(renewed("there")).isFalse();
        tables.locks.renew(run.connectionNo(), run.id(), "here");
        assertThat(renewed("there")).isTrue();
        tables.locks.release(run.connectionNo(), run.id());
        assertThat(renewed("there")).isFalse();
        assertThat(held("there")).isFalse();
    }

    @Test
    void onlyWhatIsNotHeardOfIsTakenBack() {
        take("there");
        tables.pass(LEASE);
        assertThat(lent.takeBack(run, target)).isEmpty();
        tables.pass(Duration.ofSeconds(1));
        assertThat(lent.takeBack(run, target)).contains(0);
        assertThat(held("there")).isFalse();
        assertThat(renewed("there")).isFalse();
    }

    @Test
    void whatWasInHandIsLeftAsItIsTakenBackAndNotSentAgain() {
        tables.operations.plan(run, List.of(creation("ann"), creation("bob")));
        take("there");
        transaction.executeWithoutResult(status -> tables.operations.next(run, target));
        tables.operations.plan(run, List.of(creation("cid")));
        tables.pass(LEASE.plusSeconds(1));
        assertThat(lent.takeBack(run, target)).contains(2);
        assertThat(tables.operations.next(run, target))
                .extracting(Operation::user)
                .containsExactly("cid");
    }

    private Operation creation(String user) {
        return new Operation(
                0,
                target.no(),
                Wave.ACCOUNTS,
                OperationKind.CREATE_USER,
                user,
                null,
                user,
                null,
                Map.of(),
                Map.of(),
                Reason.NO_MATCH);
    }

    @Test
    void whatIsAskedBackIsNotRenewed() {
        take("there");
        lent.stop(run, target);
        assertThat(renewed("there")).isFalse();
        assertThat(held("there")).as("what was sent is recorded still").isTrue();
        lent.giveBack(run, target, "there", new LentTargets.Return(7, tables.now(), null));
        assertThat(lent.find(run, target)).hasValueSatisfying(back -> {
            assertThat(back.returned()).isTrue();
            assertThat(back.leftAloneUntil()).isEqualTo(tables.now());
        });
        assertThat(lent.requests(run.id())).containsEntry(target.no(), 7L);
    }
}
