package dev.roster.plan;

import dev.roster.directory.Account;
import dev.roster.directory.Reason;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One person and what one target holds that may be theirs.
 *
 * @param displayName never null when the verdict is, as are username and email
 * @param verdict the mapping's word against them, or that they are gone from Entra; null when there is none
 * @param inScope in the groups and the filter of the scope
 * @param clashes somebody else comes to the same username
 * @param owned null while nothing in the target is recorded as theirs
 * @param account the recorded account as it is now; null when it is not there
 * @param namesake the account of their username; null when there is none
 * @param byEmail who shows their e-mail address; null for nobody, and where the product shows none
 * @param nameClaimedBy another target that creates an account of their username in the same product by the plan of the
 *     same run; null when there is none
 */
public record Candidate(
        String personId,
        @Nullable String username,
        @Nullable String displayName,
        @Nullable String email,
        boolean enabled,
        @Nullable Reason verdict,
        @Nullable String detail,
        boolean inScope,
        boolean clashes,
        @Nullable Owned owned,
        @Nullable Account account,
        @Nullable Namesake namesake,
        @Nullable ByEmail byEmail,
        @Nullable String nameClaimedBy) {

    /**
     * An account that Roster manages.
     *
     * @param writtenEmail the last address written; null when none was
     * @param created by Roster, not adopted
     * @param claimedBy another target that manages it, and has for longer; null when there is none
     */
    public record Owned(
            String nameKey,
            @Nullable String accountId,
            @Nullable String writtenEmail,
            boolean created,
            @Nullable String claimedBy) {}

    /**
     * An account that has the person's username.
     *
     * @param somebodyElses recorded as another person's
     * @param administrator in a group that administers the product
     * @param sought whether somebody else, who looks for their account, has its e-mail address; not when it has the
     *     person's own, and usernames come first
     * @param claimedBy another target that manages it in the same product; null when there is none
     */
    public record Namesake(
            Account account,
            boolean somebodyElses,
            boolean administrator,
            boolean sought,
            @Nullable String claimedBy) {}

    /**
     * The accounts that show the person's e-mail address and are recorded as nobody's.
     *
     * @param account the first of them
     * @param more how many there are besides
     * @param administrator in a group that administers the product
     * @param sought whether somebody else, who looks for their account, has the same address, or its username
     * @param claimedBy another target that manages it in the same product; null when there is none
     */
    public record ByEmail(
            Account account,
            int more,
            boolean administrator,
            boolean sought,
            @Nullable String claimedBy) {}

    /** What the account should show; only for somebody selected, who has both. */
    Map<String, String> shown() {
        return Map.of("displayName", Objects.requireNonNull(displayName), "email", Objects.requireNonNull(email));
    }
}
