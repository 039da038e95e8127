package dev.roster.run;

import dev.roster.entra.TokenRoles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
        Set<String> wider = wider(roles.get());
        if (!wider.isEmpty()) {
            checks.add(Check.warn(
                    "permissions wider than needed",
                    null,
                    String.join(", ", wider),
                    "Take them from the app registration: User.Read.All and GroupMember.Read.All are enough."));
        }
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

    private static Set<String> wider(Set<String> roles) {
        Set<String> wider = new TreeSet<>();
        for (String role : roles) {
            boolean known =
                    role.startsWith("Directory.") || role.contains("ReadWrite") || role.equals("Group.Read.All");
            if (known) {
                wider.add(role);
            }
        }
        return wider;
    }
}
