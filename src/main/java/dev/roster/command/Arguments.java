package dev.roster.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is on the command line.
 *
 * @param own the command first, then its options
 * @param spring settings as Spring Boot takes them; they can stand anywhere
 */
record Arguments(List<String> own, List<String> spring) {

    /** Options whose value may be the next argument. */
    private static final Set<String> WITH_VALUE =
            Set.of("--connection", "--target", "--limit", "--reason", "--user", "--group");

    /** A setting's key has a dot in it; none of our options has. */
    static Arguments of(String... arguments) {
        List<String> own = new ArrayList<>();
        List<String> spring = new ArrayList<>();
        int command = -1;
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (isSetting(argument)) {
                spring.add(argument);
                continue;
            }
            if (command < 0 && !argument.startsWith("-")) {
                command = own.size();
            }
            own.add(argument);
            if (WITH_VALUE.contains(argument) && i + 1 < arguments.length) {
                own.add(arguments[++i]);
            }
        }
        if (command > 0) {
            own.add(0, own.remove(command));
        }
        return new Arguments(List.copyOf(own), List.copyOf(spring));
    }

    private static boolean isSetting(String argument) {
        if (!argument.startsWith("--")) {
            return false;
        }
        int equals = argument.indexOf('=');
        return (equals < 0 ? argument : argument.substring(0, equals)).contains(".");
    }
}
