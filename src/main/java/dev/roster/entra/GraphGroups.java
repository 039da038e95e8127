package dev.roster.entra;

import dev.roster.directory.EntraGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Graph's groups as groups of Entra. */
public final class GraphGroups {

    /** Shows the members also of groups that hide them. */
    private static final String SEES_HIDDEN = "Member.Read.Hidden";

    private GraphGroups() {}

    /** The value of {@code $select} with which everything is shown that counts. */
    public static String select() {
        return "id,displayName,groupTypes,securityEnabled,visibility";
    }

    /**
     * The groups of a page, without those annotated as removed.
     *
     * @throws MalformedAnswer when one has no id or name, or does not say whether it is a security group
     */
    public static List<EntraGroup> groups(List<? extends @Nullable Object> groups) {
        return GraphObject.present("group", groups).stream()
                .map(GraphGroups::group)
                .toList();
    }

    /**
     * The same, as they are to the bearer of a token.
     *
     * @param token if it does not tell its permissions, hidden members stay hidden
     */
    public static List<EntraGroup> groups(List<? extends @Nullable Object> groups, String token) {
        boolean seesHidden = seesHidden(token);
        return groups(groups).stream()
                .map(group -> seesHidden ? new EntraGroup(group.id(), group.name(), group.kind(), false) : group)
                .toList();
    }

    /** Whether groups show their hidden members to the bearer of this token. */
    public static boolean seesHidden(String token) {
        return TokenRoles.of(token).filter(roles -> roles.contains(SEES_HIDDEN)).isPresent();
    }

    private static EntraGroup group(GraphObject group) {
        boolean hidden = group.text("visibility")
                .filter("HiddenMembership"::equalsIgnoreCase)
                .isPresent();
        return new EntraGroup(group.id(), group.requiredText("displayName"), kind(group), hidden);
    }

    /** A Microsoft 365 group may be a security group as well; it counts as the former. */
    private static String kind(GraphObject group) {
        boolean secures = group.requiredFlag("securityEnabled");
        if (group.texts("groupTypes").contains("Unified")) {
            return "microsoft-365";
        }
        return secures ? "security" : "distribution";
    }
}
