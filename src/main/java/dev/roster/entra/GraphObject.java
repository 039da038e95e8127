package dev.roster.entra;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object of an answer, read strictly.
 *
 * @param kind what it should be, for messages: user, group, member
 */
record GraphObject(String kind, Map<?, ?> fields) {

    static final String USER = "#microsoft.graph.user";
    static final String GROUP = "#microsoft.graph.group";

    /** Object ids are GUIDs of 36 characters; the tables hold 64. */
    private static final int LONGEST_ID = 64;

    /** @throws MalformedAnswer when it is not a JSON object */
    static GraphObject of(String kind, @Nullable Object json) {
        if (json instanceof Map<?, ?> fields) {
            return new GraphObject(kind, fields);
        }
        throw new MalformedAnswer("Graph sent a " + kind + " that is not a JSON object");
    }

    /** The objects of a list that are still there: those annotated {@code @removed} are not. */
    static List<GraphObject> present(String kind, List<? extends @Nullable Object> items) {
        return items.stream()
                .map(item -> of(kind, item))
                .filter(object -> !object.isRemoved())
                .toList();
    }

    boolean isRemoved() {
        return fields.containsKey("@removed");
    }

    /** Whether what is removed cannot come back; what is only said to have changed may. */
    boolean isRemovedForGood() {
        return fields.get("@removed") instanceof Map<?, ?> removed && "deleted".equals(removed.get("reason"));
    }

    /**
     * What kind of member it is. Bare ids are no fault: Graph shows no more of a member without the permission for its
     * type.
     *
     * @throws MalformedAnswer when it does not say
     */
    String memberType() {
        String id = id();
        return text("@odata.type")
                .orElseThrow(() -> new MalformedAnswer("Graph does not say what member " + Shown.text(id) + " is"));
    }

    /** @throws MalformedAnswer when there is none, or one that cannot be an object id */
    String id() {
        String id = text("id").orElseThrow(() -> new MalformedAnswer("Graph sent a " + kind + " without id"));
        // Dots alone would lead elsewhere as a part of an address, and no encoding changes that.
        if (id.length() > LONGEST_ID || id.matches("\\.+")) {
            throw new MalformedAnswer("Graph sent a " + kind + " with an impossible id: " + Shown.text(id));
        }
        return id;
    }

    /** Empty when the field is missing, null, blank or no text. */
    Optional<String> text(String field) {
        return fields.get(field) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    /** @throws MalformedAnswer when the field is missing or empty */
    String requiredText(String field) {
        return text(field).orElseThrow(() -> missing(field));
    }

    /** @throws MalformedAnswer when the field is missing or neither true nor false */
    boolean requiredFlag(String field) {
        if (fields.get(field) instanceof Boolean flag) {
            return flag;
        }
        throw missing(field);
    }

    /** The texts of a list; none when the field is missing. */
    List<String> texts(String field) {
        if (!(fields.get(field) instanceof List<?> list)) {
            return List.of();
        }
        return list.stream()
                .filter(item -> item instanceof String text && !text.isBlank())
                .map(item -> Objects.toString(item))
                .toList();
    }

    /** Graph leaves out, without an error, what the permissions do not cover. */
    private MalformedAnswer missing(String field) {
        return new MalformedAnswer("Graph does not show " + field + " of " + kind + " " + Shown.text(id())
                + "; check the application permissions User.Read.All and GroupMember.Read.All");
    }
}
