package dev.roster.api;

import static dev.roster.api.ApiCalls.isProblem;
import static dev.roster.api.ApiCalls.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.RunningService;
import dev.roster.console.Caller;
import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.JiraSimulator;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The API of a service with one connection that holds everything, and some beside it. */
class ApiTest {

    private static RunningService service;
    private static ApiCalls api;
    private static SimulatedTenant tenant;

    @BeforeAll
    static void start() {
        Map<String, String> settings = new HashMap<>();
        settings.put(Landscape.key("groups.include"), "jira-.*");
        settings.put(Landscape.key("schedule.cron"), "0 0 0 1 1 ? 2099");
        settings.put(Landscape.key("schedule.time-zone"), "Europe/Berlin");
        tenant = RunningService.smallTenant();
        Landscape landscape = Landscape.start(tenant);
        service = RunningService.start(landscape, settings);
        api = new ApiCalls(new Caller(service.port(), "admin"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static JiraSimulator jira() {
        return service.landscape().jira();
    }

    @Test
    void aRunIsAcceptedFollowedAndCounted() {
        HttpResponse<String> answer =
                api.post("/api/connections/demo/runs", "{\"mode\":\"sync\",\"targets\":[\"jira\"]}");

        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode accepted = json(answer);
        assertThat(answer.headers().firstValue("Location"))
                .hasValue("/api/runs/" + accepted.get("id").longValue());
        assertThat(accepted.get("trigger").stringValue()).isEqualTo("api");
        JsonNode run = api.ended("/api/runs/" + accepted.get("id").longValue());
        assertThat(run.get("state").stringValue()).isEqualTo("completed");
        assertThat(run.get("startedBy").stringValue()).isEqualTo("admin");
        assertThat(run.get("finishedAt").isNull()).isFalse();
        assertThat(run.get("requests").get("graph").longValue()).isPositive();
        assertThat(run.get("requests").get("jira").longValue()).isPositive();
        assertThat(run.get("requests").has("bitbucket")).isFalse();
        assertThat(run.get("decisions").get("jira").isObject()).isTrue();
        assertThat(run.get("progress").has("etaSeconds")).isTrue();
        assertThat(jira().directory().account("ann")).isPresent();
        JsonNode create = api.get("/api/runs/" + firstRun() + "/operations?kind=create-user&user=ANN&target=jira");
        assertThat(create.get("total").longValue()).isEqualTo(1);
        assertThat(create.get("items").get(0).get("status").stringValue()).isEqualTo("done");
        assertThat(create.get("items").get(0).get("after").get("email").stringValue())
                .isEqualTo("ann@example.com");
    }

    @Test
    void whatAnyRunDidToSomebodyIsFoundAcrossRuns() {
        JsonNode run = api.run("demo", "{\"mode\":\"plan\",\"targets\":[\"bitbucket\"]}");

        JsonNode found = api.get("/api/operations?user=Ann&kind=create-user&target=bitbucket&connection=demo&size=1");

        assertThat(found.get("total").longValue()).isPositive();
        JsonNode newest = found.get("items").get(0);
        assertThat(newest.get("run").longValue()).isEqualTo(run.get("id").longValue());
        assertThat(newest.get("connection").stringValue()).isEqualTo("demo");
        assertThat(newest.get("user").stringValue()).isEqualTo("ann");
        assertThat(newest.get("after").get("email").stringValue()).isEqualTo("ann@example.com");
        assertThat(api.get("/api/operations?group=JIRA-DEVS").get("total").longValue())
                .isPositive();
    }

    /** The first run that wrote to Jira, whichever test started it. */
    private static long firstRun() {
        return StreamSupport.stream(api.get("/api/runs?limit=1000").spliterator(), false)
                .filter(run -> run.get("counts").path("jira").has("create-user"))
                .filter(run -> run.get("counts")
                                .get("jira")
                                .get("create-user")
                                .get("done")
                                .longValue()
                        > 0)
                .mapToLong(run -> run.get("id").longValue())
                .min()
                .orElseThrow();
    }

    @Test
    void aPlanCountsWhatItWouldDoAndWritesNothing() {
        int before = service.landscape().confluence().directory().changes().size();

        JsonNode run = api.run("demo", "{\"mode\":\"plan\",\"targets\":[\"confluence\"]}");

        assertThat(run.get("mode").stringValue()).isEqualTo("plan");
        assertThat(run.get("state").stringValue()).isEqualTo("completed");
        JsonNode counts = run.get("counts").get("confluence").get("create-user");
        assertThat(counts.get("planned").longValue()).isEqualTo(2);
        assertThat(counts.get("done").longValue()).isZero();
        assertThat(counts.get("skipped").longValue()).isZero();
        assertThat(counts.get("dead").longValue()).isZero();
        assertThat(service.landscape().confluence().directory().changes()).hasSize(before);
        long id = run.get("id").longValue();
        JsonNode page = api.get("/api/runs/" + id + "/operations?status=planned&page=1&size=1");
        assertThat(page.get("page").intValue()).isEqualTo(1);
        assertThat(page.get("size").intValue()).isEqualTo(1);
        assertThat(page.get("total").longValue()).isGreaterThan(2);
        assertThat(page.get("items")).hasSize(1);
        assertThat(api.get("/api/runs/" + id + "/operations?group=JIRA-DEVS&kind=add-member")
                        .get("total")
                        .longValue())
                .isEqualTo(1);
        JsonNode export = api.get("/api/runs/" + id + "/operations.json");
        assertThat(export)
                .hasSize(page.get("total").intValue())
                .containsExactlyElementsOf(
                        api.get("/api/runs/" + id + "/operations?size=1000").get("items"));
        isProblem(api.post("/api/runs/" + id + "/reject", ""), 409, "nothing to reject");
        isProblem(api.post("/api/runs/" + id + "/stop", ""), 409, "nothing to stop");
    }

    @Test
    void aPlanWarnsWhenNoGroupThatIsFilledGrantsAccess() {
        JsonNode run = api.run("demo", "{\"mode\":\"plan\",\"targets\":[\"bitbucket\"]}");

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
    void theCsvHoldsTheSameRowsAndNoFormulas() {
        JsonNode run = api.run("demo", "{\"mode\":\"plan\",\"targets\":[\"bitbucket\"]}");

        HttpResponse<String> csv = new Caller(service.port(), "admin")
                .get("/api/runs/" + run.get("id").longValue() + "/operations.csv?kind=create-user");

        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment");
        List<String> lines = csv.body().lines().toList();
        assertThat(csv.body()).endsWith("\r\n");
        assertThat(lines.get(0)).isEqualTo("id,target,kind,user,group,before,after,reason,status,attempts,error,drift");
        assertThat(lines).hasSize(3);
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .contains(",bitbucket,create-user,ann,,,\"{\"\"")
                        .contains("\"\"email\"\":\"\"ann@example.com"));
    }

    @Test
    void decisionsSayWhyAndAreFilteredByReason() {
        JsonNode run = api.run("demo", "{\"mode\":\"plan\",\"targets\":[\"bitbucket\"]}");
        long id = run.get("id").longValue();

        JsonNode all = api.get("/api/runs/" + id + "/decisions");
        JsonNode created = api.get("/api/runs/" + id + "/decisions?target=bitbucket&reason=no-match");

        long counted = run.get("decisions").get("bitbucket").get("no-match").longValue();
        assertThat(created.get("total").longValue()).isEqualTo(counted).isEqualTo(2);
        assertThat(created.get("items").get(0).get("name").stringValue()).isEqualTo("ann");
        assertThat(created.get("items").get(0).get("about").stringValue()).isEqualTo("user");
        assertThat(all.get("total").longValue()).isGreaterThanOrEqualTo(2);
        isProblem(call("/api/runs/" + id + "/decisions?reason=mood"), 400, "no reason is called mood");
    }

    @Test
    void groupsAreListedWithTheirMembersAndWhatTheyFill() {
        api.run("demo", "{\"mode\":\"plan\"}");

        JsonNode groups = api.get("/api/connections/demo/groups");

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
        api.run("demo", "{\"mode\":\"plan\",\"targets\":[\"jira\"]}");

        JsonNode connections = api.get("/api/connections");

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

    @Test
    void aSecondRunIsRefusedWhileOneIsAtWorkAndStopEndsIt() {
        service.landscape()
                .graph()
                .server()
                .plan(PlannedFault.slow(PlannedFault.on("GET", "/v1.0/groups"), 1, Duration.ofSeconds(2)));
        HttpResponse<String> first = api.post("/api/connections/demo/runs", "{\"mode\":\"plan\"}");
        assertThat(first.statusCode()).as(first.body()).isEqualTo(202);

        int before = api.get("/api/runs?limit=500").size();
        isProblem(api.post("/api/connections/demo/runs", ""), 409, "is at work");
        assertThat(api.get("/api/runs?limit=500")).as("a refusal is no run").hasSize(before);
        assertThat(api.get("/api/connections").get(0).get("running").booleanValue())
                .isTrue();
        String run = first.headers().firstValue("Location").orElseThrow();
        assertThat(api.post(run + "/stop", "").statusCode()).isEqualTo(202);
        assertThat(api.ended(run).get("state").stringValue()).isEqualTo("stopped");
    }

    @Test
    void aDeadLetterIsShownTriedAgainAndDiscarded() {
        jira().server()
                .plan(PlannedFault.answer(
                        PlannedFault.on("POST", "/rest/api/2/group"),
                        50,
                        SimulatedAnswer.json(403, "{\"errorMessages\":[\"no\"]}")));
        String group = tenant.addGroup("jira-refused").id();
        tenant.addMember(group, tenant.person("ann@example.com").orElseThrow().id());
        JsonNode run = api.run("demo", "{\"targets\":[\"jira\"]}");
        assertThat(run.get("state").stringValue()).isEqualTo("completed-with-errors");
        JsonNode letters = api.get("/api/dead-letters");
        jira().server().forgetFaults();
        long id = letters.get(0).get("id").longValue();

        JsonNode cause = api.get("/api/dead-letters/causes?target=jira").get(0);
        assertThat(cause.get("status").intValue()).isEqualTo(403);
        assertThat(cause.get("ids").toString()).contains(String.valueOf(id));
        assertThat(letters.get(0).get("status").intValue()).isEqualTo(403);
        assertThat(letters.get(0).get("target").stringValue()).isEqualTo("jira");
        assertThat(api.get("/api/dead-letters?connection=demo&target=bitbucket"))
                .isEmpty();
        assertThat(json(api.post("/api/dead-letters/retry", "{\"ids\":[" + id + "]}"))
                        .get("count")
                        .intValue())
                .isEqualTo(1);
        assertThat(json(api.post("/api/dead-letters/discard", "{\"all\":true}"))
                        .get("count")
                        .intValue())
                .isPositive();
        assertThat(api.get("/api/dead-letters").get(0).get("state").stringValue())
                .isEqualTo("discarded");
        isProblem(api.post("/api/dead-letters/retry", "{\"ids\":[4711]}"), 404, "no dead letter 4711");
        isProblem(api.post("/api/dead-letters/retry", "{}"), 400, "either ids");
        isProblem(api.post("/api/dead-letters/retry", "{\"ids\":[\"x\"]}"), 400, "whole number");
        isProblem(call("/api/dead-letters?connection=nobody"), 404, "nobody");
    }

    @Test
    void aCheckReadsEverythingOnceAndWritesNothing() {
        int before = jira().directory().changes().size();

        HttpResponse<String> answer = api.post("/api/connections/demo/check", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode check = json(answer);
        assertThat(names(check, "ok"))
                .contains(
                        "null sign-in",
                        "null permission User.Read.All",
                        "null permission GroupMember.Read.All",
                        "null read users",
                        "null read groups",
                        "null read group members",
                        "jira version",
                        "jira account",
                        "jira read users",
                        "jira read groups",
                        "jira read group members",
                        "confluence read users",
                        "confluence read groups",
                        "confluence read group members",
                        "bitbucket read users",
                        "bitbucket read groups",
                        "bitbucket read group members");
        assertThat(names(check, "warn")).contains("jira access through groups");
        assertThat(names(check, "fail")).isEmpty();
        assertThat(check.toString())
                .as("advice never names administrators' groups")
                .doesNotContain("administrators,", "bitbucket-administrators");
        assertThat(check.get("ok").booleanValue()).isTrue();
        assertThat(jira().directory().changes()).hasSize(before);
    }

    @Test
    void aCheckShowsWhatFailsAndHowToMendItAndGoesOn() {
        jira().server()
                .plan(PlannedFault.answer(
                        PlannedFault.on("GET", "/rest/api/2/groups/picker"), 1, SimulatedAnswer.json(403, "{}")));
        service.landscape().confluence().server().plan(PlannedFault.reset(PlannedFault.on("GET", "/rest/applinks"), 1));

        JsonNode check = json(api.post("/api/connections/demo/check", ""));

        assertThat(check.get("ok").booleanValue()).isFalse();
        assertThat(names(check, "fail")).contains("jira read groups", "confluence look around");
        assertThat(names(check, "ok")).contains("jira read users", "bitbucket read users");
        assertThat(check.get("checks").toString()).contains("has to be an administrator");
    }

    private static List<String> names(JsonNode check, String status) {
        return StreamSupport.stream(check.get("checks").spliterator(), false)
                .filter(line -> line.get("status").stringValue().equals(status))
                .map(line -> line.get("target").asString("null") + " "
                        + line.get("name").stringValue())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"mode\":\"dry\"}                | mode is sync or plan, not dry",
                "{\"target\":[\"jira\"]}           | no field called target",
                "{\"targets\":[\"trello\"]}        | no target trello",
                "{\"targets\":\"jira\"}            | targets is not a list",
                "{\"targets\":[1]}                 | not a text",
                "{\"reconcile\":\"yes\"}           | neither true nor false",
                "{\"mode\":1}                      | mode is not a text",
                "[]                                | not a JSON object",
                "{\"mode\":                        | Failed to read request"
            })
    void aBodyThatMakesNoSenseIsRefused(String body, String detail) {
        isProblem(api.post("/api/connections/demo/runs", body), 400, detail);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/runs?limit=0",
                "/api/runs?limit=many",
                "/api/runs/one",
                "/api/runs/1/operations?kind=jump",
                "/api/runs/1/operations?status=odd",
                "/api/runs/1/operations?size=0",
                "/api/runs/1/operations?size=5000",
                "/api/runs/1/operations?page=-1",
                "/api/operations",
                "/api/operations?status=dead",
                "/api/operations?user=ann&kind=jump",
                "/api/operations?user=ann&size=5000",
                "/api/runs/1/operations.json?kind=jump",
                "/api/runs/1/operations.csv?kind=jump"
            })
    void aFilterThatMakesNoSenseIsRefused(String path) {
        isProblem(call(path), 400, "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/runs/999999",
                "/api/runs/999999/operations",
                "/api/runs/999999/operations.csv",
                "/api/runs/999999/operations.json",
                "/api/runs/999999/decisions",
                "/api/runs?connection=nobody",
                "/api/operations?user=ann&connection=nobody",
                "/api/connections/nobody/groups",
                "/api/nothing"
            })
    void whatIsNotThereIsNotFound(String path) {
        isProblem(call(path), 404, "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/connections/nobody/runs",
                "/api/connections/nobody/check",
                "/api/runs/999999/approve",
                "/api/runs/999999/reject",
                "/api/runs/999999/stop"
            })
    void whatIsNotThereTakesNoOrders(String path) {
        isProblem(api.post(path, ""), 404, "");
    }

    private static HttpResponse<String> call(String path) {
        return new Caller(service.port(), "admin").get(path);
    }
}
