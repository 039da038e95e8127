package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedRequest;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Creations whose success nobody learned of are found again, and are Roster's; what others created is not. */
class CrashTest {

    private static final int FOR_GOOD = Integer.MAX_VALUE;
    private static final Stage STAGE = Stage.empty();
    private static final Map<String, SimulatedTenant> TENANTS = new LinkedHashMap<>();

    @BeforeAll
    static void scenes() {
        for (String name : List.of("unanswered", "somebody-else", "somebody-elses-group")) {
            SimulatedTenant tenant = Cast.six();
            TENANTS.put(name, tenant);
            STAGE.scene(name, Landscape.start(tenant))
                    .with("groups.include", "team-.*")
                    .with("groups.delete", "true");
        }
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    private static Predicate<SimulatedRequest> creation(String name) {
        return request -> request.method().equals("POST")
                && (request.rawPath().endsWith("/user")
                        || request.rawPath().endsWith("/users")
                        || request.rawPath().endsWith("/group")
                        || request.rawPath().endsWith("/groups"))
                && (request.body().contains('"' + name + '"')
                        || name.equals(request.query().get("name")));
    }

    @Test
    void aCreationThatWasNeverAnsweredIsFoundAgainAndOwned() {
        Scene scene = STAGE.scene("unanswered");
        for (SimulatedProduct product : scene.landscape().products()) {
            for (String name : List.of("dee", "team-gone")) {
                product.server().plan(PlannedFault.loseAnswer(creation(name), 1));
                product.server().plan(PlannedFault.reset(creation(name), FOR_GOOD));
            }
        }
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED_WITH_ERRORS);
        scene.landscape().products().forEach(product -> product.server().forgetFaults());

        RunRow next = scene.sync();
        assertThat(next.state()).as(String.valueOf(next)).isEqualTo(RunState.COMPLETED);
        assertThat(scene.deadLetters()).isEmpty();
        for (SimulatedProduct product : scene.landscape().products()) {
            List<String> changes = Scene.changes(product);
            assertThat(changes).containsOnlyOnce("CREATE_USER dee", "CREATE_GROUP team-gone");
            assertThat(product.directory().members("team-a")).contains("dee");
        }

        // Owned: they go when Entra says so.
        scene.forgetChanges();
        Cast.delete(Kept.in(TENANTS, "unanswered"), "dee");
        Kept.in(TENANTS, "unanswered")
                .deleteGroup(
                        Kept.in(TENANTS, "unanswered").groupNamed("team-gone").id());
        scene.sync();
        assertThat(Scene.changes(scene.jira())).contains("DEACTIVATE_USER dee", "DELETE_GROUP team-gone");
        assertThat(Scene.changes(scene.confluence())).contains("DEACTIVATE_USER dee", "DELETE_GROUP team-gone");
        assertThat(Scene.changes(scene.bitbucket())).contains("DELETE_GROUP team-gone");
    }

    @Test
    void anAccountThatSomebodyElseCreatedInTheMeantimeIsNotOurs() {
        Scene scene = STAGE.scene("somebody-else");
        for (SimulatedProduct product : scene.landscape().products()) {
            // Just before the creation arrives, a local administrator is faster.
            product.server().plan(PlannedFault.changed(beforehand(product, "dee"), 0, answer -> answer));
        }
        RunRow run = scene.sync();
        assertThat(run.state()).isEqualTo(RunState.COMPLETED_WITH_ERRORS);
        assertThat(scene.deadLetters())
                .hasSize(3)
                .allSatisfy(letter -> assertThat(letter.kind()).isEqualTo("create-user"));

        RunRow next = scene.sync();
        assertThat(next.state()).isEqualTo(RunState.AWAITING_APPROVAL);
        assertThat(next.waitsFor()).contains("existing accounts");
    }

    private static Predicate<SimulatedRequest> beforehand(SimulatedProduct product, String name) {
        Predicate<SimulatedRequest> creation = creation(name);
        return request -> {
            if (creation.test(request) && product.directory().account(name).isEmpty()) {
                product.directory().seed().user(name, "Somebody Else", "else@example.com");
            }
            return false;
        };
    }

    @Test
    void aGroupThatSomebodyElseCreatedInTheMeantimeIsNotOurs() {
        Scene scene = STAGE.scene("somebody-elses-group");
        for (SimulatedProduct product : scene.landscape().products()) {
            Predicate<SimulatedRequest> creation = creation("team-b");
            product.server()
                    .plan(PlannedFault.changed(
                            request -> {
                                if (creation.test(request)) {
                                    product.directory().seed().group("team-b");
                                }
                                return false;
                            },
                            0,
                            answer -> answer));
        }
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED_WITH_ERRORS);
        RunRow next = scene.sync();
        assertThat(next.state()).isEqualTo(RunState.AWAITING_APPROVAL);
        assertThat(next.waitsFor()).contains("existing groups");
    }
}
