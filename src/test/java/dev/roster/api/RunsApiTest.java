package dev.roster.api;

import static dev.roster.api.ApiCalls.isProblem;
import static dev.roster.api.ApiCalls.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.demo.PlannedFault;
import dev.roster.demo.product.JiraSimulator;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Runs, as the API starts, shows and ends them, and what it says of connections and groups. */
class RunsApiTest {

    private static final SmallService SERVICE = new SmallService();
    private static final ApiCalls API = SERVICE.api;
    private static final JiraSimulator JIRA = SERVICE.landscape.jira();

    @AfterAll
    static void close() {
        SERVICE.close();
    }

    @Test
    void aRunIsAcceptedFollowedAndCounted() {
        HttpResponse<String> answer =
                API.post("/api/connections/demo/runs", "{\"mode\":\"sync\",\"targets\":[\"jira\"]}");

        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode accepted = json(answer);
        assertThat(answer.headers().firstValue("Location"))
                .hasValue("/api/runs/" + accepted.get("id").longValue());
        assertThat(accepted.get("trigger").stringValue()).isEqualTo("api");
        JsonNode run = API.ended("/api/runs/" + accepted.get("id").longValue());
        assertThat(run.get("state").stringValue()).isEqualTo("completed");
        assertThat(run.get("startedBy").stringValue()).isEqualTo("admin");
        assertThat(run.get("finishedAt").isNull()).isFalse();
        assertThat(run.get("requests").get("graph").longValue()).isPositive();
        assertThat(run.get("requests").get("jira").longValue()).isPositive();
        assertThat(run.get("requests").has("bitbucket")).isFalse();
        assertThat(run.get("decisions").get("jira").isObject()).isTrue();
        assertThat(run.get("progress").has("etaSeconds")).isTrue();
        assertThat(JIRA.directory().account("ann")).isPresent();
        JsonNode create = API.get(
                "/api/runs/" + accepted.get("id").longValue() + "/operations?kind=create-user&user=ANN&target=jira");
        assertThat(create.get("total").longValue()).isEqualTo(1);
        assertThat(create.get("items").get(0).get("status").stringValue()).isEqualTo("done");
        assertThat(create.get("items").get(0).get("after").get("email").stringValue())
                .isEqualTo("ann@example.com");
    }

    @Test
    void aPlanCountsWhatItWouldDoAndWritesNothing() {
        int before = SERVICE.landscape.confluence().directory().changes().size();

        JsonNode run = API.run("demo", "{\"mode\":\"plan\",\"targets\":[\"confluence\"]}");

        assertThat(run.get("mode").stringValue()).isEqualTo("plan");
        assertThat(run.get("state").stringValue()).isEqualTo("completed");
        JsonNode counts = run.get("counts").get("confluence").get("create-user");
        assertThat(counts.get("planned").longValue()).isEqualTo(2);
        assertThat(counts.get("done").longValue()).isZero();
        assertThat(counts.get("skipped").longValue()).isZero();
        assertThat(counts.get("dead").longValue()).isZero();
        assertThat(SERVICE.landscape.confluence().directory().changes()).hasSize(before);
        long id = run.get("id").longValue();
        JsonNode page = API.get("/api/runs/" + id + "/operations?status=planned&page=1&size=1");
        assertThat(page.get("page").intValue()).isEqualTo(1);
        assertThat(page.get("size").intValue()).isEqualTo(1);
        assertThat(page.get("total").longValue()).isGreaterThan(2);
        assertThat(page.get("items")).hasSize(1);
        assertThat(API.get("/api/runs/" + id + "/operations?group=JIRA-DEVS&kind=add-member")
                        .get("total")
                        .longValue())
                .isEqualTo(1);
        JsonNode export = API.get("/api/runs/" + id + "/operations.json");
        assertThat(export)
                .hasSize(page.get("total").intValue())
                .containsExactlyElementsOf(
                        API.get("/api/runs/" + id + "/operations?size=1000").get("items"));
        isProblem(API.post("/api/runs/" + id + "/reject", ""), 409, "nothing to reject");
        isProblem(API.post("/api/runs/" + id + "/stop", ""), 409, "nothing to stop");
    }

