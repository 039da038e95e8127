package dev.roster.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.console.Caller;
import dev.roster.console.ConsoleTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ConsoleTest
class ActuatorTest {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void aProbeLearnsTheStatusAndNothingElse(String path) {
        JsonNode health = json(new Caller(port, null).get(path).body());

        assertThat(health.path("status").asString()).isEqualTo("UP");
        // The names of the two groups are the same everywhere.
        assertThat(health.propertyNames()).isSubsetOf("status", "groups");
    }

    @Test
    void readinessNeedsTheDatabaseAndCamel() {
        JsonNode health = json(
                new Caller(port, "viewer").get("/actuator/health/readiness").body());

        assertThat(health.path("components").propertyNames()).contains("db", "camelHealth", "readinessState");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/db", "/actuator/health/readiness/db", "/actuator/info"})
    void detailsNeedALogin(String path) {
        assertThat(new Caller(port, null).get(path).statusCode()).isEqualTo(401);
    }

    @Test
    void informationSaysWhatRunsAndNoSecrets() {
        String info = new Caller(port, "viewer").get("/actuator/info").body();

        assertThat(json(info).path("java").path("version").asString()).isNotEmpty();
        assertThat(json(info).path("connections").isArray()).isTrue();
        assertThat(info).doesNotContainIgnoringCase("password").doesNotContain("canary");
    }

    @Test
    void metricsAreReadByPrometheus() {
        assertThat(new Caller(port, "viewer").get("/actuator/prometheus").body())
                .contains("jvm_memory_used_bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"env", "configprops", "beans", "heapdump", "threaddump", "loggers", "camelroutes", "shutdown"})
    void otherEndpointsAreNotThere(String endpoint) {
        assertThat(new Caller(port, "admin").get("/actuator/" + endpoint).statusCode())
                .isIn(403, 404);
    }

    @Test
    void anErrorSaysNoMoreThanItsStatus() {
        var answer = new Caller(port, "admin").get("/api/connections/%7B%7Bcanary%7D%7D/nothing");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).doesNotContain("Exception", "trace", "canary-4711");
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
