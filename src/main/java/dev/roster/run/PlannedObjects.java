package dev.roster.run;

import dev.roster.directory.Names;
import dev.roster.store.OperationRow;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The accounts, groups and memberships that a plan is about. */
final class PlannedObjects {

    private final Set<String> accounts = new HashSet<>();
    private final Set<String> groups = new HashSet<>();
    private final Set<String> pairs = new HashSet<>();

    void add(OperationRow operation) {
        String user = key(operation, operation.user());
        String group = key(operation, operation.group());
        if (operation.user() != null) {
            accounts.add(user);
        }
        if (operation.group() != null) {
            groups.add(group);
        }
        pairs.add(user + group);
    }

    /** Whether an operation changes something that one of the plan's rests on. */
    boolean isTouchedBy(OperationRow operation) {
        String user = key(operation, operation.user());
        String group = key(operation, operation.group());
        if (operation.user() == null) {
            return groups.contains(group);
        }
        return operation.group() == null ? accounts.contains(user) : pairs.contains(user + group);
    }

    private static String key(OperationRow operation, @Nullable String name) {
        return operation.target() + "\n" + (name == null ? "" : Names.key(name)) + "\n";
    }
}
