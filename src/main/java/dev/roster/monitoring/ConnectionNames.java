package dev.roster.monitoring;

import dev.roster.settings.Connection;
import dev.roster.settings.Settings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.stereotype.Component;

/** The configured connections by name, for {@code /actuator/info}. */
@Component
final class ConnectionNames implements InfoContributor {
    private final ObjectProvider<Settings> settings;

    ConnectionNames(ObjectProvider<Settings> settings) {
        this.settings = settings;
    }

    @Override
    public void contribute(Info.Builder info) {
        settings.ifAvailable(all -> info.withDetail(
                "connections", all.connections().stream().map(Connection::name).toList()));
    }
}
