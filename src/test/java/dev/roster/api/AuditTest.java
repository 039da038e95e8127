package dev.roster.api;

import static dev.roster.api.ApiCalls.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.RunningService;
import dev.roster.console.Caller;
import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What people decide is on record, and so is what changes in the settings. */
class AuditTest {

    private static RunningService service;
    private static ApiCalls api;

    @BeforeAll
    static void start() {
        Landscape landscape = Landscape.start(RunningService.smallTenant());
        landscape.jira().directory().seed().user("old", "Old", "old@example.com");
        service = RunningService.start(
                landscape,
                Map.of(
                        Landscape.key("schedule.cron"),
                        "0 0 0 1 1 ? 2099",
                        Landscape.key("limits.first-run"),
                        "approve"));
        api = new ApiCalls(new Caller(service.port(), "admin"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static List<String> about(JsonNode run) {
        return StreamSupport.stream(api.get("/api/audit?connection=demo").spliterator(), false)
                .filter(entry -> entry.get("run").equals(run.get("id")))
                .map(entry -> text(entry, "action") + " " + text(entry, "by") + " " + text(entry, "via"))
                .toList();
    }

    private static String text(JsonNode entry, String field) {
        return entry.get(field).asString("");
    }

    @Test
    void decisionsAreOnRecordWithWhoMadeThem() {
        JsonNode rejected = api.run("demo", "");
        api.post("/api/runs/" + rejected.get("id") + "/reject", "");
        JsonNode stopped = api.run("demo", "");
        api.post("/api/runs/" + stopped.get("id") + "/stop", "");
        isProblem(api.post("/api/runs/" + stopped.get("id") + "/stop", ""), 409, "nothing to stop");
        service.landscape()
                .jira()
                .server()
                .plan(PlannedFault.answer(
                        request -> request.method().equals("POST"), 100, SimulatedAnswer.json(403, "{}")));
        JsonNode approved = api.run("demo", "");
        api.post("/api/runs/" + approved.get("id") + "/approve", "");
        assertThat(text(api.ended("/api/runs/" + approved.get("id")), "state")).isEqualTo("completed-with-errors");
        service.landscape().jira().server().forgetFaults();

        assertThat(about(rejected)).containsExactly("reject admin api");
        assertThat(about(stopped)).containsExactly("stop admin api");
        assertThat(text(api.get("/api/audit?connection=demo").get(0), "settings"))
                .isNotEmpty()
                .isEqualTo(text(approved, "settings"));

        JsonNode letter = api.get("/api/dead-letters?target=jira").get(0);
        String ids = "{\"ids\":[" + letter.get("id") + "]";
        assertThat(api.post("/api/dead-letters/retry", ids + "}").statusCode()).isEqualTo(200);
        assertThat(api.post("/api/dead-letters/discard", ids + ",\"reason\":\"no licence\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(about(approved)).containsExactly("discard admin api", "retry admin api", "approve admin api");
        JsonNode discard = api.get("/api/audit?limit=1").get(0);
        assertThat(text(discard, "subject")).isEqualTo(text(letter, "kind") + " " + text(letter, "user"));
        assertThat(text(discard, "target")).isEqualTo("jira");
        assertThat(text(discard, "reason")).isEqualTo("no licence");
        assertThat(StreamSupport.stream(api.get("/api/dead-letters").spliterator(), false)
                        .filter(each -> each.get("id").equals(letter.get("id"))))
                .allSatisfy(each -> assertThat(text(each, "discardedBecause")).isEqualTo("no licence"));
        isProblem(
                api.post("/api/dead-letters/discard", ids + ",\"reason\":\"" + "x".repeat(1001) + "\"}"),
                400,
                "reason");
        isProblem(api.post("/api/dead-letters/retry", ids + ",\"reason\":\"x\"}"), 400, "reason");
        isProblem(api.caller().get("/api/audit?limit=0"), 400, "limit");
        isProblem(api.caller().get("/api/audit?connection=nobody"), 404, "nobody");
    }

    @Test
    void nothingIsForgottenWhenItIsOld() {
        JdbcClient jdbc = service.app().getBean(JdbcClient.class);
        JsonNode run = api.run("demo", "");
        api.post("/api/runs/" + run.get("id") + "/reject", "");
        jdbc.sql("update run set finished_at = current_timestamp - interval '400' day where id = ?")
                .param(run.get("id").longValue())
                .update();
        service.app().getBean(ProducerTemplate.class).sendBody("direct:forget-old-operations", null);

        assertThat(api.get("/api/runs/" + run.get("id") + "/operations")
                        .get("total")
                        .longValue())
                .isZero();
        assertThat(about(run)).containsExactly("reject admin api");
    }

    @Test
    void settingsThatChangedBetweenTwoStartsAreOnRecord(@TempDir Path folder) {
        Map<String, String> settings = new HashMap<>();
        settings.put("spring.datasource.url", "jdbc:hsqldb:file:" + folder.resolve("roster"));
        settings.put("spring.datasource.username", "sa");
        assertThat(start(settings)).as("the first start").isEmpty();
        assertThat(start(settings)).as("the same settings").isEmpty();

        settings.put(Landscape.key("limits.leavers"), "7");
        settings.put(Landscape.key("targets.jira.token"), "another-secret-4711");
        settings.put("roster.notify.webhook", "https://hook.example.com/secret-0815");
        JsonNode changed = start(settings);
        assertThat(changed)
                .extracting(
                        entry -> text(entry, "subject") + ": " + text(entry, "before") + " -> " + text(entry, "after"))
                .containsExactlyInAnyOrder(
                        "roster.connections.demo.limits.leavers: 5% -> 7",
                        "roster.connections.demo.targets.jira.token:  -> changed", "roster.notify.webhook:  -> set");
        assertThat(changed).allSatisfy(entry -> {
            assertThat(text(entry, "via")).isEqualTo("start");
            assertThat(text(entry, "action")).isEqualTo("change-setting");
        });
        assertThat(changed.toString()).doesNotContain("4711").doesNotContain("0815");
        assertThat(start(settings)).hasSize(3);
    }

    /** The record after a start with these settings. */
    private static JsonNode start(Map<String, String> settings) {
        Map<String, String> fixed = new HashMap<>(settings);
        // Simulators have another port each time.
        for (String key : List.of("entra.login-url", "entra.graph-url")) {
            fixed.put(Landscape.key(key), "http://127.0.0.1:9");
        }
        for (String target : List.of("jira", "confluence", "bitbucket")) {
            fixed.put(Landscape.key("targets." + target + ".url"), "http://127.0.0.1:9");
        }
        Landscape landscape = Landscape.start(RunningService.smallTenant());
        try (RunningService started = RunningService.start(landscape, fixed)) {
            return new ApiCalls(new Caller(started.port(), "admin")).get("/api/audit");
        }
    }
}
