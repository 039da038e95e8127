package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.Roster;
import dev.roster.RunningService;
import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.graph.GraphSimulator;
import dev.roster.demo.graph.SelfSigned;
import dev.roster.demo.product.BitbucketVersion;
import dev.roster.demo.product.ConfluenceVersion;
import dev.roster.demo.product.JiraVersion;
import dev.roster.settings.InvalidSettings;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way to a service: through a proxy, and under a company's own certificate authority. */
class TransportTest {

    private static Scene scene(Stage stage, String name) {
        return stage.scene(
                        name,
                        Landscape.start(Cast.six(), JiraVersion.V11, ConfluenceVersion.V10_0, BitbucketVersion.V10))
                .with("groups.include", "team-.*");
    }

    @Test
    void aProductIsReachedThroughAProxy() {
        try (Stage stage = Stage.empty()) {
            Scene scene = scene(stage, "proxied");
            // No such host exists: what arrives has come through the proxy, whose part the simulator plays.
            scene.with(
                            "targets.jira.url",
                            "http://jira.invalid" + scene.jira().url().getPath())
                    .with("targets.jira.allow-http", "true")
                    .with("targets.jira.proxy", scene.jira().server().url().toString());
            assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
            assertThat(scene.jira().directory().members("team-a")).hasSize(5);
        }
    }

    @Test
    void aProxyThatAsksForAPasswordIsShownIt() throws IOException {
        try (AskingProxy proxy = AskingProxy.start();
                Stage stage = Stage.empty()) {
            stage.withProperty("retry.times", "0");
            Scene known = scene(stage, "known");
            List.of("entra.", "targets.jira.", "targets.confluence.", "targets.bitbucket.")
                    .forEach(way -> behind(proxy, known, way, AskingProxy.PASSWORD));
            Scene unknown = scene(stage, "unknown");
            behind(proxy, unknown, "targets.jira.", "wrong");

            assertThat(known.sync().state()).isEqualTo(RunState.COMPLETED);
            assertThat(known.jira().directory().members("team-a")).hasSize(5);
            assertThat(origins(known))
                    .allSatisfy(origin -> assertThat(proxy.let()).anyMatch(line -> line.contains(" " + origin)));

            RunRow run = unknown.sync();
            assertThat(run.leftOut()).containsExactly("jira");
            assertThat(run.message()).contains("HTTP 407");
            assertThat(unknown.jira().server().requests()).isZero();
        }
    }

    /** The sign-in is on the same port as Graph, under the tenant's path. */
    private static List<String> origins(Scene scene) {
        return List.of(
                scene.graph().url() + "/" + GraphSimulator.TENANT_ID,
                scene.graph().url() + "/v1.0",
                scene.jira().url().toString(),
                scene.confluence().url().toString(),
                scene.bitbucket().url().toString());
    }

    private static void behind(AskingProxy proxy, Scene scene, String way, String password) {
        scene.with(way + "proxy", proxy.url())
                .with(way + "proxy-username", AskingProxy.USERNAME)
                .with(way + "proxy-password", password);
    }

    /** The whole program: the client of the sign-in reads but once in a process whether tunnels may have passwords. */
    @Test
    void aProxyThatAsksOpensATunnelAndTheOtherEndDoesNotHearThePassword(@TempDir Path folder) throws Exception {
        try (Landscape landscape =
                        Landscape.start(Cast.six(), JiraVersion.V11, ConfluenceVersion.V10_0, BitbucketVersion.V10);
                AskingProxy proxy = AskingProxy.start();
                TlsFront front = TlsFront.start(folder)) {
            Map<String, String> settings = tunnelled(landscape, proxy, front, folder);
            String checked = check(settings);
            assertThat(checked).contains("\"ok\" : true").doesNotContain(AskingProxy.PASSWORD);
            String tunnel = "CONNECT "
                    + URI.create(settings.get(Landscape.key("entra.login-url"))).getAuthority() + " HTTP/1.1";
            assertThat(proxy.let()).filteredOn(tunnel::equals).hasSizeGreaterThan(1);
            assertThat(landscape.jira().server().exchanges()).isNotEmpty();
            assertThat(landscape.graph().server().exchanges())
                    .extracting(exchange -> exchange.request().header("proxy-authorization"))
                    .containsOnlyNulls();
            assertThat(landscape.jira().server().exchanges())
                    .extracting(exchange -> exchange.request().header("proxy-authorization"))
                    .containsOnlyNulls();

            settings.put(Landscape.key("entra.proxy-password"), "wrong");
            assertThat(check(settings)).contains("\"ok\" : false");
        }
    }

    private static Map<String, String> tunnelled(Landscape landscape, AskingProxy proxy, TlsFront front, Path folder) {
        Map<String, String> settings = new LinkedHashMap<>(RunningService.settings(landscape));
        settings.put("spring.datasource.url", "jdbc:hsqldb:file:" + folder.resolve("roster"));
        settings.put("spring.ssl.bundle.jks.company.truststore.location", "file:" + front.keystore());
        settings.put("spring.ssl.bundle.jks.company.truststore.password", SelfSigned.PASSWORD);
        settings.put(
                Landscape.key("entra.login-url"), front.to(landscape.graph().url()));
        settings.put(
                Landscape.key("targets.jira.url"), front.to(landscape.jira().url()));
        for (String way : List.of("entra.", "targets.jira.")) {
            settings.put(Landscape.key(way + "ssl-bundle"), "company");
            settings.put(Landscape.key(way + "proxy"), proxy.url());
            settings.put(Landscape.key(way + "proxy-username"), AskingProxy.USERNAME);
            settings.put(Landscape.key(way + "proxy-password"), AskingProxy.PASSWORD);
        }
        return settings;
    }

    /** What the command prints. */
    private static String check(Map<String, String> settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Roster.class.getName(),
                "check",
                "--json"));
        command.addAll(List.of(RunningService.arguments(settings)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aCertificateAuthorityOfOnesOwnIsTrustedWhereTheSettingsSaySo(@TempDir Path folder) {
        try (TlsFront front = TlsFront.start(folder);
                Stage stage = Stage.empty()) {
            stage.withProperty("spring.ssl.bundle.jks.company.truststore.location", "file:" + front.keystore())
                    .withProperty("spring.ssl.bundle.jks.company.truststore.password", SelfSigned.PASSWORD)
                    .withProperty("retry.times", "0");
            Scene trusting = scene(stage, "trusting");
            trusting.with("targets.jira.url", front.to(trusting.jira().url()))
                    .with("targets.jira.ssl-bundle", "company");
            Scene wary = scene(stage, "wary");
            wary.with("targets.jira.url", front.to(wary.jira().url()));

            assertThat(trusting.sync().state()).isEqualTo(RunState.COMPLETED);
            assertThat(trusting.jira().directory().members("team-a")).hasSize(5);

            RunRow run = wary.sync();
            assertThat(run.leftOut()).containsExactly("jira");
            assertThat(run.message()).contains("SSLHandshakeException");
            assertThat(wary.jira().server().requests()).isZero();
        }
    }

    @Test
    void aBundleThatIsNotDefinedStopsTheStart() {
        try (Stage stage = Stage.empty()) {
            scene(stage, "lost").with("targets.jira.ssl-bundle", "nowhere");
            assertThatThrownBy(stage::app)
                    .hasRootCauseInstanceOf(InvalidSettings.class)
                    .rootCause()
                    .satisfies(e -> assertThat(((InvalidSettings) e).faults())
                            .singleElement()
                            .satisfies(fault -> assertThat(fault.problem()).contains("'nowhere'")));
        }
    }
}
