package dev.roster.monitoring;

import dev.roster.reload.RoutesState;
import dev.roster.reload.RoutesStatus;
import dev.roster.routes.RouteFault;
import java.util.Locale;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether the routes that run are those of the files, as a part of {@code /actuator/health}.
 *
 * <p>A refused edit leaves Roster as healthy as it was: the routes from before it go on.
 */
@Component("routesHealthIndicator")
final class RoutesHealth implements HealthIndicator {

    private final RoutesStatus status;

    RoutesHealth(RoutesStatus status) {
        this.status = status;
    }

    @Override
    public Health health() {
        RoutesState state = status.state();
        Health.Builder health = state.word() == RoutesState.Word.BROKEN ? Health.down() : Health.up();
        health.withDetail("edits", state.word().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .withDetail("since", state.since().toString());
        if (!state.files().isEmpty()) {
            health.withDetail("files", state.files());
        }
        if (!state.faults().isEmpty()) {
            health.withDetail(
                    "faults", state.faults().stream().map(RoutesHealth::text).toList());
        }
        return health.build();
    }

    private static String text(RouteFault fault) {
        return fault.place() + ": " + fault.problem() + "; " + fault.mend();
    }
}
