package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedRequest;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.store.DeadLetters.DeadLetter;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Products of several nodes, of which one does not know yet what another one has created. */
class NotThereYetTest {

    private static final int FOR_GOOD = Integer.MAX_VALUE;
    private static final SimulatedAnswer UNKNOWN =
            SimulatedAnswer.json(404, "{\"errorMessages\":[\"does not exist\"]}");
    private static final Stage STAGE = Stage.empty();
    private static final Map<String, SimulatedTenant> TENANTS = new LinkedHashMap<>();

    @BeforeAll
    static void scenes() {
        for (String name : List.of("new-account", "new-group", "never", "known-to-all", "removal")) {
            SimulatedTenant tenant = Cast.six();
            TENANTS.put(name, tenant);
            STAGE.scene(name, Landscape.start(tenant)).with("groups.include", "team-.*");
        }
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    /** A change that speaks of both, in its address or its body. */
    private static Predicate<SimulatedRequest> about(String user, String group) {
        return request -> {
            String text = request.rawPath() + " " + request.rawQuery() + " " + request.body();
            return !request.method().equals("GET")
                    && text.matches("(?s).*\\b" + user + "\\b.*")
                    && text.contains(group);
        };
    }

    private static void unknown(Scene scene, String user, String group, int times) {
        for (SimulatedProduct product : scene.landscape().products()) {
            product.server().plan(PlannedFault.answer(about(user, group), times, UNKNOWN));
        }
    }

    private static List<Integer> attempts(Scene scene, RunRow run, String user, String group) {
        return scene.operations(run).stream()
                .filter(operation -> operation.kind().equals("add-member"))
                .filter(operation -> user.equals(operation.user()) && group.equals(operation.group()))
                .map(Scene.Operation::attempts)
                .toList();
    }

    @Test
    void anAccountThatThisRunCreatedIsTriedAgain() {
        Scene scene = STAGE.scene("new-account");
        unknown(scene, "eve", "team-a", 3);

        RunRow run = scene.sync();

        assertThat(run.state()).as(String.valueOf(scene.deadLetters())).isEqualTo(RunState.COMPLETED);
        // Bitbucket's first answer is about all members together.
        assertThat(attempts(scene, run, "eve", "team-a")).containsExactlyInAnyOrder(4, 4, 3);
        for (SimulatedProduct product : scene.landscape().products()) {
            assertThat(product.directory().members("team-a")).contains("eve");
        }
    }

    @Test
    void soIsAGroupThatThisRunCreatedForAnOldAccount() {
        Scene scene = STAGE.scene("new-group");
        scene.sync();
        Cast.group(Kept.in(TENANTS, "new-group"), "team-new", "ann");
        unknown(scene, "ann", "team-new", 2);

        RunRow run = scene.sync();

        assertThat(run.state()).isEqualTo(RunState.COMPLETED);
        assertThat(attempts(scene, run, "ann", "team-new")).containsExactly(3, 3, 3);
    }

    @Test
    void whatDoesNotAppearIsADeadLetterAndTheOthersGoOn() {
        Scene scene = STAGE.scene("never");
        unknown(scene, "eve", "team-a", FOR_GOOD);

        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED_WITH_ERRORS);

        assertThat(scene.deadLetters()).hasSize(3).allSatisfy(letter -> {
            assertThat(letter.status()).isEqualTo(404);
            assertThat(letter.user()).isEqualTo("eve");
            assertThat(letter.attempts()).isEqualTo(6);
        });
        for (SimulatedProduct product : scene.landscape().products()) {
            assertThat(product.directory().members("team-a")).containsExactly("ann", "bob", "cid", "dee");
        }
    }

    @Test
    void whatAnEarlierRunCreatedIsNotTriedAgain() {
        Scene scene = STAGE.scene("known-to-all");
        scene.sync();
        Cast.join(Kept.in(TENANTS, "known-to-all"), "team-b", "fay");
        Cast.group(Kept.in(TENANTS, "known-to-all"), "team-new", "ann");
        unknown(scene, "fay", "team-b", FOR_GOOD);

        RunRow run = scene.sync();

        assertThat(attempts(scene, run, "fay", "team-b")).containsExactly(1, 1, 1);
        assertThat(scene.deadLetters()).extracting(DeadLetter::status).containsExactly(404, 404, 404);
    }

    @Test
    void aMembershipThatIsGoneAlreadyIsStillGone() {
        Scene scene = STAGE.scene("removal");
        scene.sync();
        Cast.leave(Kept.in(TENANTS, "removal"), "team-a", "eve");
        for (SimulatedProduct product : scene.landscape().products()) {
            product.server().plan(PlannedFault.changed(about("eve", "team-a"), 1, answer -> UNKNOWN));
        }

        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
    }
}
