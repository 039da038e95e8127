package dev.roster.demo.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.demo.PlannedFault;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GraphBehaviourTest {

    private final SimulatedTenant tenant = new SimulatedTenant("Contoso", "contoso.example");
    private final GraphSimulator simulator = GraphSimulator.start(tenant);
    private GraphClient client = new GraphClient(simulator.url());

    @BeforeEach
    void signInToTenPeople() {
        client = GraphClient.signedIn(simulator);
        for (int i = 0; i < 10; i++) {
            tenant.addPerson("p" + i + "@contoso.example", "P" + i);
        }
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void pagesCanBeCutSmallerThanAskedFor() {
        simulator.behaviour().cutPages(3);

        assertThat(client.get("/users?$top=999").values("id")).hasSize(3);
        assertThat(client.all("/users?$top=999", "id")).hasSize(10);
    }

    @Test
    void aLargeTopCanBeRefused() {
        simulator.behaviour().refuseTopAbove(120);

        assertThat(client.get("/users?$top=121").status()).isEqualTo(400);
        assertThat(client.get("/users?$top=120").status()).isEqualTo(200);
    }

    @Test
    void anEmptyPageCanHaveANextLink() {
        simulator.behaviour().startWithEmptyPages(true);
        GraphClient.Answer first = client.get("/users");

        assertThat(first.values("id")).isEmpty();
        assertThat(client.all(first.nextLink(), "id")).hasSize(10);
    }

    @Test
    void nextLinksCanLeadAstray() {
        assertThat(nextUri(NextLinks.PROPER).getAuthority())
                .isEqualTo(simulator.url().getAuthority());
        assertThat(nextUri(NextLinks.FOREIGN_HOST).getHost()).endsWith(".example");
        assertThat(nextUri(NextLinks.OTHER_SCHEME).getScheme()).isEqualTo("ftp");
        assertThat(nextUri(NextLinks.OUTSIDE_VERSION).getPath()).startsWith("/elsewhere/");
    }

    private URI nextUri(NextLinks form) {
        simulator.behaviour().linkPages(form);
        return URI.create(client.get("/users?$top=2").nextLink());
    }

    @Test
    void nextLinksCanGoInACircle() {
        simulator.behaviour().linkPages(NextLinks.LOOP);
        GraphClient.Answer first = client.get("/users?$top=2");

        assertThat(client.get(first.nextLink()).nextLink()).isEqualTo(first.nextLink());
    }

    @Test
    void pageLinksExpire() {
        String next = client.get("/users?$top=2").nextLink();
        simulator.behaviour().expirePages();

        assertThat(client.get(next).errorCode()).isEqualTo("Directory_ExpiredPageToken");
        assertThat(client.get("/users?$top=2").status()).isEqualTo(200);
    }

    @Test
    void aPageTokenIsOfNoUseElsewhere() {
        String token = client.get("/users?$top=2").nextLink().replaceAll(".*skiptoken=", "");

        assertThat(client.get("/groups?$skiptoken=" + token).status()).isEqualTo(400);
        assertThat(client.get("/users?$skiptoken=made-up").status()).isEqualTo(400);
    }

    @Test
    void requestsCostUnitsAndTooManyAreThrottled() {
        simulator.behaviour().limit(5, Duration.ofMinutes(1));

        assertThat(client.get("/users").header("x-ms-resource-unit")).isEqualTo("2");
        assertThat(client.get("/users?$select=id").header("x-ms-resource-unit")).isEqualTo("1");
        assertThat(client.get("/users").header("x-ms-throttle-limit-percentage"))
                .isEqualTo("1.00");
        GraphClient.Answer refused = client.get("/users");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        assertThat(refused.header("x-ms-throttle-scope")).startsWith("Tenant_Application/");
    }

    @Test
    void aWholeRequestCanBeStruckByAFault() {
        simulator.server().plan(PlannedFault.answer(PlannedFault.on("GET", "/users"), 1, GraphFaults.unavailable()));

        assertThat(client.get("/users").status()).isEqualTo(503);
        assertThat(client.get("/users").status()).isEqualTo(200);
    }

    @Test
    void theClientsRequestIdComesBack() {
        assertThat(client.get("/users", "client-request-id", "abc").header("client-request-id"))
                .isEqualTo("abc");
        assertThat(client.get("/groups/x", "client-request-id", "abc")
                        .json()
                        .at("/error/innerError/client-request-id")
                        .asString())
                .isEqualTo("abc");
    }
}
