package dev.roster.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedServer;
import dev.roster.demo.graph.GraphSimulator;
import dev.roster.demo.graph.SelfSigned;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.overview.ConnectionView;
import dev.roster.overview.ConnectionViews;
import dev.roster.run.OwnApproval;
import dev.roster.run.RunQueue;
import dev.roster.run.RunRequest;
import dev.roster.store.Actor;
import dev.roster.store.Run;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that stand at a connection or at a target only: what they do beside another connection that has the default. */
class ConnectionKeysTest {

    private static final String FEDERATED = "aGVhZA.cGF5bG9hZA.c2lnbg";
    private static final int SLOW = 20;
    private static final Stage STAGE = Stage.empty();
    private static final GraphSimulator SPARE = GraphSimulator.start(Company.now());

    /** With a value that cannot be right, each of these keys shows that it is the one that is used. */
    private static final List<String> WRONG = List.of(
            "entra.tenant-id",
            "entra.client-id",
            "entra.client-secret",
            "targets.jira.token",
            "targets.bitbucket.username",
            "targets.bitbucket.password");

    @BeforeAll
    static void scenes(@TempDir Path folder) throws Exception {
        scene("plain").unset("schedule.cron").unset("schedule.reconcile-cron");
        WRONG.forEach(key -> scene(key.replace('.', '-')).with(key, "00000000-0000-0000-0000-00000000abcd"));
        scene("login-url").with("entra.login-url", SPARE.url().toString());
        scene("graph-url").with("entra.graph-url", SPARE.url().toString());
        withCertificate(scene("certificate"), folder);
        withFederatedToken(scene("federated"), folder);
        Scene moved = scene("moved");
        moved.with("targets.confluence.url", moved.jira().url().toString()).with("targets.jira.product", "confluence");
        scene("disabled").with("enabled", "false");
        scene("listed").with("entra.read", "list");
        scene("small-pages").with("entra.page-size", "2").with("entra.read", "list");
        scene("one-by-one").with("targets.jira.max-in-flight", "1");
        scene("side-by-side");
        scene("slow").with("targets.jira.max-requests-per-second", String.valueOf(SLOW));
        scene("scheduled").with("schedule.cron", "0 30 4 1 1 ? 2099").with("schedule.time-zone", "Europe/Berlin");
        scene("reconciled").with("schedule.reconcile-cron", "0 30 5 1 1 ? 2099");
        scene("two-eyes").with("limits.first-run", "approve");
        scene("four-eyes").with("limits.first-run", "approve").with("limits.four-eyes", "true");
        scene("four-eyes-once")
                .with("limits.first-run", "approve")
                .with("limits.four-eyes", "true")
                .with("targets.jira.limits.four-eyes", "false")
                .with("targets.confluence.limits.four-eyes", "false");
    }

    private static void withCertificate(Scene scene, Path folder) throws Exception {
        SelfSigned own = SelfSigned.create(folder.resolve("own.p12"));
        scene.graph().credentials().register(own.certificate());
        scene.unset("entra.client-secret")
                .with(
                        "entra.certificate",
                        pem(folder, "CERTIFICATE", own.certificate().getEncoded()))
                .with("entra.private-key", pem(folder, "PRIVATE KEY", own.key().getEncoded()));
    }

    private static String pem(Path folder, String label, byte[] der) throws IOException {
        String text = Base64.getMimeEncoder().encodeToString(der);
        return Files.writeString(
                        folder.resolve(label.replace(' ', '-') + ".pem"),
                        "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n")
                .toString();
    }

    private static void withFederatedToken(Scene scene, Path folder) throws IOException {
        scene.graph().credentials().federate(FEDERATED);
        Path file = Files.writeString(folder.resolve("token"), FEDERATED + "\n");
        scene.unset("entra.client-secret").with("entra.federated-token-file", file.toString());
    }

    private static Scene scene(String name) {
        SimulatedTenant tenant = Company.now();
        Scene scene = STAGE.scene(name, Landscape.start(tenant)).with("groups.include", "team-.*");
        scene.landscape()
                .products()
                .forEach(product -> product.directory().seed().user("local", "Local", "l@x.example"));
        return scene;
    }

    @AfterAll
    static void close() {
        STAGE.close();
        SPARE.close();
    }

