package dev.roster.demo.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.demo.product.ProductClient.Answer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What all products do before a request reaches its operation. */
class FrontDoorTest {

    private final JiraSimulator jira = JiraSimulator.start(JiraVersion.V11, "/jira");
    private final ConfluenceSimulator confluence = ConfluenceSimulator.start(ConfluenceVersion.V10_0);
    private final BitbucketSimulator bitbucket = BitbucketSimulator.start(BitbucketVersion.V9, "/bitbucket");

    @AfterEach
    void stop() {
        jira.close();
        confluence.close();
        bitbucket.close();
    }

    private SimulatedProduct product(String name) {
        return switch (name) {
            case "jira" -> jira;
            case "confluence" -> confluence;
            case "bitbucket" -> bitbucket;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static ProductClient admin(SimulatedProduct product) {
        return ProductClient.basic(product, "/rest/api", SimulatedProduct.ADMIN, SimulatedProduct.PASSWORD);
    }

    static Stream<String> products() {
        return Stream.of("jira", "confluence", "bitbucket");
    }

    @ParameterizedTest
    @CsvSource({
        "jira, GET, /2/nope, 404, errorMessages",
        "jira, DELETE, /2/myself, 405, errorMessages",
        "jira, POST, /2/group, 415, errorMessages",
        "confluence, GET, /nope, 404, statusCode",
        "confluence, DELETE, /user, 405, statusCode",
        "confluence, POST, /admin/user, 415, statusCode",
        "bitbucket, GET, /latest/nope, 404, errors",
        "bitbucket, PUT, /latest/admin/groups, 405, errors",
        "bitbucket, POST, /1.0/admin/groups/add-users, 415, errors",
    })
    void refusesInTheProductsOwnWords(String product, String method, String path, int status, String field) {
        Answer answer = admin(product(product)).send(method, path, null);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().has(field)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "jira, POST, /2/group",
        "confluence, POST, /admin/group",
        "bitbucket, POST, /latest/admin/users/add-groups",
    })
    void refusesBrokenJson(String product, String method, String path) {
        assertThat(admin(product(product))
                        .send(method, path, "{\"name\":", "Content-Type", "application/json")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"jira, /2/user?username=admin", "confluence, /user?username=admin", "bitbucket, /latest/users/admin"})
    void wantsCredentials(String product, String path) {
        SimulatedProduct simulated = product(product);

        assertThat(ProductClient.anonymous(simulated, "/rest/api").get(path).status())
                .isEqualTo(401);
        assertThat(ProductClient.bearer(simulated, "/rest/api", "wrong")
                        .get(path)
                        .status())
                .isEqualTo(401);
        assertThat(ProductClient.basic(simulated, "/rest/api", "admin", "wrong")
                        .get(path)
                        .status())
                .isEqualTo(401);
        assertThat(admin(simulated).get(path).status()).isEqualTo(200);
        simulated.switches().htmlUnauthorized(true);
        Answer page = ProductClient.bearer(simulated, "/rest/api", "wrong").get(path);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    }

    @ParameterizedTest
    @CsvSource({
        "jira, /2/group/member?groupname=jira-software-users, 403",
        "confluence, /group/confluence-users/member, 403",
        "bitbucket, /latest/admin/users?name=x&displayName=x&emailAddress=x@y&password=p, 401",
    })
    void letsOnlyAdministratorsAdminister(String product, String path, int status) {
        SimulatedProduct simulated = product(product);
        simulated.directory().seed().user("ann", "Ann", "a@example.com");
        simulated.acceptPassword("ann", "secret");
        String method = product.equals("bitbucket") ? "POST" : "GET";

        assertThat(ProductClient.basic(simulated, "/rest/api", "ann", "secret")
                        .send(method, path, null)
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @MethodSource("products")
    void stopsACallerWhoseAccountIsDisabled(String product) {
        SimulatedProduct simulated = product(product);
        simulated.directory().seed().active("admin", false);

        assertThat(admin(simulated).get("/2/myself").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("products")
    void refusesFormsFromOtherSites(String product) {
        SimulatedProduct simulated = product(product);
        String path = "/latest/admin/groups?name=team";
        String form = "application/x-www-form-urlencoded";

        Answer refused = admin(simulated).send("POST", path, null, "Content-Type", form);
        Answer assured =
                admin(simulated).send("POST", path, null, "Content-Type", form, "X-Atlassian-Token", "no-check");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("XSRF check failed");
        assertThat(assured.body()).doesNotContain("XSRF");
    }

    @ParameterizedTest
    @CsvSource({"jira, true", "confluence, true", "bitbucket, false"})
    void limitsTheRateOfRequests(String product, boolean headers) {
        SimulatedProduct simulated = product(product);
        simulated.switches().rateLimit(1, 0);

        Answer first = admin(simulated).get("/nope");
        Answer second = admin(simulated).get("/nope");

        assertThat(first.status()).isEqualTo(404);
        assertThat(second.status()).isEqualTo(429);
        assertThat(first.headers().firstValue("retry-after").isPresent()).isEqualTo(headers);
        if (headers) {
            assertThat(first.headers().firstValue("retry-after")).hasValue("0");
            assertThat(second.headers().firstValue("retry-after")).hasValue("1");
            assertThat(second.headers().firstValue("X-RateLimit-Limit")).hasValue("1");
        }
        simulated.switches().noRateLimit();
        assertThat(admin(simulated).get("/nope").status()).isEqualTo(404);
    }

    @Test
    void takesNoPasswordsWhenTheyAreBlocked() {
        jira.switches().basicAuthBlocked(true);

        assertThat(admin(jira).get("/2/myself").status()).isEqualTo(403);
        assertThat(ProductClient.bearer(jira, "/rest/api/2", SimulatedProduct.TOKEN)
                        .get("/myself")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void answersOutsideItsContextPathWithAPage() {
        Answer answer = ProductClient.anonymous(jira, "/..").get("/rest/api/2/serverInfo");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).startsWith("<!doctype html>");
    }
}
