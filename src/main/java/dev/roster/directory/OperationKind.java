package dev.roster.directory;

import java.util.Arrays;
import java.util.Locale;

/** What an operation does to a product. */
public enum OperationKind {
    CREATE_GROUP,
    REASSIGN_PROJECT_LEAD,
    REASSIGN_COMPONENT_LEAD,
    DEACTIVATE_USER,
    DELETE_USER,
    CREATE_USER,
    UPDATE_USER,
    RENAME_USER,
    ACTIVATE_USER,
    ADD_MEMBER,
    REMOVE_MEMBER,
    DELETE_GROUP;

    /** The word in the API, the database and the names of routes, as in {@code create-user}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when no kind has this word */
    public static OperationKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of operation is called " + word));
    }

    /** What it is about: user, group, membership, or a project or component that is led. */
    public String object() {
        return switch (this) {
            case REASSIGN_PROJECT_LEAD -> "project";
            case REASSIGN_COMPONENT_LEAD -> "component";
            case CREATE_GROUP, DELETE_GROUP -> "group";
            case ADD_MEMBER, REMOVE_MEMBER -> "membership";
            default -> "user";
        };
    }

    /** Whether it takes something away. */
    public boolean destructive() {
        return this == DEACTIVATE_USER || this == DELETE_USER || this == REMOVE_MEMBER || this == DELETE_GROUP;
    }
}
