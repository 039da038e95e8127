package dev.roster.api;

import static dev.roster.api.ApiCalls.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that make no sense, or are about what is not there. */
class RefusedCallsTest {

    private static final SmallService SERVICE = new SmallService();
    private static final ApiCalls API = SERVICE.api;

    @BeforeAll
    static void run() {
        assertThat(API.run("demo", "{\"mode\":\"plan\"}").get("id").longValue()).isEqualTo(1);
    }

    @AfterAll
    static void close() {
        SERVICE.close();
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
        isProblem(API.post("/api/connections/demo/runs", body), 400, detail);
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
        isProblem(SERVICE.caller.get(path), 400, "");
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
        isProblem(SERVICE.caller.get(path), 404, "");
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
        isProblem(API.post(path, ""), 404, "");
    }
}
