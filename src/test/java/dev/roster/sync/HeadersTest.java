package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.SimulatedExchange;
import dev.roster.demo.SimulatedServer;
import dev.roster.demo.graph.NextLinks;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.store.RunState;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each host sees its own credentials and no other's, and nothing of one call travels to the next. */
class HeadersTest {

    private static final Set<String> ALLOWED = Set.of(
            "host",
            "connection",
            "user-agent",
            "accept",
            "accept-encoding",
            "authorization",
            "x-atlassian-token",
            "content-type",
            "content-length",
            "transfer-encoding");

    private static final Stage STAGE = Stage.empty();

    @BeforeAll
    static void run() {
        SimulatedTenant tenant = Cast.six();
        Scene one = STAGE.scene("one", Landscape.start(tenant)).with("groups.include", "team-.*");
        Scene two = STAGE.scene("two", Landscape.start(Cast.six()))
                .with("groups.include", "team-.*")
                .with("targets.jira.token", "anothers-token")
                .with("targets.bitbucket.password", "another's:password");
        two.jira().acceptToken("anothers-token", SimulatedProduct.ADMIN);
        two.bitbucket().acceptPassword(SimulatedProduct.ADMIN, "another's:password");
        assertThat(one.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(two.sync().state()).isEqualTo(RunState.COMPLETED);
        Cast.change(tenant);
        assertThat(one.sync().state()).isEqualTo(RunState.COMPLETED);
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    private static Set<String> authorizations(SimulatedServer server) {
        Set<String> seen = new HashSet<>();
        for (SimulatedExchange exchange : server.exchanges()) {
            seen.add(String.valueOf(exchange.request().header("Authorization")));
        }
        return seen;
    }

    private static String basic(String password) {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString((SimulatedProduct.ADMIN + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void eachHostSeesItsOwnCredentialsOnly() {
        Scene one = STAGE.scene("one");
        assertThat(authorizations(one.jira().server())).containsExactly("Bearer " + Landscape.JIRA_TOKEN);
        assertThat(authorizations(one.confluence().server())).containsExactly("Bearer " + Landscape.CONFLUENCE_TOKEN);
        assertThat(authorizations(one.bitbucket().server())).containsExactly(basic(Landscape.BITBUCKET_PASSWORD));
        Scene two = STAGE.scene("two");
        assertThat(authorizations(two.jira().server())).containsExactly("Bearer anothers-token");
        assertThat(authorizations(two.bitbucket().server())).containsExactly(basic("another's:password"));
        // The sign-in itself, then the token that it gave; the two tenants have different ones.
        assertThat(authorizations(one.graph().server())).hasSize(2).contains("null");
        assertThat(authorizations(one.graph().server()))
                .filteredOn(value -> !value.equals("null"))
                .doesNotContainAnyElementsOf(authorizations(two.graph().server()));
    }

    @Test
    void nothingButTheFewKnownHeadersLeaves() {
        for (String name : new String[] {"one", "two"}) {
            Scene scene = STAGE.scene(name);
            for (SimulatedProduct product : scene.landscape().products()) {
                assertHeaders(product.server());
            }
            assertHeaders(scene.graph().server());
        }
    }

    private static void assertHeaders(SimulatedServer server) {
        for (SimulatedExchange exchange : server.exchanges()) {
            if (exchange.request().rawPath().endsWith("/oauth2/v2.0/token")) {
                continue;
            }
            assertThat(exchange.request().headers().keySet()).isSubsetOf(ALLOWED);
            assertThat(exchange.request().header("User-Agent")).isEqualTo("Roster");
            assertThat(exchange.request().header("Accept")).isEqualTo("application/json");
            if (exchange.request().method().equals("GET")) {
                assertThat(exchange.request().body()).isEmpty();
                assertThat(exchange.request().header("Content-Type")).isNull();
            }
        }
    }

    @Test
    void aLinkToAnotherHostIsNotFollowedAndTakesNoTokenThere() {
        Scene two = STAGE.scene("two");
        two.graph().behaviour().cutPages(2);
        two.graph().behaviour().linkPages(NextLinks.FOREIGN_HOST);
        long before = two.graph().server().requests();
        assertThat(two.sync().state()).isEqualTo(RunState.FAILED);
        assertThat(two.graph().server().requests()).isEqualTo(before + 1);
    }
}
