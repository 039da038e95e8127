package dev.roster.run;

import dev.roster.routes.RouteTexts;
import dev.roster.settings.Connection;
import dev.roster.store.RunTarget;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** The fingerprints of the connections, with the routes that are loaded now. */
@Component
public class Fingerprints {

    private final RouteTexts routes;
    private final String version;

    Fingerprints(RouteTexts routes, ObjectProvider<BuildProperties> build) {
        this.routes = routes;
        BuildProperties properties = build.getIfAvailable();
        this.version = properties == null ? "" : String.valueOf(properties.getVersion());
    }

    /** What the connection's plans follow from: when it changes, everything is to be planned again. */
    public String of(Connection connection) {
        return Fingerprint.of(connection, routes.contents(), version);
    }

    /** What the delivery of a target follows from: the same, and its pace. */
    String of(Connection connection, RunTarget target) {
        return of(connection) + " " + target.settings().maxInFlight() + " "
                + target.settings().maxRequestsPerSecond();
    }

    /** What the reading of groups follows from: when it changes, all of them are to be read again. */
    public String ofReading(Connection connection, boolean seesHidden) {
        return Fingerprint.ofReading(connection, routes.contents(), version, seesHidden);
    }
}
