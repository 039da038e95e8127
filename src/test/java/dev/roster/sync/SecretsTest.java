package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.LogForOneTest;
import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedExchange;
import dev.roster.demo.graph.GraphSimulator;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.BitbucketVersion;
import dev.roster.demo.product.ConfluenceVersion;
import dev.roster.demo.product.JiraVersion;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.store.DeadLetters.DeadLetter;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No secret reaches a log at its most talkative, or what is kept of a failure. */
class SecretsTest {

    private static final Stage STAGE = Stage.empty();
    private static final String APPLICATION = "roster-app";
    private static final String APPLICATION_PASSWORD = "canary+of/the&application";
    private static final Pattern NEW_PASSWORD = Pattern.compile("\"password\":\"([^\"]+)\"");

    private static Path log = Path.of("none");
    private static MailFront mail;

    @BeforeAll
    static void talkativeRuns(@TempDir Path folder) throws IOException {
        mail = new MailFront();
        LogForOneTest.take();
        log = folder.resolve("roster.log");
        STAGE.withProperty("logging.level.root", "DEBUG")
                .withProperty("logging.file.name", log.toString())
                .withProperty("logging.threshold.console", "OFF")
                .withProperty("roster.notify.mail", "ops@example.com")
                .withProperty("notify.cron", "0 0 0 1 1 ? 2099")
                .withProperty("spring.mail.host", "127.0.0.1")
                .withProperty("spring.mail.port", String.valueOf(mail.port()))
                .withProperty("spring.mail.username", MailFront.USER)
                .withProperty("spring.mail.password", MailFront.PASSWORD)
                // The simulators' side of the wire.
                .withProperty("logging.level.com.sun.net.httpserver", "OFF")
                .withProperty("logging.level.com.icegreen", "OFF");
        SimulatedTenant tenant = Cast.six();
        Landscape landscape = Landscape.start(tenant, JiraVersion.V10_0, ConfluenceVersion.V10_0, BitbucketVersion.V10);
        landscape.jira().userServer().register(APPLICATION, APPLICATION_PASSWORD);
        Scene scene = STAGE.scene("canaries", landscape)
                .with("groups.include", "team-.*")
                .with("targets.jira.user-management.application", APPLICATION)
                .with("targets.jira.user-management.password", APPLICATION_PASSWORD);
        // Answers that tell everything they were told.
        echo(scene.jira(), "/rest/api/2/user", 403);
        echo(scene.confluence(), "/rest/api/admin/user", 500);
        echo(scene.bitbucket(), "/admin/users", 500);
        scene.graph()
                .server()
                .plan(PlannedFault.answer(PlannedFault.on("GET", "/v1.0/groups"), 1, SimulatedAnswer.json(503, "{}")));
        scene.sync();
        scene.landscape().products().forEach(product -> product.server().forgetFaults());
        scene.sync();
        echo(scene.jira(), "GET", "/rest/usermanagement/1/search", 403);
        scene.reconcile();
        scene.jira().server().forgetFaults();
        Cast.change(tenant);
        scene.sync();
        tellByMail(scene);
        mail.changesThePassword("another");
        tellByMail(scene);
    }

    /** A run fails, and then the next one does not; either way there is something to tell. */
    private static void tellByMail(Scene scene) {
        for (int faults : new int[] {Integer.MAX_VALUE, 0}) {
            scene.graph().server().plan(PlannedFault.answer(any -> true, faults, SimulatedAnswer.json(500, "{}")));
            scene.sync();
            scene.graph().server().forgetFaults();
            STAGE.app().getBean(ProducerTemplate.class).sendBody("direct:notify-mail", "");
        }
    }

    private static void echo(SimulatedProduct product, String path, int status) {
        echo(product, "POST", path, status);
    }

    private static void echo(SimulatedProduct product, String method, String path, int status) {
        product.server()
                .plan(PlannedFault.echo(
                        request -> request.method().equals(method)
                                && request.rawPath().endsWith(path),
                        Integer.MAX_VALUE,
                        request -> SimulatedAnswer.json(
                                status,
                                request.headers() + " " + request.rawQuery() + " " + request.body() + " "
                                        + application() + " " + APPLICATION_PASSWORD)));
    }

    @AfterAll
    static void close() throws IOException {
        STAGE.close();
        mail.close();
        LogForOneTest.giveBack();
    }

    private static Set<String> canaries() {
        Set<String> canaries = new LinkedHashSet<>();
        add(canaries, GraphSimulator.CLIENT_SECRET);
        add(canaries, Landscape.JIRA_TOKEN);
        add(canaries, Landscape.CONFLUENCE_TOKEN);
        add(canaries, Landscape.BITBUCKET_PASSWORD);
        add(canaries, SimulatedProduct.ADMIN + ":" + Landscape.BITBUCKET_PASSWORD);
        add(canaries, APPLICATION_PASSWORD);
        add(canaries, APPLICATION + ":" + APPLICATION_PASSWORD);
        add(canaries, MailFront.PASSWORD);
        add(canaries, "\0" + MailFront.USER + "\0" + MailFront.PASSWORD);
        Scene scene = STAGE.scene("canaries");
        for (SimulatedExchange exchange : scene.graph().server().exchanges()) {
            String authorization = exchange.request().header("Authorization");
            if (authorization != null) {
                add(canaries, authorization.substring("Bearer ".length()));
            }
        }
        for (SimulatedProduct product : scene.landscape().products()) {
            for (SimulatedExchange exchange : product.server().exchanges()) {
                String password = exchange.request().query().get("password");
                if (password != null) {
                    add(canaries, password);
                }
                Matcher matcher = NEW_PASSWORD.matcher(exchange.request().body());
                if (matcher.find()) {
                    add(canaries, matcher.group(1));
                }
            }
        }
        return canaries;
    }

    /** As it is sent. */
    private static String application() {
        byte[] pair = (APPLICATION + ":" + APPLICATION_PASSWORD).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(pair);
    }

    private static void add(Set<String> canaries, String secret) {
        canaries.add(secret);
        canaries.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        canaries.add(Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void thereAreSecretsOfEveryKind() {
        // Four from the settings, a token of Graph, and a new password for each account in two products, in all forms.
        assertThat(canaries()).hasSizeGreaterThan(30);
        assertThat(mail.about("canaries"))
                .as("the mail server was told the password")
                .isNotEmpty();
        assertThat(STAGE.scene("canaries").jira().server().exchanges())
                .as("Jira was told the application's password")
                .anySatisfy(exchange ->
                        assertThat(exchange.request().header("Authorization")).isEqualTo("Basic " + application()));
    }

    @Test
    void noLineOfTheLogHoldsASecret() throws IOException {
        List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
        assertThat(lines).hasSizeGreaterThan(1000);
        Set<String> canaries = canaries();
        List<String> telling = lines.stream()
                .filter(line -> canaries.stream().anyMatch(line::contains))
                .map(line -> line.substring(0, Math.min(line.length(), 200)))
                .toList();
        assertThat(telling).isEmpty();
    }

    @Test
    void noDeadLetterHoldsASecret() {
        List<String> kept = STAGE.scene("canaries").deadLetters().stream()
                .map(letter -> letter.error() + " " + letter.response())
                .toList();
        assertThat(STAGE.scene("canaries").deadLetters())
                .extracting(DeadLetter::response)
                .filteredOn(Objects::nonNull)
                .isNotEmpty();
        Set<String> canaries = canaries();
        assertThat(kept)
                .filteredOn(text -> canaries.stream().anyMatch(text::contains))
                .isEmpty();
    }
}
