package dev.roster;

import dev.roster.settings.Fault;
import dev.roster.settings.InvalidSettings;
import dev.roster.settings.Settings;
import jakarta.mail.Session;
import java.util.List;
import java.util.Objects;
import org.apache.camel.component.mail.DefaultJavaMailSender;
import org.apache.camel.component.mail.JavaMailSender;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The mail server of {@code spring.mail}, as Camel's mail component takes it; its password is in no address. */
@Component
class MailServer {

    private static final int SMTPS = 465;

    private final List<String> recipients;
    private final @Nullable JavaMailSenderImpl spring;

    /** @throws InvalidSettings when mail is to be sent, and no server is named */
    MailServer(Settings settings, ObjectProvider<JavaMailSenderImpl> servers) {
        recipients = settings.notifications().mail();
        spring = servers.getIfAvailable();
        if (!recipients.isEmpty() && (spring == null || isBlank(spring.getHost()))) {
            throw new InvalidSettings(List.of(new Fault(
                    "roster.notify.mail",
                    null,
                    "there is no mail server to send by",
                    "set spring.mail.host, and spring.mail.username and spring.mail.password if it asks for them")));
        }
    }

    /** As the header To takes them. */
    String to() {
        return String.join(",", recipients);
    }

    /** {@code mail.from}, as Jakarta Mail calls it; without it the first one who is told, who then gets what bounces. */
    String from() {
        return server().getJavaMailProperties().getProperty("mail.from", recipients.get(0));
    }

    /** What sends. */
    JavaMailSender sender() {
        JavaMailSenderImpl server = server();
        DefaultJavaMailSender sender = new DefaultJavaMailSender();
        sender.setSession(Session.getInstance(server.getJavaMailProperties()));
        sender.setProtocol(protocol(server));
        sender.setHost(server.getHost());
        sender.setPort(server.getPort() > 0 || !protocol(server).equals("smtps") ? server.getPort() : SMTPS);
        sender.setUsername(server.getUsername());
        sender.setPassword(server.getPassword());
        return sender;
    }

    private static String protocol(JavaMailSenderImpl server) {
        return Objects.requireNonNullElse(server.getProtocol(), JavaMailSenderImpl.DEFAULT_PROTOCOL);
    }

    private JavaMailSenderImpl server() {
        return Objects.requireNonNull(spring, "no mail server");
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
