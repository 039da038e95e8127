package dev.roster.run;

import dev.roster.settings.Connection;
import dev.roster.settings.Settings;
import java.util.Objects;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/** Has a connection checked: credentials, permissions, one read of each kind. Writes nothing to Entra or a product. */
@Component
public class CheckRequest {

    private final Settings settings;
    private final ProducerTemplate routes;

    CheckRequest(Settings settings, ProducerTemplate routes) {
        this.settings = settings;
        this.routes = routes;
    }

    /**
     * Checks now, and waits for the result.
     *
     * @throws UnknownConnection when no enabled connection has this name
     */
    public CheckReport.Result check(String name) {
        Connection connection = settings.connection(name)
                .filter(Connection::enabled)
                .orElseThrow(() -> new UnknownConnection("no enabled connection is called " + name));
        CheckReport report = Objects.requireNonNull(routes.requestBody("direct:check", connection, CheckReport.class));
        return report.result();
    }
}
