package dev.roster.api;

import static dev.roster.api.ApiCalls.isProblem;
import static dev.roster.api.ApiCalls.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.RunningService;
import dev.roster.console.Caller;
import dev.roster.demo.Landscape;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tools.jackson.databind.JsonNode;

/** Connections with names that addresses do not carry easily, approval, and four eyes. */
class ConnectionNamesTest {

    private static RunningService service;
    private static ApiCalls api;

    @BeforeAll
    static void start() {
        Landscape landscape = Landscape.start(RunningService.smallTenant());
        landscape.jira().directory().seed().user("old", "Somebody else", "old@example.com");
        Map<String, String> settings = new LinkedHashMap<>();
        copy(landscape, settings, "North/South", Map.of("limits.first-run", "approve", "limits.four-eyes", "true"));
        copy(landscape, settings, "50% & more; a\\b?", Map.of());
        copy(landscape, settings, "asleep", Map.of("enabled", "false"));
        settings.put("roster.access.boss.password-hash", new BCryptPasswordEncoder(4).encode("boss-password"));
        settings.put("roster.access.boss.roles", "approver");
        service = RunningService.start(landscape, settings);
        api = new ApiCalls(new Caller(service.port(), "admin"));
    }

    /** Another connection with the landscape's Entra and Jira. */
    private static void copy(
            Landscape landscape, Map<String, String> settings, String name, Map<String, String> further) {
        String prefix = "roster.connections." + name + ".";
        landscape.settings().forEach((key, value) -> {
            if (!key.contains("targets.") || key.contains("targets.jira.")) {
                settings.put(prefix + key.substring(Landscape.key("").length()), value);
            }
        });
        further.forEach((key, value) -> settings.put(prefix + key, value));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({"North%2FSouth, North/South", "50%25%20%26%20more%3B%20a%5Cb%3F, 50% & more; a\\b?"})
    void aNameMayHoldAnyCharacter(String encoded, String name) {
        JsonNode run = api.run(encoded, "{\"mode\":\"plan\"}");

        assertThat(run.get("connection").stringValue()).isEqualTo(name);
        assertThat(api.get("/api/connections/" + encoded + "/groups")).hasSize(2);
        assertThat(json(api.post("/api/connections/" + encoded + "/check", ""))
                        .get("ok")
                        .booleanValue())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/runs/1%2F..%2F..",
                "/api/runs%2F1",
                "/api%2Fconnections/demo/groups",
                "/api/connections/..%2F..%2Factuator%2Finfo/health/x",
                "/api/connections/a;b/groups",
                "/actuator%2Finfo",
                "/hawtio%2F..%2Factuator"
            })
    void elsewhereAnEncodedSlashIsRefused(String path) {
        assertThat(new Caller(service.port(), "admin").get(path).statusCode()).isIn(400, 403, 404);
    }

    @Test
    void aRunThatWaitsIsApprovedBySomebodyElse() {
        JsonNode run = api.run("North%2FSouth", "{\"mode\":\"sync\"}");
        String path = "/api/runs/" + run.get("id").longValue();
        assertThat(run.get("state").stringValue()).as(run.toString()).isEqualTo("awaiting-approval");
        assertThat(run.get("message").stringValue()).contains("the first run against jira");
        JsonNode north = StreamSupport.stream(api.get("/api/connections").spliterator(), false)
                .filter(one -> one.get("name").stringValue().equals("North/South"))
                .findFirst()
                .orElseThrow();
        assertThat(north.get("awaitingApproval").booleanValue()).isTrue();
        assertThat(north.get("waitingRun").longValue()).isEqualTo(run.get("id").longValue());

        isProblem(api.post(path + "/approve", ""), 403, "can't approve it");
        ApiCalls boss = new ApiCalls(new Caller(service.port(), "boss"));
        HttpResponse<String> approved = boss.post(path + "/approve", "");

        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(202);
        assertThat(api.ended(path).get("state").stringValue()).isEqualTo("completed");
        isProblem(boss.post(path + "/approve", ""), 409, "nothing to approve");
    }

    @Test
    void aConnectionThatIsSwitchedOffIsShownAndTakesNoOrders() {
        assertThat(api.get("/api/connections").toString()).contains("\"name\":\"asleep\",\"enabled\":false");
        isProblem(api.post("/api/connections/asleep/runs", ""), 409, "not enabled");
        isProblem(api.post("/api/connections/asleep/check", ""), 409, "not enabled");
    }
}
