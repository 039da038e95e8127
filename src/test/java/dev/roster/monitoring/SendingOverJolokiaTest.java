package dev.roster.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.console.ConsoleTest;
import dev.roster.monitoring.JolokiaCaller.Answer;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ConsumerTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Messages over Jolokia: to one address, by operators. */
@ConsoleTest
class SendingOverJolokiaTest {
    @Autowired
    CamelContext camel;

    @Autowired
    ConsumerTemplate consumer;

    @SuppressWarnings("NullAway.Init")
    private JolokiaCaller jolokia;

    @BeforeEach
    void call(@LocalServerPort int port) {
        jolokia = new JolokiaCaller(port, camel);
    }

    @ParameterizedTest
    @CsvSource({
        "'sendBody(java.lang.String,java.lang.Object)',       direct:sync",
        "'sendStringBody(java.lang.String, java.lang.String)', direct://sync",
        "sendStringBody,                                      direct:sync",
        "requestBody,                                         direct:sync"
    })
    void anOperatorStartsASyncAndAViewerDoesNot(String operation, String address) {
        assertThat(jolokia.exec("viewer", jolokia.context(), operation, address, "acme")
                        .status())
                .isEqualTo(403);
        assertThat(consumer.receiveBodyNoWait("seda:started")).isNull();

        assertThat(jolokia.exec("operator", jolokia.context(), operation, address, "acme")
                        .status())
                .isEqualTo(200);
        assertThat(consumer.receiveBody("seda:started", 5000)).isEqualTo("acme");
    }

    @Test
    void theAnswerToARequestComesBack() {
        Answer answer = jolokia.exec("operator", jolokia.context(), "requestStringBody", "direct:sync", "acme");

        assertThat(answer.value().asString()).isEqualTo("started acme");
        consumer.receiveBody("seda:started", 5000);
    }

    @Test
    void noHeadersAreSentAlong() {
        String operation = "sendBodyAndHeaders(java.lang.String, java.lang.Object, java.util.Map)";

        assertThat(jolokia.exec("operator", jolokia.context(), operation, "direct:sync", "acme", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(jolokia.exec(
                                "operator",
                                jolokia.context(),
                                operation,
                                "direct:sync",
                                "acme",
                                Map.of("CamelHttpUri", "x"))
                        .status())
                .isEqualTo(403);
        consumer.receiveBody("seda:started", 5000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:/tmp/roster-policy-test",
                "http://127.0.0.1:9/",
                "direct:other",
                "direct:sync?block=false",
                "direct:syncs",
                "DIRECT:sync",
                "{{canary}}",
                "seda:started",
                ""
            })
    void nothingIsSentAnywhereElse(String address) {
        for (String operation : List.of(
                "sendBody",
                "sendBody(java.lang.String,java.lang.Object)",
                "sendStringBody",
                "sendStringBody(java.lang.String,java.lang.String)",
                "requestBody",
                "requestStringBody",
                "canSendToEndpoint(java.lang.String)")) {
            assertThat(jolokia.exec("approver", jolokia.context(), operation, address, "x")
                            .status())
                    .as(operation)
                    .isEqualTo(403);
        }
        for (String operation : List.of("sendBodyAndHeaders", "requestBodyAndHeaders")) {
            assertThat(jolokia.exec("approver", jolokia.context(), operation, address, "x", Map.of())
                            .status())
                    .as(operation)
                    .isEqualTo(403);
        }
        assertThat(camel.getEndpoints().stream().filter(e -> e.getEndpointUri().startsWith("file")))
                .isEmpty();
    }

    @Test
    void aMessageIsTextAndNothingElse() {
        assertThat(jolokia.exec("approver", jolokia.context(), "sendBody", "direct:sync", Map.of("a", 1))
                        .status())
                .isEqualTo(403);
        assertThat(jolokia.exec("approver", jolokia.context(), "sendBody", List.of("direct:sync"), "acme")
                        .status())
                .isEqualTo(403);
        assertThat(jolokia.exec("approver", jolokia.context(), "sendBody").status())
                .isEqualTo(403);
        assertThat(jolokia.exec("approver", "org.apache.camel:*", "sendBody", "direct:sync", "acme")
                        .status())
                .isEqualTo(403);
    }
}
