package dev.roster.store;

import dev.roster.settings.Target;

/**
 * A target that takes part in a run.
 *
 * @param no its number in the tables
 */
public record RunTarget(int no, Target settings) {

    /** Names its routes, its threads and its meters. */
    public String id() {
        return settings.id();
    }

    public String product() {
        return settings.product();
    }
}
