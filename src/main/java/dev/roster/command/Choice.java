package dev.roster.command;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The connection and targets that a command is about, among those that there are. */
final class Choice {

    private Choice() {}

    /**
     * The connection with this name; without a name the only one.
     *
     * @throws CommandFailure with a usage code when that names none, or one of its targets is unknown
     */
    static String connection(JsonNode connections, Options options) {
        JsonNode connection = options.connection == null ? only(connections) : named(connections, options.connection);
        checkTargets(connection, options.targets);
        return name(connection);
    }

    /**
     * The same, but null for all of them when no name is given.
     *
     * @throws CommandFailure with a usage code when the name, or a target's, is unknown
     */
    static @Nullable String connectionOrAll(JsonNode connections, Options options) {
        if (options.connection != null) {
            return connection(connections, options);
        }
        for (String target : options.targets) {
            if (stream(connections).noneMatch(connection -> targets(connection).contains(target))) {
                throw usage("no connection has a target " + target);
            }
        }
        return null;
    }

    private static JsonNode only(JsonNode connections) {
        if (connections.isEmpty()) {
            throw usage("there is no connection; describe one in application.yaml under roster.connections");
        }
        if (connections.size() > 1) {
            throw usage("there are several connections; choose one with --connection=NAME: " + names(connections));
        }
        return connections.get(0);
    }

    private static JsonNode named(JsonNode connections, String name) {
        return stream(connections)
                .filter(connection -> name(connection).equals(name))
                .findFirst()
                .orElseThrow(() -> usage("no connection is called " + name
                        + (connections.isEmpty() ? "; there is none" : "; there is " + names(connections))));
    }

    private static void checkTargets(JsonNode connection, List<String> wanted) {
        for (String target : wanted) {
            if (!targets(connection).contains(target)) {
                throw usage("the connection " + name(connection) + " has no target " + target + "; it has "
                        + String.join(", ", targets(connection)));
            }
        }
    }

    private static List<String> targets(JsonNode connection) {
        return stream(connection.path("targets")).map(JsonNode::asString).toList();
    }

    private static String names(JsonNode connections) {
        return stream(connections).map(Choice::name).collect(Collectors.joining(", "));
    }

    private static String name(JsonNode connection) {
        return connection.path("name").asString("");
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static CommandFailure usage(String message) {
        return new CommandFailure(ExitCode.USAGE, message);
    }
}
