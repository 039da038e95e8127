package dev.roster.run;

import dev.roster.store.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for.
 *
 * @param targets names of the targets to limit it to; empty for all
 * @param trigger schedule, reconcile, api, command-line, route, user or take-over
 * @param by who asked; null for nobody in person
 */
public record RunRequest(
        String connection,
        Run.Mode mode,
        boolean reconcile,
        List<String> targets,
        String trigger,
        @Nullable String by) {}
