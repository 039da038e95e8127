package dev.roster.settings;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a person becomes an account.
 *
 * @param username Graph attributes in order; the first that is not empty is taken
 * @param usernamePattern null for none; replaced in the chosen value by {@code usernameReplacement}
 * @param match how an existing account is recognised, in order
 * @param adopt usernames that may be adopted although they are in an administrators' group
 * @param protectedAccounts accounts that are never touched, whatever the rules say
 */
public record UserRules(
        List<String> username,
        @Nullable Pattern usernamePattern,
        String usernameReplacement,
        NameCase usernameCase,
        List<String> displayName,
        List<String> email,
        List<Match> match,
        boolean create,
        boolean update,
        Rename rename,
        boolean activate,
        WhenGone whenDisabled,
        WhenGone whenDeleted,
        WhenGone whenOutOfScope,
        ExistingUsers existing,
        Set<String> adopt,
        List<Pattern> protectedAccounts) {

    /** A way of recognising an account that is already there. */
    public enum Match {
        ENTRA_ID,
        USERNAME,
        EMAIL
    }

    /** Whether a changed name is carried over. */
    public enum Rename {
        TRUE,
        FALSE,
        TOGETHER
    }

    /** What happens to the account of somebody who is disabled, deleted or no longer selected. */
    public enum WhenGone {
        KEEP,
        REMOVE_GROUPS,
        DEACTIVATE,
        DELETE
    }

    /** What happens with an account that Roster did not create but that matches a person. */
    public enum ExistingUsers {
        APPROVE,
        ADOPT,
        SKIP
    }
}
