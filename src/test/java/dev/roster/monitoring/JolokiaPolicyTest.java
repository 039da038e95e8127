package dev.roster.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.console.Caller;
import dev.roster.console.ConsoleTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.ServiceStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ConsoleTest
class JolokiaPolicyTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String DIAGNOSTICS = "com.sun.management:type=DiagnosticCommand";

    @LocalServerPort
    int port;

    @Autowired
    CamelContext camel;

    @Autowired
    ConsumerTemplate consumer;

    @Test
    void aViewerReadsRoutesAndMemory() {
        assertThat(read("viewer", route("heartbeat"), "ExchangesTotal").status())
                .isEqualTo(200);
        assertThat(read("viewer", "java.lang:type=Memory", "HeapMemoryUsage").status())
                .isEqualTo(200);
        assertThat(read("viewer", "java.lang:type=Runtime", "Uptime").status()).isEqualTo(200);
        assertThat(exec("viewer", context(), "dumpRoutesAsXml()").status()).isEqualTo(200);
        assertThat(exec("viewer", context(), "dumpRoutesStatsAsXml", true, true).status())
                .isEqualTo(200);
    }

    @Test
    void routesAreShownWithoutWhatTheirPlaceholdersStandFor() {
        String routes = exec("viewer", context(), "dumpRoutesAsXml()").body();

        assertThat(routes).contains("heartbeat", "{{canary}}").doesNotContain("canary-4711");
    }

    @Test
    void onlyMBeansThatMayBeReadAreListed() {
        JsonNode listed = ask("approver", Map.of("type", "list", "path", "")).value();

        assertThat(listed.propertyNames()).containsOnly("org.apache.camel", "java.lang");
        assertThat(ask("approver", Map.of("type", "search", "mbean", "*:*")).body())
                .contains("org.apache.camel")
                .doesNotContain("DiagnosticCommand", "java.util.logging", "JMImplementation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"suspend()", "resume()", "stop()", "start()"})
    void anOperatorSwitchesARouteAndAViewerDoesNot(String operation) {
        assertThat(exec("viewer", route("other"), operation).status()).isEqualTo(403);
        assertThat(exec("operator", route("other"), operation).status()).isEqualTo(200);

        exec("operator", route("other"), "start()");
        assertThat(camel.getRouteController().getRouteStatus("other")).isEqualTo(ServiceStatus.Started);
    }

    @ParameterizedTest
    @CsvSource({
        "'sendBody(java.lang.String,java.lang.Object)',       direct:sync",
        "'sendStringBody(java.lang.String, java.lang.String)', direct://sync",
        "sendStringBody,                                      direct:sync",
        "requestBody,                                         direct:sync"
    })
    void anOperatorStartsASyncAndAViewerDoesNot(String operation, String address) {
        assertThat(exec("viewer", context(), operation, address, "acme").status())
                .isEqualTo(403);
        assertThat(consumer.receiveBodyNoWait("seda:started")).isNull();

        assertThat(exec("operator", context(), operation, address, "acme").status())
                .isEqualTo(200);
        assertThat(consumer.receiveBody("seda:started", 5000)).isEqualTo("acme");
    }

    @Test
    void theAnswerToARequestComesBack() {
        Answer answer = exec("operator", context(), "requestStringBody", "direct:sync", "acme");

        assertThat(answer.value().asString()).isEqualTo("started acme");
        consumer.receiveBody("seda:started", 5000);
    }

    @Test
    void noHeadersAreSentAlong() {
        String operation = "sendBodyAndHeaders(java.lang.String, java.lang.Object, java.util.Map)";

        assertThat(exec("operator", context(), operation, "direct:sync", "acme", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(exec("operator", context(), operation, "direct:sync", "acme", Map.of("CamelHttpUri", "x"))
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
            assertThat(exec("approver", context(), operation, address, "x").status())
                    .as(operation)
                    .isEqualTo(403);
        }
        for (String operation : List.of("sendBodyAndHeaders", "requestBodyAndHeaders")) {
            assertThat(exec("approver", context(), operation, address, "x", Map.of())
                            .status())
                    .as(operation)
                    .isEqualTo(403);
        }
        assertThat(camel.getEndpoints().stream().filter(e -> e.getEndpointUri().startsWith("file")))
                .isEmpty();
    }

    @Test
    void aMessageIsTextAndNothingElse() {
        assertThat(exec("approver", context(), "sendBody", "direct:sync", Map.of("a", 1))
                        .status())
                .isEqualTo(403);
        assertThat(exec("approver", context(), "sendBody", List.of("direct:sync"), "acme")
                        .status())
                .isEqualTo(403);
        assertThat(exec("approver", context(), "sendBody").status()).isEqualTo(403);
        assertThat(exec("approver", "org.apache.camel:*", "sendBody", "direct:sync", "acme")
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jvmtiAgentLoad([Ljava.lang.String;)",
                "vmSystemProperties",
                "vmCommandLine",
                "gcClassHistogram",
                "compilerDirectivesAdd",
                "help"
            })
    void theJvmTakesNoCommands(String operation) {
        assertThat(exec("approver", DIAGNOSTICS, operation, List.of("/tmp/agent.so"))
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "com.sun.management:type=HotSpotDiagnostic | dumpHeap",
                "com.sun.management:type=HotSpotDiagnostic | setVMOption",
                "java.util.logging:type=Logging | setLoggerLevel",
                "ch.qos.logback.classic:Name=default,Type=ch.qos.logback.classic.jmx.JMXConfigurator | reloadByURL",
                "javax.management.loading:type=MLet | getMBeansFromURL",
                "JMImplementation:type=MBeanServerDelegate | getMBeanServerId",
                "jolokia:type=Config | setHistoryLimitForOperation",
                "java.lang:type=Memory | gc",
                "java.lang:type=Threading | dumpAllThreads(boolean,boolean)"
            })
    void nothingBesidesCamelIsCalled(String mbean, String operation) {
        assertThat(exec("approver", mbean, operation, "x").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "addRoutesFromXml",
                "addOrUpdateRoutesFromXml(java.lang.String)",
                "createEndpoint",
                "createEndpoint(java.lang.String)",
                "removeEndpoints",
                "setGlobalOption",
                "stop()",
                "suspend()",
                "restart()",
                "dumpRoutesAsXml",
                "dumpRoutesAsXml(boolean)",
                "dumpRoutesAsXml(boolean,boolean)",
                "dumpRoutesAsXml()(boolean)",
                "dumpRoutesAsYaml()",
                "dumpRestsAsXml(boolean)",
                "reset"
            })
    void camelItselfIsNotChangedNorShownWithItsPlaceholders(String operation) {
        assertThat(exec("approver", context(), operation, "x").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "updateRouteFromXml",
                "updateRouteFromXml(java.lang.String)",
                "remove()",
                "stop(long)",
                "stopAndFail()",
                "dumpRouteAsXml(boolean)"
            })
    void aRouteIsSwitchedButNotChanged(String operation) {
        assertThat(exec("approver", route("other"), operation, "x").status()).isEqualTo(403);
    }

    @Test
    void anOperationIsNotCalledOnEverythingAtOnce() {
        assertThat(exec("approver", "org.apache.camel:type=routes,*", "stop()").status())
                .isEqualTo(403);
        assertThat(exec("approver", "*:type=routes,name=*", "stop()").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SystemProperties", "InputArguments", "ClassPath", "LibraryPath"})
    void howTheJvmWasStartedStaysHidden(String attribute) {
        assertThat(read("approver", "java.lang:type=Runtime", attribute).status())
                .isEqualTo(403);
    }

    @Test
    void readingEverythingGivesNoMoreThanReadingOneByOne() {
        System.setProperty("roster.test.secret", "canary-system");
        try {
            for (String mbean : List.of("*:*", "java.lang:*", "java.lang:type=Runtime", "com.sun.management:*")) {
                String body = ask("approver", Map.of("type", "read", "mbean", mbean, "config", ignoringErrors()))
                        .body();
                assertThat(body).as(mbean).doesNotContain("canary-system", "-Xmx");
            }
        } finally {
            System.clearProperty("roster.test.secret");
        }
    }

    @Test
    void nothingIsWritten() {
        for (String mbean : List.of(context(), "org.apache.camel:*", "java.lang:type=Memory")) {
            Map<String, Object> write =
                    Map.of("type", "write", "mbean", mbean, "attribute", "Tracing", "value", "true");
            assertThat(ask("approver", write).status()).as(mbean).isEqualTo(403);
        }
        assertThat(camel.isTracing()).isFalse();
    }

    @Test
    void nothingIsCalledByGet() {
        String path = "/actuator/jolokia/exec/" + encoded(route("other")) + "/suspend()";
        String parameter = "/actuator/jolokia/?p=" + encoded("/exec/" + route("other") + "/suspend()");

        for (String call : List.of(path, parameter)) {
            assertThat(new Caller(port, "operator").get(call).body()).as(call).contains("\"status\":403");
        }
        assertThat(camel.getRouteController().getRouteStatus("other")).isEqualTo(ServiceStatus.Started);
    }

    @Test
    void noOtherJvmIsReachedThroughIt() {
        Map<String, Object> proxied = Map.of(
                "type", "read",
                "mbean", "java.lang:type=Memory",
                "target", Map.of("url", "service:jmx:rmi:///jndi/ldap://127.0.0.1:9/x"));

        assertThat(ask("approver", proxied).body()).doesNotContain("HeapMemoryUsage", "ldap: ", "NamingException");
    }

    @Test
    void nobodyListensToNotifications() {
        Map<String, Object> request = Map.of("type", "notification", "command", "register");

        assertThat(ask("approver", request).status()).isEqualTo(403);
    }

    @Test
    void oneRefusalInABatchDoesNotOpenTheOthers() {
        String batch = json(List.of(
                Map.of("type", "read", "mbean", route("other"), "attribute", "State"),
                Map.of("type", "exec", "mbean", context(), "operation", "createEndpoint", "arguments", List.of("x")),
                Map.of("type", "exec", "mbean", route("other"), "operation", "suspend()")));

        String answers = new Caller(port, "viewer")
                .post("/actuator/jolokia/", batch, "Content-Type", "application/json")
                .body();

        assertThat(answers).contains("\"status\":200").doesNotContain("stacktrace");
        assertThat(answers.split("\"status\":403", -1)).hasSize(3);
    }

    @Test
    void anErrorShowsNoStackTrace() {
        Answer answer = ask(
                "viewer",
                Map.of(
                        "type",
                        "read",
                        "mbean",
                        route("nowhere"),
                        "config",
                        Map.of("includeStackTrace", "true", "serializeException", "true")));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("stacktrace", "\tat ");
    }

    private String context() {
        return "org.apache.camel:context=" + camel.getManagementName() + ",type=context,name=\"" + camel.getName()
                + "\"";
    }

    private String route(String id) {
        return "org.apache.camel:context=" + camel.getManagementName() + ",type=routes,name=\"" + id + "\"";
    }

    private Answer read(String user, String mbean, String attribute) {
        return ask(user, Map.of("type", "read", "mbean", mbean, "attribute", attribute));
    }

    private Answer exec(String user, String mbean, String operation, Object... arguments) {
        return ask(
                user, Map.of("type", "exec", "mbean", mbean, "operation", operation, "arguments", List.of(arguments)));
    }

    private Answer ask(String user, Map<String, Object> request) {
        String body = new Caller(port, user)
                .post("/actuator/jolokia/", json(request), "Content-Type", "application/json")
                .body();
        return new Answer(JSON.readTree(body), body);
    }

    private static Map<String, String> ignoringErrors() {
        return Map.of("ignoreErrors", "true");
    }

    private static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }

    private record Answer(JsonNode json, String body) {
        int status() {
            return json.path("status").asInt();
        }

        JsonNode value() {
            return json.path("value");
        }
    }
}
