package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.graph.GraphFaults;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.explanation.NoRunYet;
import dev.roster.explanation.SyncRequest;
import dev.roster.explanation.SyncedPerson;
import dev.roster.explanation.UnknownPerson;
import dev.roster.run.AlreadyRunning;
import dev.roster.run.RunRequest;
import dev.roster.run.Runs;
import dev.roster.run.SyncRefused;
import dev.roster.store.OperationRow;
import dev.roster.store.Run;
import dev.roster.store.Unnoted;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One person is synced, and nobody else. */
class SyncOfOneTest {

    private static final Stage STAGE = Stage.empty();
    private static final SimulatedTenant MAIN = Cast.six();
    private static final SimulatedTenant STRICT = Cast.six();

    @BeforeAll
    static void scenes() {
        STAGE.scene("main", Landscape.start(MAIN)).with("groups.include", "team-.*");
        STAGE.scene("strict", Landscape.start(STRICT))
                .with("groups.include", "team-.*")
                .with("limits.leavers", "0")
                .with("limits.at-least", "0");
        STAGE.scene("fresh", Landscape.start(Cast.six()));
        for (String name : List.of("main", "strict")) {
            STAGE.scene(name).sync();
        }
        Cast.change(MAIN);
        Cast.people(MAIN, "new");
        Cast.join(MAIN, "team-b", "new");
        Cast.group(MAIN, "team-later", "ann");
        Cast.enable(STRICT, "cid", false);
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    private static SyncedPerson sync(String connection, String key) {
        return STAGE.app().getBean(SyncRequest.class).sync(connection, key, List.of(), "somebody");
    }

    private static List<String> done(SyncedPerson synced, String target) {
        return synced.explanation().targets().stream()
                .filter(each -> each.target().equals(target))
                .flatMap(each -> each.operations().stream())
                .map(SyncOfOneTest::text)
                .toList();
    }

    private static String text(OperationRow operation) {
        return operation.kind() + " " + operation.user() + " " + operation.group() + " " + operation.status();
    }

    @Test
    void onlyThatPersonsOperationsAreCarriedOut() {
        Scene scene = STAGE.scene("main");
        scene.forgetChanges();

        SyncedPerson cid = sync("main", "cid");
        SyncedPerson fresh = sync("main", Cast.upn("new"));
        SyncedPerson ann = sync("main", "ann");

        assertThat(cid.state()).as(cid.toString()).isEqualTo("completed");
        assertThat(done(cid, "jira")).containsExactly("deactivate-user cid null done");
        assertThat(done(fresh, "confluence"))
                .containsExactly("create-user new null done", "add-member new team-b done");
        // A group that is not there yet is made by a run for everybody.
        assertThat(done(ann, "jira"))
                .containsExactlyInAnyOrder("update-user ann null done", "remove-member ann team-gone done");
        assertThat(Unnoted.operations(STAGE.app().getBean(JdbcClient.class))).isEmpty();
        for (SimulatedProduct product : scene.landscape().products()) {
            assertThat(Scene.changes(product))
                    .isNotEmpty()
                    .allMatch(change -> change.contains(" cid") || change.contains(" new") || change.contains(" ann"));
            assertThat(product.directory().account("new")).isPresent();
        }
        assertThat(scene.jira().directory().account("cid").orElseThrow().active())
                .isFalse();
        assertThat(ann.explanation().key()).isEqualTo("ann");
        assertThat(sync("main", "bob").explanation().history()).noneMatch(operation -> operation.run() == cid.run());
    }

    @Test
    void whatIsDecidedAgainStandsSinceItWasDecidedFirst() {
        sync("main", "fay");
        long second = sync("main", "fay").run();
        sync("main", "fay");
        assertThat(sync("main", "fay").explanation().targets())
                .allSatisfy(target -> assertThat(
                                Objects.requireNonNull(target.decision()).run())
                        .isLessThanOrEqualTo(second));
    }

    @Test
    void whatARunForAllWouldWaitForIsNotDone() {
        Scene scene = STAGE.scene("strict");
        scene.forgetChanges();
        assertThatThrownBy(() -> sync("strict", "cid"))
                .isInstanceOf(SyncRefused.class)
                .hasMessageContaining("needs an approval")
                .hasMessageContaining("limits.leavers");
        for (SimulatedProduct product : scene.landscape().products()) {
            assertThat(product.directory().changes()).isEmpty();
        }
    }

    @Test
    void whenEntraCannotBeReadNothingIsDone() {
        Scene scene = STAGE.scene("strict");
        scene.graph()
                .server()
                .plan(PlannedFault.answer(PlannedFault.on("GET", "/v1.0/users/"), 2, GraphFaults.unavailable()));
        assertThatThrownBy(() -> sync("strict", "bob"))
                .isInstanceOf(SyncRefused.class)
                .hasMessageContaining("Entra cannot be read now: HTTP 503");
    }

    @Test
    void whileARunIsAtWorkItIsRefused() {
        Runs runs = STAGE.app().getBean(Runs.class);
        Run run = runs.open(new RunRequest("strict", Run.Mode.SYNC, false, List.of(), "route", null));
        try {
            assertThatThrownBy(() -> sync("strict", "bob")).isInstanceOf(AlreadyRunning.class);
        } finally {
            runs.fail(run, new SyncRefused("over"));
        }
    }

    @Test
    void beforeTheFirstRunAndForNobodyItIsRefused() {
        assertThatThrownBy(() -> sync("fresh", Cast.upn("ann"))).isInstanceOf(NoRunYet.class);
        assertThatThrownBy(() -> sync("main", "nobody")).isInstanceOf(UnknownPerson.class);
    }
}