    @Test
    void aPlanWarnsWhenNoGroupThatIsFilledGrantsAccess() {
        JsonNode run = API.run("demo", "{\"mode\":\"plan\",\"targets\":[\"bitbucket\"]}");

        assertThat(run.get("state").stringValue()).isEqualTo("completed");
        assertThat(run.get("settings").asString()).matches("[0-9a-f]{64}");
        assertThat(run.get("waitsFor").isNull()).isTrue();
        assertThat(run.get("warnings")).hasSize(1);
        JsonNode warning = run.get("warnings").get(0);
        assertThat(warning.get("target").stringValue()).isEqualTo("bitbucket");
        assertThat(warning.get("detail").stringValue()).contains("no group that Roster fills grants access");
        assertThat(warning.get("fix").stringValue()).contains("stash-users");
    }

    @Test
    void aSecondRunIsRefusedWhileOneIsAtWorkAndStopEndsIt() {
        AtomicBoolean stopped = new AtomicBoolean();
        SERVICE.landscape
                .graph()
                .server()
                .plan(PlannedFault.changed(PlannedFault.on("GET", "/v1.0/groups"), 1, answer -> {
                    Awaitility.await().atMost(Duration.ofSeconds(60)).untilTrue(stopped);
                    return answer;
                }));
        HttpResponse<String> first = API.post("/api/connections/demo/runs", "{\"mode\":\"plan\"}");
        assertThat(first.statusCode()).as(first.body()).isEqualTo(202);

        int before = API.get("/api/runs?limit=500").size();
        isProblem(API.post("/api/connections/demo/runs", ""), 409, "is at work");
        assertThat(API.get("/api/runs?limit=500")).as("a refusal is no run").hasSize(before);
        assertThat(API.get("/api/connections").get(0).get("running").booleanValue())
                .isTrue();
        String run = first.headers().firstValue("Location").orElseThrow();
        assertThat(API.post(run + "/stop", "").statusCode()).isEqualTo(202);
        stopped.set(true);
        assertThat(API.ended(run).get("state").stringValue()).isEqualTo("stopped");
    }

    @Test
    void groupsAreListedWithTheirMembersAndWhatTheyFill() {
        API.run("demo", "{\"mode\":\"plan\"}");

        JsonNode groups = API.get("/api/connections/demo/groups");

        JsonNode devs = groups.get(0);
        assertThat(devs.get("name").stringValue()).isEqualTo("jira-devs");
        assertThat(devs.get("kind").stringValue()).isEqualTo("security");
        assertThat(devs.get("members").longValue()).isEqualTo(1);
        assertThat(devs.get("mappedTo").get("jira").get(0).stringValue()).isEqualTo("jira-devs");
        JsonNode unrelated = groups.get(groups.size() - 1);
        assertThat(unrelated.get("name").stringValue()).isEqualTo("unrelated");
        assertThat(unrelated.get("members").isNumber()).isTrue();
        assertThat(unrelated.get("mappedTo")).isEmpty();
    }

    @Test
    void connectionsTellWhereTheyStand() {
        API.run("demo", "{\"mode\":\"plan\",\"targets\":[\"jira\"]}");

        JsonNode connections = API.get("/api/connections");

        assertThat(connections).hasSize(1);
        JsonNode demo = connections.get(0);
        assertThat(demo.get("name").stringValue()).isEqualTo("demo");
        assertThat(demo.get("enabled").booleanValue()).isTrue();
        assertThat(demo.get("running").booleanValue()).isFalse();
        assertThat(demo.get("awaitingApproval").booleanValue()).isFalse();
        assertThat(demo.get("nextRunAt").stringValue()).isEqualTo("2099-01-01T00:00:00+01:00");
        assertThat(demo.get("lastRun").get("state").stringValue()).isEqualTo("completed");
        assertThat(demo.get("targets")).hasSize(3);
    }
}
