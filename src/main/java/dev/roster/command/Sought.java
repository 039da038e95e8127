package dev.roster.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** About whom or what operations are looked for. */
final class Sought {

    @Option(
            names = "--user",
            paramLabel = "USER",
            description = "What runs planned and did about this person: Entra id, principal name or username.")
    @Nullable
    String user;

    @Option(
            names = "--group",
            paramLabel = "GROUP",
            description = "The same about this group of a product, by its name.")
    @Nullable
    String group;

    /** Set by the command: a target's name, or null. */
    @Nullable
    String target;

    boolean any() {
        return user != null || group != null;
    }
}
