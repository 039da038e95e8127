package dev.roster.settings.loading;

import java.util.List;

/**
 * What the settings have to know of a product; a bean of this type makes a further product known.
 *
 * @param word the value of {@code product}
 * @param needsPassword whether only username and password will do: Bitbucket's personal access tokens cannot
 *     administer users
 * @param lowerCaseOnly whether it takes no upper case in group names
 * @param hasLeads whether people lead projects and components in it
 * @param hasUserManagement whether applications may manage its users, with credentials of their own
 */
public record ProductTraits(
        String word, boolean needsPassword, boolean lowerCaseOnly, boolean hasLeads, boolean hasUserManagement) {

    /** The products that Roster brings. */
    public static final List<ProductTraits> BUILT_IN = List.of(
            new ProductTraits("jira", false, false, true, true),
            new ProductTraits("confluence", false, true, false, false),
            new ProductTraits("bitbucket", true, false, false, false));
}
