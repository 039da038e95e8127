package dev.roster.run;

import java.util.List;

/**
 * What is told when people get accounts and no way in: none of the groups that Roster fills grants access to the
 * product.
 */
final class AccessThroughGroups {

    static final String NONE =
            "no group that Roster fills grants access: people get accounts with which they can't sign in";

    /** Bitbucket may have hundreds of groups with access. */
    private static final int NAMED = 10;

    private AccessThroughGroups() {}

    /** @param granting groups that grant access and that Roster may fill */
    static String advice(List<String> granting) {
        if (granting.isEmpty()) {
            return "Let one of the groups that Roster fills use the product, in the product's administration.";
        }
        String named = String.join(", ", granting.subList(0, Math.min(NAMED, granting.size())));
        return "Fill one of these by the group mapping, or name it under groups.default-groups.all-users: " + named
                + (granting.size() > NAMED ? ", and " + (granting.size() - NAMED) + " more" : "");
    }
}
