package dev.roster.mapping;

import dev.roster.directory.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What a person comes to in one target.
 *
 * <p>With {@code NO_USERNAME}, {@code ILLEGAL_NAME} and {@code NO_EMAIL} the person is selected but cannot be written;
 * that keeps no leaver in. With {@code GUEST}, {@code EXCLUDED} and {@code NOT_INCLUDED} the person is out of scope.
 *
 * @param personId the object id in Entra
 * @param username never null when the verdict is; otherwise null unless the product can hold it
 * @param displayName never null when the verdict is
 * @param email never null when the verdict is
 * @param enabled whether Entra lets the person sign in
 * @param verdict null for somebody selected so far: groups of the scope, clashes and matching come later
 * @param detail more about the verdict, or how the display name was changed; at most a few hundred characters, none
 *     of them hidden
 */
public record WantedAccount(
        String personId,
        @Nullable String username,
        @Nullable String displayName,
        @Nullable String email,
        boolean enabled,
        @Nullable Reason verdict,
        @Nullable String detail) {

    public WantedAccount {
        if (verdict == null && (username == null || displayName == null || email == null)) {
            throw new IllegalArgumentException("a selected account has a username, a display name and an e-mail");
        }
    }
}
