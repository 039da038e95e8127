package dev.roster.directory;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One change to one product, with its reason.
 *
 * @param id 0 until it is stored
 * @param target the number of its target
 * @param user the account's name in the product; null for operations on groups alone
 * @param group the group's name in the product, or what is handed over, as in {@code WEB} or {@code WEB/Shop}; null for
 *     operations on accounts alone
 * @param accountId the product's own key of the account, where it is known
 * @param was what is there now; empty when nothing is
 * @param becomes what will be there
 */
public record Operation(
        long id,
        int target,
        Wave wave,
        OperationKind kind,
        @Nullable String user,
        @Nullable String group,
        @Nullable String personId,
        @Nullable String accountId,
        Map<String, String> was,
        Map<String, String> becomes,
        Reason reason) {

    /**
     * Camel looks up how to call an object by the object itself: for each expression about a list of operations each of them
     * is hashed, with all that it becomes.
     */
    @Override
    public int hashCode() {
        return Long.hashCode(id);
    }

    /** What the account is called when the operation is done; null for operations on groups alone. */
    public @Nullable String nameAfterwards() {
        return kind == OperationKind.RENAME_USER ? becomes.get("name") : user;
    }

    /** Where a request's address or body refers to it by name: user, group, or something that it becomes. */
    public @Nullable String value(String name) {
        return switch (name) {
            case "user" -> user;
            case "group" -> group;
            case "accountId" -> accountId;
            default -> becomes.get(name);
        };
    }
}