    @Test
    void everythingAsItShouldBe() {
        assertThat(STAGE.scene("plain").sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(view("plain").enabled()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "entra.tenant-id, failed, Entra",
        "entra.client-id, failed, Entra",
        "entra.client-secret, failed, Entra",
        "targets.jira.token, completed-with-errors, jira",
        "targets.bitbucket.username, completed-with-errors, bitbucket",
        "targets.bitbucket.password, completed-with-errors, bitbucket",
    })
    void aWrongCredentialIsTheOneThatIsUsed(String key, String state, String who) {
        RunRow run = STAGE.scene(key.replace('.', '-')).sync();
        assertThat(run.state().word()).as(run.message()).isEqualTo(state);
        assertThat(run.leftOut().toString() + run.message()).containsIgnoringCase(who);
    }

    @Test
    void anAddressOfEntraIsTheOneThatIsAsked() {
        STAGE.scene("login-url").sync();
        assertThat(SPARE.server().exchanges())
                .anyMatch(exchange -> exchange.toString().contains("oauth2"));
        RunRow run = STAGE.scene("graph-url").sync();
        assertThat(run.message()).as("a token for that address, from this one").contains("belong together");
    }

    @ParameterizedTest
    @ValueSource(strings = {"certificate", "federated"})
    void aCertificateOrAFederatedTokenDoesInsteadOfASecret(String scene) {
        assertThat(STAGE.scene(scene).sync().state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void aTargetIsAskedAtItsAddressAsTheProductThatItIs() {
        Scene scene = STAGE.scene("moved");
        RunRow run = scene.sync();
        assertThat(run.leftOut()).as("Jira is no Confluence").containsExactlyInAnyOrder("jira", "confluence");
        assertThat(scene.confluence().server().requests()).isZero();
    }

    @Test
    void aDisabledConnectionDoesNotRun() {
        assertThatThrownBy(() -> STAGE.scene("disabled").sync()).hasStackTraceContaining("disabled");
        assertThat(view("disabled").enabled()).isFalse();
    }

    @Test
    void entraIsAskedForChangesUnlessItIsToBeListed() {
        for (String name : List.of("reconciled", "listed")) {
            assertThat(STAGE.scene(name).sync().state()).isEqualTo(RunState.COMPLETED);
        }
        assertThat(asksForChanges("reconciled")).isTrue();
        assertThat(asksForChanges("listed")).isFalse();
    }

    private static boolean asksForChanges(String scene) {
        return STAGE.scene(scene).graph().server().exchanges().stream()
                .anyMatch(exchange -> exchange.toString().contains("/users/delta"));
    }

    @Test
    void pagesOfEntraHaveTheSizeOfTheSetting() {
        assertThat(pages("small-pages", "$top=2")).isTrue();
        assertThat(pages("listed", "$top=999")).isTrue();
    }

    private static boolean pages(String scene, String top) {
        SimulatedServer server = STAGE.scene(scene).graph().server();
        server.remember(true);
        assertThat(STAGE.scene(scene).sync().state()).isEqualTo(RunState.COMPLETED);
        return server.exchanges().stream()
                        .anyMatch(exchange -> exchange.toString().contains(top))
                || server.exchanges().stream()
                        .anyMatch(exchange -> exchange.toString().contains(top.replace("$", "%24")));
    }

    @Test
    void soManyRequestsAreSentAtOnce() {
        for (String name : List.of("one-by-one", "side-by-side")) {
            STAGE.scene(name).jira().server().answerAfter(Duration.ofMillis(100));
            STAGE.scene(name).sync();
        }
        assertThat(STAGE.scene("one-by-one").jira().server().mostInFlight()).isEqualTo(1);
        assertThat(STAGE.scene("side-by-side").jira().server().mostInFlight()).isBetween(2, 4);
    }

    @Test
    void soManyRequestsLeaveInASecond() {
        Scene scene = STAGE.scene("slow");
        List<Instant> arrived = new CopyOnWriteArrayList<>();
        scene.jira()
                .server()
                .plan(PlannedFault.answer(
                        any -> {
                            arrived.add(Instant.now());
                            return false;
                        },
                        1,
                        SimulatedAnswer.empty(204)));
        Instant begin = Instant.now();
        scene.sync();
        // Two of them may leave at once.
        Duration least = Duration.ofSeconds(1).multipliedBy(arrived.size() - 2L).dividedBy(SLOW);
        assertThat(arrived.get(arrived.size() - 1)).isAfterOrEqualTo(begin.plus(least));
    }

    @Test
    void aScheduleStartsTheNextRunInItsTimeZone() {
        assertThat(view("scheduled").nextRunAt()).isEqualTo("2099-01-01T04:30:00+01:00");
        assertThat(view("reconciled").nextRunAt()).isEqualTo("2099-01-01T05:30:00Z");
        assertThat(view("slow").nextRunAt()).as("both are blank").isNull();
        OffsetDateTime preset = Objects.requireNonNull(view("plain").nextRunAt());
        assertThat(preset.getOffset()).isEqualTo(ZoneOffset.UTC);
        assertThat(preset.getMinute() % 15 == 0 || preset.getMinute() == 7).isTrue();
    }

    private static ConnectionView view(String name) {
        return STAGE.app().getBean(ConnectionViews.class).all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoStartedARunMayNotApproveItUnderFourEyesOfOneOfItsTargets() {
        assertThatCode(() -> approveOwn("two-eyes", List.of())).doesNotThrowAnyException();
        assertThatThrownBy(() -> approveOwn("four-eyes", List.of())).isInstanceOf(OwnApproval.class);
        assertThatThrownBy(() -> approveOwn("four-eyes-once", List.of())).isInstanceOf(OwnApproval.class);
        assertThatCode(() -> approveOwn("four-eyes-once", List.of("jira", "confluence")))
                .doesNotThrowAnyException();
    }

    private static void approveOwn(String name, List<String> targets) {
        RunQueue queue = STAGE.app().getBean(RunQueue.class);
        long run = queue.start(new RunRequest(name, Run.Mode.SYNC, false, targets, "api", "jo"));
        assertThat(STAGE.scene(name).ended(run).state()).isEqualTo(RunState.AWAITING_APPROVAL);
        queue.approve(run, new Actor("jo", "api"));
        assertThat(STAGE.scene(name).ended(run).state()).isEqualTo(RunState.COMPLETED);
    }
}
