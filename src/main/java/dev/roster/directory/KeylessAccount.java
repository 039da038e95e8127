package dev.roster.directory;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An account as a listing shows it that does not tell what the product keys it by.
 *
 * @param displayName null where it is not shown
 * @param email null where it is not shown
 */
public record KeylessAccount(
        String name, @Nullable String displayName, @Nullable String email, boolean active) {

    /** What two spellings of this name have in common. */
    public String key() {
        return Names.key(name);
    }

    public Account keyed(String id) {
        return new Account(id, name, displayName, email, active, true);
    }

    /**
     * Whether an account that was seen under this name is still this one, as far as the two look alike. Somebody else
     * may have the name now. A product that hides addresses tells none, or one with words in the place of signs: such
     * a one says nothing.
     */
    public boolean looksLike(Account before) {
        return Objects.equals(displayName, before.displayName())
                && (!isAddress(email) || !isAddress(before.email()) || sameAddress(email, before.email()));
    }

    private static boolean isAddress(@Nullable String email) {
        return email != null && email.indexOf('@') >= 0;
    }

    private static boolean sameAddress(@Nullable String one, @Nullable String other) {
        return one != null && one.equalsIgnoreCase(other);
    }
}
