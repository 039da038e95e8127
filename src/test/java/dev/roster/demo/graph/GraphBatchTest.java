package dev.roster.demo.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.demo.PlannedFault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GraphBatchTest {

    private final SimulatedTenant tenant = new SimulatedTenant("Contoso", "contoso.example");
    private final GraphSimulator simulator = GraphSimulator.start(tenant);
    private final List<SimulatedGroup> groups = new ArrayList<>();
    private GraphClient client = new GraphClient(simulator.url());

    @BeforeEach
    void signInToTwentyGroups() {
        client = GraphClient.signedIn(simulator);
        for (int i = 0; i < 20; i++) {
            SimulatedGroup group = tenant.addGroup("group " + i);
            SimulatedPerson person = tenant.addPerson("p" + i + "@contoso.example", "P" + i);
            tenant.addMember(group.id(), person.id());
            groups.add(group);
        }
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private String members(int group) {
        return "/groups/" + groups.get(group).id() + "/members?$select=id&$top=999";
    }

    private String[] allMembers() {
        return IntStream.range(0, 20).mapToObj(this::members).toArray(String[]::new);
    }

    private static List<String> ids(GraphClient.Answer answer) {
        return answer.json()
                .path("responses")
                .valueStream()
                .map(part -> part.path("id").asString())
                .toList();
    }

    private static JsonNode part(GraphClient.Answer answer, int id) {
        return answer.json()
                .path("responses")
                .valueStream()
                .filter(part -> part.path("id").asString().equals(String.valueOf(id)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void twentyPartsAreAnsweredInAnotherOrder() {
        GraphClient.Answer answer = client.batch(allMembers());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(ids(answer)).hasSize(20).doesNotHaveDuplicates();
        assertThat(ids(answer).get(0) + ids(answer).get(1) + ids(answer).get(2)).isNotEqualTo("123");
        assertThat(part(answer, 7).at("/body/value/0/id").asString())
                .isEqualTo(tenant.person("p6@contoso.example").orElseThrow().id());
    }

    @Test
    void moreThanTwentyPartsOrTwiceTheSameIdAreRefusedAsAWhole() {
        assertThat(client.batch(Collections.nCopies(21, "/users").toArray(String[]::new))
                        .status())
                .isEqualTo(400);
        assertThat(client.post(
                                "/$batch",
                                "{\"requests\":[{\"id\":\"a\",\"method\":\"GET\",\"url\":\"/users\"},"
                                        + "{\"id\":\"A\",\"method\":\"GET\",\"url\":\"/users\"}]}")
                        .status())
                .isEqualTo(400);
        assertThat(client.batch(simulator.url() + "/v1.0/users").status()).isEqualTo(400);
        assertThat(client.post("/$batch", "{").status()).isEqualTo(400);
    }

    @Test
    void aPartFailsOnItsOwn() {
        GraphClient.Answer answer = client.batch(members(0), "/groups/nope/members", "/v1.0/groups", "/users/%zz");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(part(answer, 1).path("status").asInt()).isEqualTo(200);
        assertThat(part(answer, 2).at("/body/error/code").asString()).isEqualTo("Request_ResourceNotFound");
        assertThat(part(answer, 3).path("status").asInt()).isEqualTo(400);
        assertThat(part(answer, 4).path("status").asInt()).isEqualTo(400);
    }

    @Test
    void aPlannedFaultStrikesTheNthRequestOfOnePart() {
        String third = "/v1.0/groups/" + groups.get(2).id() + "/members";
        simulator.planPart(
                PlannedFault.answer(GraphFaults.nth(2, PlannedFault.on("GET", third)), 1, GraphFaults.throttled(1)));

        assertThat(part(client.batch(members(2)), 1).path("status").asInt()).isEqualTo(200);
        GraphClient.Answer second = client.batch(members(1), members(2));
        assertThat(part(second, 1).path("status").asInt()).isEqualTo(200);
        assertThat(part(second, 2).path("status").asInt()).isEqualTo(429);
        assertThat(part(second, 2).at("/headers/Retry-After").asString()).isEqualTo("1");
        assertThat(part(client.batch(members(2)), 1).path("status").asInt()).isEqualTo(200);
    }

    @Test
    void aPartHasItsOwnPages() {
        for (int i = 0; i < 5; i++) {
            tenant.addMember(
                    groups.get(0).id(),
                    tenant.addPerson("more" + i + "@x", "More").id());
        }
        simulator.behaviour().cutPages(4);

        JsonNode first = part(client.batch(members(0)), 1).path("body");
        String next = first.path("@odata.nextLink").asString();
        String relative = next.substring((simulator.url() + "/v1.0").length());

        assertThat(first.path("value").size()).isEqualTo(4);
        assertThat(part(client.batch(relative), 1).at("/body/value").size()).isEqualTo(2);
    }

    @Test
    void whatDependsOnAFailedPartFailsToo() {
        GraphClient.Answer answer = client.post(
                "/$batch",
                "{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/groups/nope\"},"
                        + "{\"id\":\"2\",\"method\":\"GET\",\"url\":\"/users\",\"dependsOn\":[\"1\"]}]}");

        assertThat(part(answer, 2).path("status").asInt()).isEqualTo(424);
    }

    @Test
    void theHeadersOfAPartAreItsOwn() {
        String body = "{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/users/$count\","
                + "\"headers\":{\"ConsistencyLevel\":\"eventual\"}},"
                + "{\"id\":\"2\",\"method\":\"GET\",\"url\":\"/users/$count\"}]}";

        GraphClient.Answer answer = client.post("/$batch", body);

        assertThat(part(answer, 1).path("body").asString()).isEqualTo("20");
        assertThat(part(answer, 2).path("status").asInt()).isEqualTo(400);
    }
}
