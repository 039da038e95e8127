package dev.roster;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Whether several instances may work on one database, and with each other. */
@Component
class SharedDatabase {

    private final boolean shared;

    SharedDatabase(Environment environment) {
        // A one-shot command starts no schedule, must not touch those of the service, and helps nobody.
        this.shared = environment.getProperty("instances.shared", Boolean.class, true)
                && environment.getProperty("spring.datasource.url", "").startsWith("jdbc:postgresql:");
    }

    boolean isShared() {
        return shared;
    }
}
