package dev.roster.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.console.ConsoleTest;
import dev.roster.monitoring.JolokiaCaller.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ConsoleTest
class JolokiaPolicyTest {
    private static final String DIAGNOSTICS = "com.sun.management:type=DiagnosticCommand";

    @Autowired
    CamelContext camel;

    @SuppressWarnings("NullAway.Init")
    private JolokiaCaller jolokia;

    @BeforeEach
    void call(@LocalServerPort int port) {
        jolokia = new JolokiaCaller(port, camel);
    }

    @Test
    void aViewerReadsRoutesAndMemory() {
        assertThat(jolokia.read("viewer", jolokia.route("heartbeat"), "ExchangesTotal")
                        .status())
                .isEqualTo(200);
        assertThat(jolokia.read("viewer", "java.lang:type=Memory", "HeapMemoryUsage")
                        .status())
                .isEqualTo(200);
        assertThat(jolokia.read("viewer", "java.lang:type=Runtime", "Uptime").status())
                .isEqualTo(200);
        assertThat(jolokia.exec("viewer", jolokia.context(), "dumpRoutesAsXml()")
                        .status())
                .isEqualTo(200);
        assertThat(jolokia.exec("viewer", jolokia.context(), "dumpRoutesStatsAsXml", true, true)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void routesAreShownWithoutWhatTheirPlaceholdersStandFor() {
        String routes =
                jolokia.exec("viewer", jolokia.context(), "dumpRoutesAsXml()").body();

        assertThat(routes).contains("heartbeat", "{{canary}}").doesNotContain("canary-4711");
    }

    @Test
    void noAttributeShowsWhatAPlaceholderStandsFor() {
        String attributes = jolokia.ask(
                        "viewer", Map.of("type", "read", "mbean", "org.apache.camel:*", "config", ignoringErrors()))
                .body();

        assertThat(attributes).contains("SourceLocation").doesNotContain("canary-4711");
    }

    @Test
    void onlyMBeansThatMayBeReadAreListed() {
        JsonNode listed =
                jolokia.ask("approver", Map.of("type", "list", "path", "")).value();

        assertThat(listed.propertyNames()).containsOnly("org.apache.camel", "java.lang");
        assertThat(jolokia.ask("approver", Map.of("type", "search", "mbean", "*:*"))
                        .body())
                .contains("org.apache.camel")
                .doesNotContain("DiagnosticCommand", "java.util.logging", "JMImplementation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"suspend()", "resume()", "stop()", "start()"})
    void anOperatorSwitchesARouteAndAViewerDoesNot(String operation) {
        assertThat(jolokia.exec("viewer", jolokia.route("other"), operation).status())
                .isEqualTo(403);
        assertThat(jolokia.exec("operator", jolokia.route("other"), operation).status())
                .isEqualTo(200);

        jolokia.exec("operator", jolokia.route("other"), "start()");
        assertThat(camel.getRouteController().getRouteStatus("other")).isEqualTo(ServiceStatus.Started);
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
        assertThat(jolokia.exec("approver", DIAGNOSTICS, operation, List.of("/tmp/agent.so"))
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
        assertThat(jolokia.exec("approver", mbean, operation, "x").status()).isEqualTo(403);
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
        assertThat(jolokia.exec("approver", jolokia.context(), operation, "x").status())
                .isEqualTo(403);
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
        assertThat(jolokia.exec("approver", jolokia.route("other"), operation, "x")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anOperationIsNotCalledOnEverythingAtOnce() {
        assertThat(jolokia.exec("approver", "org.apache.camel:type=routes,*", "stop()")
                        .status())
                .isEqualTo(403);
        assertThat(jolokia.exec("approver", "*:type=routes,name=*", "stop()").status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SystemProperties", "InputArguments", "ClassPath", "LibraryPath"})
    void howTheJvmWasStartedStaysHidden(String attribute) {
        assertThat(jolokia.read("approver", "java.lang:type=Runtime", attribute).status())
                .isEqualTo(403);
    }

    @Test
    void readingEverythingGivesNoMoreThanReadingOneByOne() {
        System.setProperty("roster.test.secret", "canary-system");
        try {
            for (String mbean : List.of("*:*", "java.lang:*", "java.lang:type=Runtime", "com.sun.management:*")) {
                String body = jolokia.ask(
                                "approver", Map.of("type", "read", "mbean", mbean, "config", ignoringErrors()))
                        .body();
                assertThat(body).as(mbean).doesNotContain("canary-system", "-Xmx");
            }
        } finally {
            System.clearProperty("roster.test.secret");
        }
    }

    @Test
    void nothingIsWritten() {
        for (String mbean : List.of(jolokia.context(), "org.apache.camel:*", "java.lang:type=Memory")) {
            Map<String, Object> write =
                    Map.of("type", "write", "mbean", mbean, "attribute", "Tracing", "value", "true");
            assertThat(jolokia.ask("approver", write).status()).as(mbean).isEqualTo(403);
        }
        assertThat(camel.isTracing()).isFalse();
    }

    @Test
    void nothingIsCalledByGet() {
        String path = "/actuator/jolokia/exec/" + encoded(jolokia.route("other")) + "/suspend()";
        String parameter = "/actuator/jolokia/?p=" + encoded("/exec/" + jolokia.route("other") + "/suspend()");

        for (String call : List.of(path, parameter)) {
            assertThat(jolokia.get("operator", call).status()).as(call).isEqualTo(403);
        }
        assertThat(camel.getRouteController().getRouteStatus("other")).isEqualTo(ServiceStatus.Started);
    }

    @Test
    void noOtherJvmIsReachedThroughIt() {
        Map<String, Object> proxied = Map.of(
                "type", "read",
                "mbean", "java.lang:type=Memory",
                "target", Map.of("url", "service:jmx:rmi:///jndi/ldap://127.0.0.1:9/x"));

        assertThat(jolokia.ask("approver", proxied).body())
                .doesNotContain("HeapMemoryUsage", "ldap: ", "NamingException");
    }

    @Test
    void nobodyListensToNotifications() {
        Map<String, Object> request = Map.of("type", "notification", "command", "register");

        assertThat(jolokia.ask("approver", request).status()).isEqualTo(403);
    }

    @Test
    void oneRefusalInABatchDoesNotOpenTheOthers() {
        List<Map<String, Object>> batch = List.of(
                Map.of("type", "read", "mbean", jolokia.route("other"), "attribute", "State"),
                Map.of(
                        "type",
                        "exec",
                        "mbean",
                        jolokia.context(),
                        "operation",
                        "createEndpoint",
                        "arguments",
                        List.of("x")),
                Map.of("type", "exec", "mbean", jolokia.route("other"), "operation", "suspend()"));

        String answers = jolokia.ask("viewer", batch).body();

        assertThat(answers).contains("\"status\":200").doesNotContain("stacktrace");
        assertThat(answers.split("\"status\":403", -1)).hasSize(3);
    }

    @Test
    void anErrorShowsNoStackTrace() {
        Answer answer = jolokia.ask(
                "viewer",
                Map.of(
                        "type",
                        "read",
                        "mbean",
                        jolokia.route("nowhere"),
                        "config",
                        Map.of("includeStackTrace", "true", "serializeException", "true")));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("stacktrace", "\tat ");
    }

    private static Map<String, String> ignoringErrors() {
        return Map.of("ignoreErrors", "true");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }
}
