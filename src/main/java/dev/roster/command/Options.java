package dev.roster.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command takes. */
final class Options {

    @Option(
            names = "--connection",
            paramLabel = "NAME",
            description = "The connection; may be left out when there is one.")
    @Nullable
    String connection;

    @Option(names = "--target", paramLabel = "NAME", description = "Only this target; can be given several times.")
    List<String> targets = new ArrayList<>();

    @Option(names = "--reconcile", description = "Read Entra and the products in full.")
    boolean reconcile;

    @Option(names = "--json", description = "Print JSON as the HTTP API gives it, and nothing else.")
    boolean json;

    @Option(names = "--debug", description = "Show the log.")
    boolean debug;
}
