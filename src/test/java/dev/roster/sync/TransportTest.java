package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.graph.SelfSigned;
import dev.roster.demo.product.BitbucketVersion;
import dev.roster.demo.product.ConfluenceVersion;
import dev.roster.demo.product.JiraVersion;
import dev.roster.settings.InvalidSettings;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.nio.file.Path;
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
