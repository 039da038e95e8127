package dev.roster.demo.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.demo.product.ProductClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JiraUserServerTest {

    private static final String ROOT = "/rest/usermanagement/1";

    private final JiraSimulator jira = JiraSimulator.start(JiraVersion.V10_0, "/jira");
    private final ProductClient client = ProductClient.basic(jira, ROOT, "roster", "app-password");

    @BeforeEach
    void register() {
        jira.userServer().register("roster", "app-password");
        jira.directory().seed().user("ann", "Ann Lee", "ann@example.com").active("ann", false);
    }

    @AfterEach
    void stop() {
        jira.close();
    }

    @Test
    void anApplicationSeesEverybodyInactiveOnesToo() {
        Answer page = client.get("/search?entity-type=user&expand=user&start-index=0&max-results=1000");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.texts("/users", "name")).containsExactly("admin", "ann");
        assertThat(page.at("/users/1/display-name").asString()).isEqualTo("Ann Lee");
        assertThat(page.at("/users/1/email").asString()).isEqualTo("ann@example.com");
        assertThat(page.at("/users/1/active").asBoolean()).isFalse();
        assertThat(page.at("/users/1/key").asString())
                .isNotEqualTo(jira.account("ann").key());
    }

    @Test
    void onlyNamesAreToldUnlessMoreIsAskedFor() {
        Answer page = client.get("/search?entity-type=user");

        assertThat(page.texts("/users", "name")).containsExactly("admin", "ann");
        assertThat(page.at("/users/1/active").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, 1, admin", "1, 1, ann", "1, 9, ann", "2, 9, ''"})
    void pagesAreCounted(int start, int most, String names) {
        Answer page = client.get("/search?entity-type=user&start-index=" + start + "&max-results=" + most);

        assertThat(String.join(",", page.texts("/users", "name"))).isEqualTo(names);
    }

    @Test
    void anAdministratorIsNoApplication() {
        Answer asUser = ProductClient.basic(jira, ROOT, SimulatedProduct.ADMIN, SimulatedProduct.PASSWORD)
                .get("/search?entity-type=user");
        Answer byToken =
                ProductClient.bearer(jira, ROOT, SimulatedProduct.TOKEN).get("/search?entity-type=user");
        Answer anApplicationElsewhere = ProductClient.basic(jira, "/rest/api/2", "roster", "app-password")
                .get("/user?username=ann");

        assertThat(asUser.status()).isEqualTo(401);
        assertThat(asUser.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(byToken.status()).isEqualTo(401);
        assertThat(anApplicationElsewhere.status()).isEqualTo(401);
    }

    @Test
    void refusalsHaveAReason() {
        assertThat(client.get("/search?entity-type=group").status()).isEqualTo(400);
        assertThat(client.get("/nothing").status()).isEqualTo(404);
        assertThat(client.post("/search?entity-type=user", "{}").status()).isEqualTo(405);
        jira.userServer().addressBlocked(true);
        Answer blocked = client.get("/search?entity-type=user");
        assertThat(blocked.status()).isEqualTo(403);
        assertThat(blocked.at("/reason").asString()).isNotEmpty();
    }
}
