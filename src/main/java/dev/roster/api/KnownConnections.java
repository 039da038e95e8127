package dev.roster.api;

import dev.roster.settings.Connection;
import dev.roster.settings.Settings;
import org.springframework.stereotype.Component;

/** The connections that addresses name. */
@Component
class KnownConnections {

    private final Settings settings;

    KnownConnections(Settings settings) {
        this.settings = settings;
    }

    /** @throws NotFound when there is none of this name */
    Connection known(String name) {
        return settings.connection(name).orElseThrow(() -> new NotFound("no connection is called " + name));
    }

    /**
     * A connection that may do something.
     *
     * @throws NotFound when there is none of this name
     * @throws NotEnabled when it is switched off
     */
    Connection enabled(String name) {
        Connection connection = known(name);
        if (!connection.enabled()) {
            throw new NotEnabled(name);
        }
        return connection;
    }
}
