package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.Scene;
import dev.roster.SmallDisk;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedRequest;
import dev.roster.demo.SimulatedServer;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.run.CheckRequest;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import dev.roster.store.StorageUnsafe;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** The disk of the embedded database fills up while a run is under way: the run ends before anything is lost. */
class FullDiskTest {

    private static final int MEGABYTES = 260;
    private static final int MOST_OF_THE_REST = 80;
    private static final int UNDER_WAY_AT_ONCE = 4;
    private static final Stage STAGE = Stage.empty();
    private static final SimulatedTenant TENANT = Cast.six();
    private static final AtomicReference<SmallDisk> DISK = new AtomicReference<>();
    private static final Scene SCENE =
            STAGE.scene("small", Landscape.start(TENANT)).with("groups.include", "team-.*");

    @BeforeAll
    static void onASmallDisk() throws Exception {
        DISK.set(SmallDisk.of(MEGABYTES));
        STAGE.withProperty(
                "spring.datasource.url", "jdbc:hsqldb:file:" + disk().folder().resolve("roster") + ";hsqldb.tx=mvcc");
        assertThat(SCENE.sync().state()).isEqualTo(RunState.COMPLETED);
    }

    @AfterAll
    static void close() throws Exception {
        STAGE.close();
        if (DISK.get() != null) {
            disk().close();
        }
    }

    @AfterEach
    void makeRoom() throws Exception {
        disk().free();
    }

    private static SmallDisk disk() {
        return DISK.get();
    }

    /** None of the requests is answered before the disk is full: so no other leaves while it fills up. */
    private static void fillWhen(SimulatedServer server, Predicate<SimulatedRequest> passes) {
        server.plan(PlannedFault.changed(passes, Integer.MAX_VALUE, new Filling()));
    }

    private static final class Filling implements UnaryOperator<SimulatedAnswer> {

        private boolean full;

        @Override
        public synchronized SimulatedAnswer apply(SimulatedAnswer answer) {
            if (!full) {
                disk().take(MOST_OF_THE_REST);
                full = true;
            }
            return answer;
        }
    }

    private static Status health() {
        return STAGE.app().getBean("storage", HealthIndicator.class).health().getStatus();
    }

    private static void endsForWantOfRoom(RunRow run) {
        assertThat(run.state()).as(String.valueOf(run)).isEqualTo(RunState.FAILED);
        assertThat(run.message()).contains("MB are free", disk().folder().toString(), "make room");
    }

    private void isCaughtUpWithLater() throws Exception {
        disk().free();
        SCENE.graph().server().forgetFaults();
        SCENE.jira().server().forgetFaults();
        assertThat(SCENE.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(SCENE.deadLetters()).isEmpty();
        for (SimulatedProduct product : SCENE.landscape().products()) {
            assertThat(Scene.changes(product)).doesNotHaveDuplicates();
        }
        SCENE.forgetChanges();
        assertThat(SCENE.sync().state()).isEqualTo(RunState.COMPLETED);
        for (SimulatedProduct product : SCENE.landscape().products()) {
            assertThat(Scene.changes(product)).isEmpty();
        }
    }

    @Test
    @DisplayName("K9 a disk that fills up while Entra is read ends the run, and nothing is written to a product")
    void whileReading() throws Exception {
        Cast.people(TENANT, "gus");
        SCENE.forgetChanges();
        fillWhen(SCENE.graph().server(), PlannedFault.on("GET", "/v1.0/groups"));
        endsForWantOfRoom(SCENE.sync());
        for (SimulatedProduct product : SCENE.landscape().products()) {
            assertThat(Scene.changes(product)).isEmpty();
        }
        isCaughtUpWithLater();
    }

    @Test
    @DisplayName("K9 a disk that fills up while a plan is carried out ends it after the requests under way")
    void whileWriting() throws Exception {
        for (int i = 0; i < 40; i++) {
            Cast.people(TENANT, "new" + i);
        }
        SCENE.forgetChanges();
        fillWhen(SCENE.jira().server(), PlannedFault.on("POST", "/rest/api/2/user"));
        endsForWantOfRoom(SCENE.sync());
        assertThat(Scene.changes(SCENE.jira()))
                .filteredOn(change -> change.startsWith("CREATE_USER"))
                .hasSizeBetween(1, UNDER_WAY_AT_ONCE);
        isCaughtUpWithLater();
    }

    @Test
    @DisplayName("K9 without room no run begins, health is down, and the check says why")
    void withoutRoomNothingBegins() {
        assertThat(health()).isEqualTo(Status.UP);
        disk().take(MOST_OF_THE_REST);
        assertThatThrownBy(SCENE::start).hasRootCauseInstanceOf(StorageUnsafe.class);
        assertThat(health()).isEqualTo(Status.DOWN);
        assertThat(STAGE.app().getBean(CheckRequest.class).check("small").checks())
                .anySatisfy(check -> {
                    assertThat(check.name()).isEqualTo("disk");
                    assertThat(check.status()).isEqualTo("fail");
                    assertThat(check.detail()).contains("MB are free");
                });
    }
}
