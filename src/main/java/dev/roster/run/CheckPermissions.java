package dev.roster.run;

import dev.roster.entra.TokenRoles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Whether a token carries the permissions that Roster needs, and no wider ones. */
final class CheckPermissions {

    /** Each needed permission with the wider ones that include it. */
    private enum Needed {
        USERS("User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"),
        MEMBERS(
                "GroupMember.Read.All",
                "GroupMember.ReadWrite.All",
                "Group.Read.All",
                "Group.ReadWrite.All",
                "Directory.Read.All",
                "Directory.ReadWrite.All");

        private final String name;
        private final Set<String> wider;

        Needed(String name, String... wider) {
            this.name = name;
            this.wider = Set.of(wider);
        }
    }

    /** Lets members of groups be read that are hidden otherwise. */
    private static final String HIDDEN = "Member.Read.Hidden";

    private CheckPermissions() {}

    static List<Check> of(String token) {
        Optional<Set<String>> roles = TokenRoles.of(token);
        if (roles.isEmpty()) {
            return List.of(Check.warn(
                    "permissions",
                    null,
                    "the token does not tell which permissions it carries",
                    "Nothing, as long as the reads below succeed: Graph decides."));
        }
        List<Check> checks = new ArrayList<>();
        for (Needed needed : Needed.values()) {
            checks.add(of(needed, roles.get()));
        }
        roles.get().stream()
                .filter(role -> !role.equals(HIDDEN)
                        && Stream.of(Needed.values()).noneMatch(needed -> needed.name.equals(role)))
                .sorted()
                .map(CheckPermissions::wider)
                .forEach(checks::add);
        return checks;
    }

    private static Check of(Needed needed, Set<String> roles) {
        String name = "permission " + needed.name;
        if (roles.contains(needed.name)) {
            return Check.ok(name, null, "granted");
        }
        Set<String> covering = new TreeSet<>(needed.wider);
        covering.retainAll(roles);
        return covering.isEmpty()
                ? Check.fail(
                        name,
                        null,
                        "not granted",
                        "Add the application permission " + needed.name
                                + " to the app registration, and give admin consent.")
                : Check.ok(name, null, "included in " + String.join(", ", covering));
    }

    private static Check wider(String role) {
        List<String> enough = Stream.of(Needed.values())
                .filter(needed -> needed.wider.contains(role))
                .map(needed -> needed.name)
                .toList();
        return Check.warn(
                "permission " + role,
                null,
                enough.isEmpty() ? "not needed" : "wider than needed",
                "Take it from the app registration"
                        + (enough.isEmpty() ? "." : ": " + String.join(" and ", enough) + " is enough."));
    }
}
