package dev.roster.demo.product;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change that a product accepted from a client.
 *
 * @param user the name as it was before the change; null when the change is to a group alone
 * @param group null when the change is to a user alone
 * @param detail the new name after a rename; otherwise null
 */
public record DirectoryChange(
        What what,
        @Nullable String user,
        @Nullable String group,
        @Nullable String detail,
        Instant at) {

    /** The kinds of change. */
    public enum What {
        CREATE_USER,
        UPDATE_USER,
        RENAME_USER,
        ACTIVATE_USER,
        DEACTIVATE_USER,
        SET_PASSWORD,
        DELETE_USER,
        CREATE_GROUP,
        DELETE_GROUP,
        ADD_MEMBER,
        REMOVE_MEMBER,
        /** The product put a new user into a default group on its own account. */
        JOIN_DEFAULT_GROUP,
        GRANT_PERMISSION,
        SET_PROJECT_LEAD,
        SET_COMPONENT_LEAD
    }
}
