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
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Products that have taken a change, and still show for a while what was there before it. */
class StaleReadTest {

    private static final SimulatedTenant TENANT = Cast.six();
    private static final Stage STAGE = Stage.empty();
    private static final Scene SCENE =
            STAGE.scene("stale", Landscape.start(TENANT)).with("groups.include", "team-.*");

    @AfterAll
    static void close() {
        STAGE.close();
    }

    private static String address(SimulatedRequest request) {
        return request.rawPath() + "?" + request.rawQuery();
    }

    /** What each read of a full look was answered with. */
    private static Map<String, SimulatedAnswer> reads(SimulatedProduct product) {
        Map<String, SimulatedAnswer> answers = new HashMap<>();
        product.server().exchanges().stream()
                .filter(exchange -> exchange.request().method().equals("GET"))
                .forEach(exchange -> answers.put(address(exchange.request()), exchange.answer()));
        return answers;
    }

    @Test
    @DisplayName("T6 who is shown the state before the last changes does no harm")
    void whatWasWrittenIsNotShownYet() {
        SCENE.sync();
        SCENE.reconcile();
        Map<SimulatedProduct, Map<String, SimulatedAnswer>> before = SCENE.landscape().products().stream()
                .collect(Collectors.toMap(product -> product, StaleReadTest::reads));
        SCENE.forgetChanges();
        Cast.people(TENANT, "gus");
        Cast.join(TENANT, "team-a", "gus");
        Cast.join(TENANT, "team-b", "fay");
        Cast.leave(TENANT, "team-a", "eve");
        TENANT.changePerson(Cast.upn("ann"), person -> person.withDisplayName("Ann Newname"));
        assertThat(SCENE.sync().state()).isEqualTo(RunState.COMPLETED);
        Map<String, List<String>> wanted = SCENE.state();

        before.forEach((product, answers) -> product.server()
                .plan(PlannedFault.echo(
                        request -> request.method().equals("GET") && answers.containsKey(address(request)),
                        Integer.MAX_VALUE,
                        request -> Objects.requireNonNull(answers.get(address(request))))));
        RunRow misled = SCENE.reconcile();
        assertThat(SCENE.operations(misled)).as("it was misled").isNotEmpty();
        assertThat(SCENE.state()).isEqualTo(wanted);
        SCENE.landscape().products().forEach(product -> product.server().forgetFaults());

        RunRow honest = SCENE.reconcile();
        assertThat(honest.state()).as(String.valueOf(honest)).isEqualTo(RunState.COMPLETED);
        assertThat(SCENE.operations(honest)).isEmpty();
        assertThat(SCENE.deadLetters()).isEmpty();
        assertThat(SCENE.state()).isEqualTo(wanted);
        for (SimulatedProduct product : SCENE.landscape().products()) {
            assertThat(Scene.changes(product)).containsOnlyOnce("CREATE_USER gus");
        }
    }
}
