package dev.roster.api;

import static dev.roster.api.ApiCalls.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.product.JiraSimulator;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The check of a connection, as the API answers it. */
class CheckApiTest {

    private static final SmallService SERVICE = new SmallService();
    private static final ApiCalls API = SERVICE.api;
    private static final JiraSimulator JIRA = SERVICE.landscape.jira();

    @AfterAll
    static void close() {
        SERVICE.close();
    }

    @Test
    void aCheckReadsEverythingOnceAndWritesNothing() {
        int before = JIRA.directory().changes().size();

        HttpResponse<String> answer = API.post("/api/connections/demo/check", "");

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
        assertThat(JIRA.directory().changes()).hasSize(before);
    }

    @Test
    void aCheckShowsWhatFailsAndHowToMendItAndGoesOn() {
        JIRA.server()
                .plan(PlannedFault.answer(
                        PlannedFault.on("GET", "/rest/api/2/groups/picker"), 1, SimulatedAnswer.json(403, "{}")));
        SERVICE.landscape.confluence().server().plan(PlannedFault.reset(PlannedFault.on("GET", "/rest/applinks"), 1));

        JsonNode check = json(API.post("/api/connections/demo/check", ""));

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
}
