package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.JiraSimulator;
import dev.roster.store.DeadLetters.DeadLetter;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import dev.roster.store.Warning;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Licence seats: a plan that takes more than there are says so, and a product that has none left is understood. */
class SeatsTest {

    private static final Stage STAGE = Stage.empty();
    private static final SimulatedTenant TENANT = Cast.six();

    @BeforeAll
    static void scenes() {
        STAGE.scene("seats", Landscape.start(TENANT))
                .with("groups.mapping", "manual")
                .with("groups.manual.team-a", JiraSimulator.USERS)
                .without("bitbucket")
                .without("confluence");
        STAGE.scene("full", Landscape.start(Cast.six()))
                .with("groups.mapping", "manual")
                .with("groups.manual.team-a", "confluence-users")
                .without("bitbucket")
                .without("jira");
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    private static List<String> seatWarnings(RunRow run) {
        return run.warnings().stream()
                .map(Warning::detail)
                .filter(warning -> warning.contains("seat"))
                .toList();
    }

    @Test
    void aPlanWarnsBeforeSeatsRunOutAndADeadLetterSaysSo() {
        Scene scene = STAGE.scene("seats");
        scene.jira().switches().seats(4);
        RunRow first = scene.sync();
        assertThat(seatWarnings(first)).singleElement().asString().startsWith("5 people would take a licence seat of");
        assertThat(first.state()).isEqualTo(RunState.COMPLETED_WITH_ERRORS);
        assertThat(scene.deadLetters())
                .isNotEmpty()
                .allMatch(letter -> "no licence seat left (HTTP 400)".equals(letter.error()));

        // Leavers go first: what they give back is counted.
        Cast.enable(TENANT, "ann", false);
        Cast.enable(TENANT, "bob", false);
        int members = scene.jira().directory().members(JiraSimulator.USERS).size();
        RunRow second = scene.sync();
        assertThat(seatWarnings(second)).isEmpty();
        assertThat(members).isLessThan(6);
    }

    @Test
    void confluenceTellsByItsStatus() {
        Scene scene = STAGE.scene("full");
        scene.confluence().switches().seats(1);
        RunRow run = scene.sync();
        assertThat(seatWarnings(run)).as("Confluence does not tell beforehand").isEmpty();
        assertThat(scene.deadLetters()).extracting(DeadLetter::error).contains("no licence seat left (HTTP 402)");
    }
}
