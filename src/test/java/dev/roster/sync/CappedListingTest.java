package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.SimulatedExchange;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.BitbucketVersion;
import dev.roster.demo.product.ConfluenceVersion;
import dev.roster.demo.product.JiraVersion;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A Jira whose search shows a hundred people and no more, with far more people than that. */
class CappedListingTest {

    private static final int PEOPLE = 150;
    private static final int NEWCOMERS = 5;
    private static final int STRANGERS = 250;
    private static final Stage STAGE = Stage.empty();

    @BeforeAll
    static void scenes() {
        scene("all-shown", 20, 0);
        Scene scene = scene("capped", PEOPLE, NEWCOMERS);
        for (int i = 0; i < STRANGERS; i++) {
            // They begin as twelve of the people do, and come before them: the search shows none of those.
            scene.jira().directory().seed().user("01%03d".formatted(i), "Stranger " + i, "s" + i + "@example.com");
        }
    }

    private static Scene scene(String name, int there, int newcomers) {
        SimulatedTenant tenant = Cast.nobody();
        for (int i = 0; i < there + newcomers; i++) {
            Cast.people(tenant, "%03dp".formatted(i));
        }
        Cast.group(tenant, "team-a", "001p");
        Scene scene = STAGE.scene(
                        name, Landscape.start(tenant, JiraVersion.V10_0, ConfluenceVersion.V10_0, BitbucketVersion.V10))
                .with("groups.include", "team-.*")
                .with("users.existing", "adopt")
                .without("confluence")
                .without("bitbucket");
        for (int i = 0; i < there; i++) {
            String username = "%03dp".formatted(i);
            scene.jira().directory().seed().user(username, "Person " + i, username + "@example.com");
        }
        return scene;
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    private static List<SimulatedExchange> asked(Scene scene, String path) {
        return scene.jira().server().exchanges().stream()
                .filter(exchange -> exchange.request().method().equals("GET"))
                .filter(exchange -> exchange.request().rawPath().endsWith(path))
                .toList();
    }

    @Test
    void oneRequestFindsThoseWhoseNamesBeginAlike() {
        Scene scene = STAGE.scene("all-shown");
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(asked(scene, "/user/search")).hasSize(1);
        assertThat(asked(scene, "/rest/api/2/user")).isEmpty();
        assertThat(scene.decisions("jira")).hasSize(20 + 1).containsEntry("001p@example.com", "adopted");
    }

    @Test
    void whoIsBehindTheCapIsFoundAllTheSame() {
        Scene scene = STAGE.scene("capped");
        RunRow first = scene.sync();
        assertThat(first.state()).isEqualTo(RunState.COMPLETED);
        assertThat(scene.operations(first))
                .filteredOn(operation -> operation.kind().equals("create-user"))
                .hasSize(NEWCOMERS)
                .allSatisfy(operation -> assertThat(operation.status()).isEqualTo("done"));
        assertThat(scene.jira().directory().accountCount()).isEqualTo(1 + PEOPLE + STRANGERS + NEWCOMERS);

        scene.jira().server().remember(true);
        RunRow second = scene.reconcile();
        assertThat(scene.operations(second)).isEmpty();
        assertThat(asked(scene, "/user/search"))
                .anySatisfy(full -> assertThat(full.answer().body()).contains("Stranger"));
        // One by one only for those whom the search does not show.
        assertThat(asked(scene, "/rest/api/2/user")).hasSizeBetween(1, 20);
        assertThat(asked(scene, "/user/search")).hasSizeLessThan(30);
    }
}
