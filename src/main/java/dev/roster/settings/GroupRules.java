package dev.roster.settings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which Entra groups become groups of a product, and what becomes of their members.
 *
 * @param include patterns on the Entra display name, full match; nothing chosen, nothing synced (on-the-fly)
 * @param empty whether groups without a selected member are created
 * @param manual Entra group (name or id) to names of target groups
 * @param nested whether members of nested groups count as members
 */
public record GroupRules(
        Mapping mapping,
        List<Pattern> include,
        List<Pattern> exclude,
        Set<Kind> kinds,
        boolean empty,
        ExistingGroups existing,
        @Nullable Pattern renamePattern,
        String renameReplacement,
        NameCase nameCase,
        boolean nested,
        boolean create,
        boolean delete,
        Map<String, List<String>> manual,
        boolean adoptMemberships,
        Membership membership,
        List<String> defaultGroupsForAll,
        List<String> defaultGroupsForNew,
        List<Pattern> protectedGroups) {

    /** How Entra groups find their target groups. */
    public enum Mapping {
        ON_THE_FLY,
        MANUAL,
        OFF
    }

    /** The kinds of group that Entra knows. */
    public enum Kind {
        SECURITY,
        MICROSOFT_365,
        DISTRIBUTION
    }

    /** What happens with a group of the same name that Roster did not create. */
    public enum ExistingGroups {
        APPROVE,
        JOIN,
        SKIP
    }

    /** What may be taken away: nothing, what Roster gave, or everything that Entra does not want. */
    public enum Membership {
        ADDITIVE,
        MANAGED,
        EXACT
    }
}
