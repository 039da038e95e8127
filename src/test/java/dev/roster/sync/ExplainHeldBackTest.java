package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.explanation.ExplainRequest;
import dev.roster.explanation.Explanation;
import dev.roster.store.Database;
import dev.roster.store.RunState;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What failed before is part of an explanation, whichever database remembers it. */
class ExplainHeldBackTest {

    @ParameterizedTest
    @EnumSource(Database.class)
    void whatWaitsForItsNextTryIsSaid(Database database) {
        try (Stage stage = Stage.on(Landscape.start(Cast.six()))
                .with("groups.include", "team-.*")
                .withProperty("spring.datasource.url", database.fresh())
                .withProperty("spring.datasource.username", database.user())) {
            Scene scene = stage.scene(Landscape.CONNECTION);
            scene.jira()
                    .server()
                    .plan(PlannedFault.answer(
                            request -> request.method().equals("POST")
                                    && request.rawPath().endsWith("/user")
                                    && request.body().contains("\"bob\""),
                            Integer.MAX_VALUE,
                            SimulatedAnswer.json(403, "{}")));
            assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED_WITH_ERRORS);
            scene.sync();

            Explanation explanation =
                    stage.app().getBean(ExplainRequest.class).explain(Landscape.CONNECTION, "bob", List.of("jira"));

            assertThat(explanation.targets()).singleElement().satisfies(target -> {
                assertThat(target.steps().get(4).outcome()).isEqualTo("held-back");
                assertThat(target.operations())
                        .extracting(operation -> operation.kind() + " " + operation.reason())
                        .containsExactly("create-user waiting-to-retry", "add-member not-tried");
            });
            assertThat(explanation.history())
                    .extracting(operation -> operation.kind() + " " + operation.status())
                    .contains("create-user dead", "create-user skipped");
        }
    }
}
