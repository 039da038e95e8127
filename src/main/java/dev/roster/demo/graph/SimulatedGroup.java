package dev.roster.demo.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A group of the tenant.
 *
 * @param groupTypes {@code Unified} marks a Microsoft 365 group, {@code DynamicMembership} one with a rule
 * @param visibility {@code Public}, {@code Private}, {@code HiddenMembership} or null
 * @param more further properties by their Graph name, such as {@code description}
 */
public record SimulatedGroup(
        String id,
        String displayName,
        boolean securityEnabled,
        boolean mailEnabled,
        List<String> groupTypes,
        @Nullable String visibility,
        String mailNickname,
        Map<String, Object> more)
        implements SimulatedObject {

    public static final String UNIFIED = "Unified";
    public static final String HIDDEN_MEMBERSHIP = "HiddenMembership";

    public SimulatedGroup {
        groupTypes = List.copyOf(groupTypes);
        more = Map.copyOf(more);
    }

    public static SimulatedGroup security(String id, String displayName) {
        return new SimulatedGroup(id, displayName, true, false, List.of(), null, nickname(id), Map.of());
    }

    public static SimulatedGroup microsoft365(String id, String displayName) {
        return new SimulatedGroup(id, displayName, false, true, List.of(UNIFIED), "Private", nickname(id), Map.of());
    }

    public static SimulatedGroup distribution(String id, String displayName) {
        return new SimulatedGroup(id, displayName, false, true, List.of(), null, nickname(id), Map.of());
    }

    @Override
    public ObjectType type() {
        return ObjectType.GROUP;
    }

    @Override
    public @Nullable Object property(String name) {
        return switch (name) {
            case "id" -> id;
            case "displayName" -> displayName;
            case "securityEnabled" -> securityEnabled;
            case "mailEnabled" -> mailEnabled;
            case "groupTypes" -> groupTypes;
            case "visibility" -> visibility;
            case "mailNickname" -> mailNickname;
            default -> PropertyNames.orUnset(name, more.get(name));
        };
    }

    public SimulatedGroup withDisplayName(String changed) {
        return new SimulatedGroup(
                id, changed, securityEnabled, mailEnabled, groupTypes, visibility, mailNickname, more);
    }

    public SimulatedGroup withSecurityEnabled(boolean changed) {
        return new SimulatedGroup(id, displayName, changed, mailEnabled, groupTypes, visibility, mailNickname, more);
    }

    public SimulatedGroup withVisibility(@Nullable String changed) {
        return new SimulatedGroup(
                id, displayName, securityEnabled, mailEnabled, groupTypes, changed, mailNickname, more);
    }

    /** Sets a further property by its Graph name; null unsets it. */
    public SimulatedGroup with(String property, @Nullable Object value) {
        Map<String, Object> changed = new HashMap<>(more);
        if (value == null) {
            changed.remove(property);
        } else {
            changed.put(property, value);
        }
        return new SimulatedGroup(
                id, displayName, securityEnabled, mailEnabled, groupTypes, visibility, mailNickname, changed);
    }

    boolean isMicrosoft365() {
        return groupTypes.contains(UNIFIED);
    }

    boolean hidesMembers() {
        return HIDDEN_MEMBERSHIP.equals(visibility);
    }

    /** Graph needs a mail nickname for every group, and portals make one up from random characters. */
    private static String nickname(String id) {
        return id.substring(0, Math.min(8, id.length()));
    }
}
