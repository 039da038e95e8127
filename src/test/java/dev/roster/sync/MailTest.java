package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.settings.InvalidSettings;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Those whose mail addresses are in the settings are told the same as the webhook, by whatever a mail server does. */
@ExtendWith(OutputCaptureExtension.class)
class MailTest {

    private static final List<String> SCENES = List.of("waits", "hostile", "refused", "silent", "both");
    private static final Stage STAGE = Stage.empty();
    private static MailFront server;
    private static Hook hook;

    @BeforeAll
    static void scenes() throws IOException {
        server = new MailFront();
        hook = new Hook();
        STAGE.withProperty("roster.notify.mail", "ops@example.com, jo@example.com")
                .withProperty("roster.notify.webhook", hook.address())
                .withProperty("notify.cron", "0 0 0 1 1 ? 2099")
                .withProperty("spring.mail.host", "127.0.0.1")
                .withProperty("spring.mail.port", String.valueOf(server.port()))
                .withProperty("spring.mail.username", MailFront.USER)
                .withProperty("spring.mail.password", MailFront.PASSWORD)
                .withProperty("spring.mail.properties.mail.smtp.timeout", "300")
                .withProperty("spring.mail.properties.mail.from", "roster@example.com");
        for (String name : SCENES) {
            Scene scene = STAGE.scene(name, Landscape.start(Cast.six())).with("limits.first-run", "approve");
            scene.jira().directory().seed().user("old", "Old", "old@example.com");
        }
        STAGE.app();
    }

    @AfterAll
    static void close() throws IOException {
        STAGE.close();
        server.close();
        hook.close();
    }

    private static void tell() {
        STAGE.app().getBean(ProducerTemplate.class).sendBody("direct:notify-mail", "");
    }

    private static String body(MimeMessage mail) throws Exception {
        return mail.getContent().toString().replace("\r\n", "\n");
    }

    @Test
    void aRunThatWaitsIsToldOnceAndAgainAfterADay() throws Exception {
        Scene scene = STAGE.scene("waits");
        RunRow run = scene.sync();
        assertThat(run.state()).isEqualTo(RunState.AWAITING_APPROVAL);
        tell();
        tell();

        // One mail, which the server hands to both.
        assertThat(server.about("waits")).hasSize(2);
        MimeMessage mail = server.about("waits").get(0);
        assertThat(mail.getSubject()).isEqualTo("Roster: run " + run.id() + " of waits waits for approval");
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("roster@example.com");
        assertThat(mail.getRecipients(RecipientType.TO))
                .extracting(Object::toString)
                .containsExactly("ops@example.com", "jo@example.com");
        assertThat(mail.getContentType()).startsWith("text/plain");
        assertThat(body(mail)).contains("the first run against jira").contains("'approve " + run.id() + "'");

        STAGE.app()
                .getBean(JdbcClient.class)
                .sql("update notice set told_at = ?")
                .params(OffsetDateTime.now().minusHours(25))
                .update();
        tell();
        assertThat(server.about("waits")).hasSize(4);
        assertThat(server.about("waits").get(3).getSubject()).contains("still waits for approval");

        scene.approve(run);
        tell();
        assertThat(server.about("waits")).hasSize(6);
        assertThat(server.about("waits").get(5).getSubject()).contains("all is well again");
    }

    @Test
    void aNameCannotWriteAHeaderOrHideInTheText() throws Exception {
        RunRow run = STAGE.scene("hostile").sync();
        String name = "Ärzte\r\nBcc: eve@example.com\r\n\r\n\u202Ecod.exe";
        STAGE.app()
                .getBean(JdbcClient.class)
                .sql("update run set waits_for = ? where id = ?")
                .params("the group " + name, run.id())
                .update();
        tell();

        assertThat(server.about("hostile")).hasSize(2);
        MimeMessage mail = server.about("hostile").get(0);
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getRecipients(RecipientType.BCC)).isNull();
        assertThat(body(mail)).contains("the group Ärzte Bcc: eve@example.com U+202Ecod.exe");
    }

    @Test
    void aRefusalIsToldInTheLogWithoutThePasswordAndTheNewsStaysNew(CapturedOutput output) throws Exception {
        RunRow run = STAGE.scene("refused").sync();
        String beginning =
                "the mail server could not be told that run " + run.id() + " of refused is awaiting-approval: ";
        server.changesThePassword("another");
        tell();
        assertThat(output.getAll()).contains(beginning + "535");
        server.changesThePassword(MailFront.PASSWORD);
        server.is(MailFront.Mood.GONE);
        tell();
        server.is(MailFront.Mood.OPEN);
        assertThat(output.getAll().split(beginning, -1)).hasSize(3);
        assertThat(server.about("refused")).isEmpty();

        tell();
        assertThat(server.about("refused")).hasSize(2);
        assertThat(output.getAll()).doesNotContain(MailFront.PASSWORD).doesNotContain("\tat ");
        assertThat(STAGE.app().getBean(CamelContext.class).getEndpoints())
                .extracting(Endpoint::getEndpointUri)
                .noneMatch(uri -> uri.contains(MailFront.PASSWORD));
    }

    @Test
    void aServerThatSaysNothingIsGivenUpAndHoldsNobodyBack(CapturedOutput output) throws Exception {
        Scene scene = STAGE.scene("silent");
        RunRow run = scene.sync();
        server.is(MailFront.Mood.SILENT);
        try {
            tell();
            assertThat(output.getAll())
                    .contains("the mail server could not be told that run " + run.id() + " of silent");
            assertThat(scene.approve(run).state()).isEqualTo(RunState.COMPLETED);
        } finally {
            server.is(MailFront.Mood.OPEN);
        }
    }

    @Test
    void eachChannelIsToldByItself() {
        RunRow run = STAGE.scene("both").sync();
        server.is(MailFront.Mood.GONE);
        tell();
        STAGE.app().getBean(ProducerTemplate.class).sendBody("direct:notify-webhook", "");
        server.is(MailFront.Mood.OPEN);
        assertThat(hook.toldOf("both"))
                .extracting(message -> message.path("run").asLong())
                .containsExactly(run.id());
        assertThat(server.about("both")).isEmpty();

        tell();
        STAGE.app().getBean(ProducerTemplate.class).sendBody("direct:notify-webhook", "");
        assertThat(server.about("both")).hasSize(2);
        assertThat(hook.toldOf("both")).isEmpty();
    }

    @Test
    void mailWithoutAServerStopsTheStart() {
        try (Stage stage = Stage.on(Landscape.start(Cast.six()))) {
            stage.withProperty("roster.notify.mail", "ops@example.com");
            assertThatThrownBy(stage::app)
                    .hasRootCauseInstanceOf(InvalidSettings.class)
                    .rootCause()
                    .satisfies(e -> assertThat(((InvalidSettings) e).faults())
                            .singleElement()
                            .satisfies(fault -> assertThat(fault.toString())
                                    .contains("roster.notify.mail", "no mail server", "spring.mail.host")));
        }
    }
}
