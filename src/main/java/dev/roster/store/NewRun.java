package dev.roster.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run that is to begin.
 *
 * @param targets names of the targets it is limited to; empty for all
 * @param trigger what starts it: schedule, reconcile, api, command-line, route
 * @param by who starts it; null for nobody in person
 */
public record NewRun(
        int connectionNo,
        Run.Mode mode,
        boolean reconcile,
        List<String> targets,
        String trigger,
        @Nullable String by) {}
