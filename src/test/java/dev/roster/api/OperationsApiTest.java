package dev.roster.api;

import static dev.roster.api.ApiCalls.isProblem;
import static dev.roster.api.ApiCalls.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.product.JiraSimulator;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What runs have planned, done and decided, as the API shows it, and what failed. */
class OperationsApiTest {

    private static final SmallService SERVICE = new SmallService();
    private static final ApiCalls API = SERVICE.api;
    private static final JiraSimulator JIRA = SERVICE.landscape.jira();

    @AfterAll
    static void close() {
        SERVICE.close();
    }

    @Test
    void whatAnyRunDidToSomebodyIsFoundAcrossRuns() {
        JsonNode run = API.run("demo", "{\"mode\":\"plan\",\"targets\":[\"bitbucket\"]}");

        JsonNode found = API.get("/api/operations?user=Ann&kind=create-user&target=bitbucket&connection=demo&size=1");

        assertThat(found.get("total").longValue()).isPositive();
        JsonNode newest = found.get("items").get(0);
        assertThat(newest.get("run").longValue()).isEqualTo(run.get("id").longValue());
        assertThat(newest.get("connection").stringValue()).isEqualTo("demo");
        assertThat(newest.get("user").stringValue()).isEqualTo("ann");
        assertThat(newest.get("after").get("email").stringValue()).isEqualTo("ann@example.com");
        assertThat(API.get("/api/operations?group=JIRA-DEVS").get("total").longValue())
                .isPositive();
    }

    @Test
    void theCsvHoldsTheSameRowsAndNoFormulas() {
        JsonNode run = API.run("demo", "{\"mode\":\"plan\",\"targets\":[\"bitbucket\"]}");

        HttpResponse<String> csv =
                SERVICE.caller.get("/api/runs/" + run.get("id").longValue() + "/operations.csv?kind=create-user");

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
        JsonNode run = API.run("demo", "{\"mode\":\"plan\",\"targets\":[\"bitbucket\"]}");
        long id = run.get("id").longValue();

        JsonNode all = API.get("/api/runs/" + id + "/decisions");
        JsonNode created = API.get("/api/runs/" + id + "/decisions?target=bitbucket&reason=no-match");

        long counted = run.get("decisions").get("bitbucket").get("no-match").longValue();
        assertThat(created.get("total").longValue()).isEqualTo(counted).isEqualTo(2);
        assertThat(created.get("items").get(0).get("name").stringValue()).isEqualTo("ann");
        assertThat(created.get("items").get(0).get("about").stringValue()).isEqualTo("user");
        assertThat(all.get("total").longValue()).isGreaterThanOrEqualTo(2);
        isProblem(SERVICE.caller.get("/api/runs/" + id + "/decisions?reason=mood"), 400, "no reason is called mood");
    }

    @Test
    void aDeadLetterIsShownTriedAgainAndDiscarded() {
        JIRA.server()
                .plan(PlannedFault.answer(
                        PlannedFault.on("POST", "/rest/api/2/group"),
                        50,
                        SimulatedAnswer.json(403, "{\"errorMessages\":[\"no\"]}")));
        String group = SERVICE.tenant.addGroup("jira-refused").id();
        SERVICE.tenant.addMember(
                group, SERVICE.tenant.person("ann@example.com").orElseThrow().id());
        JsonNode run = API.run("demo", "{\"targets\":[\"jira\"]}");
        assertThat(run.get("state").stringValue()).isEqualTo("completed-with-errors");
        JsonNode letters = API.get("/api/dead-letters");
        JIRA.server().forgetFaults();
        long id = letters.get(0).get("id").longValue();

        JsonNode cause = API.get("/api/dead-letters/causes?target=jira").get(0);
        assertThat(cause.get("status").intValue()).isEqualTo(403);
        assertThat(cause.get("ids").toString()).contains(String.valueOf(id));
        assertThat(letters.get(0).get("status").intValue()).isEqualTo(403);
        assertThat(letters.get(0).get("target").stringValue()).isEqualTo("jira");
        assertThat(API.get("/api/dead-letters?connection=demo&target=bitbucket"))
                .isEmpty();
        assertThat(json(API.post("/api/dead-letters/retry", "{\"ids\":[" + id + "]}"))
                        .get("count")
                        .intValue())
                .isEqualTo(1);
        assertThat(json(API.post("/api/dead-letters/discard", "{\"all\":true}"))
                        .get("count")
                        .intValue())
                .isPositive();
        assertThat(API.get("/api/dead-letters").get(0).get("state").stringValue())
                .isEqualTo("discarded");
        isProblem(API.post("/api/dead-letters/retry", "{\"ids\":[4711]}"), 404, "no dead letter 4711");
        isProblem(API.post("/api/dead-letters/retry", "{}"), 400, "either ids");
        isProblem(API.post("/api/dead-letters/retry", "{\"ids\":[\"x\"]}"), 400, "whole number");
        isProblem(SERVICE.caller.get("/api/dead-letters?connection=nobody"), 404, "nobody");
    }
}
