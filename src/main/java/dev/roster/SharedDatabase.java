package dev.roster;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Whether several instances may work on one database, and with each other. */
@Component
class SharedDatabase {

    private final boolean server;
    private final boolean shared;

    SharedDatabase(Environment environment) {
        this.server = environment.getProperty("spring.datasource.url", "").startsWith("jdbc:postgresql:");
        // A one-shot command starts no schedule, must not touch those of the service, and helps nobody.
        this.shared = server && environment.getProperty("instances.shared", Boolean.class, true);
    }

    /**
     * Whether it computes in processes of its own, one for each connection. In one that computes in Roster's process,
     * several plans at once took longer than one after the other.
     */
    boolean isServer() {
        return server;
    }

    boolean isShared() {
        return shared;
    }
}
