package dev.roster.demo.product;

/**
 * An account as the product holds it at one moment.
 *
 * @param name in the product's own spelling
 * @param folded the name as it is compared
 * @param sought what a search looks through, in lower case: name, display name and e-mail address
 * @param active false: may not log in
 * @param passwordKnown whoever created it chose its password
 * @param readOnly comes from a directory that the product may only read
 */
public record SimulatedAccount(
        int number,
        AccountKeys keys,
        String name,
        String folded,
        String displayName,
        String emailAddress,
        String sought,
        boolean active,
        boolean passwordKnown,
        boolean readOnly)
        implements Named {

    /** The lasting id in the product's own form; it survives a change of name. */
    public String key() {
        return keys.keyOf(number);
    }

    /** A new one, active, in a directory that can be written. */
    static SimulatedAccount of(
            int number, AccountKeys keys, String name, String displayName, String email, boolean passwordKnown) {
        return new SimulatedAccount(
                number,
                keys,
                name,
                Named.fold(name),
                displayName,
                email,
                sought(name, displayName, email),
                true,
                passwordKnown,
                false);
    }

    /** Folded once: a search goes through all accounts. No text of theirs holds the sign between. */
    private static String sought(String name, String displayName, String email) {
        return Named.fold(name + '\0' + displayName + '\0' + email);
    }

    SimulatedAccount named(String newName) {
        return with(newName, displayName, emailAddress, active, passwordKnown, readOnly);
    }

    SimulatedAccount described(String newDisplayName, String newEmailAddress) {
        return with(name, newDisplayName, newEmailAddress, active, passwordKnown, readOnly);
    }

    SimulatedAccount active(boolean on) {
        return with(name, displayName, emailAddress, on, passwordKnown, readOnly);
    }

    SimulatedAccount withPassword(boolean known) {
        return with(name, displayName, emailAddress, active, known, readOnly);
    }

    SimulatedAccount withReadOnly(boolean on) {
        return with(name, displayName, emailAddress, active, passwordKnown, on);
    }

    private SimulatedAccount with(
            String newName,
            String newDisplayName,
            String newEmail,
            boolean nowActive,
            boolean nowKnown,
            boolean nowReadOnly) {
        return new SimulatedAccount(
                number,
                keys,
                newName,
                Named.fold(newName),
                newDisplayName,
                newEmail,
                sought(newName, newDisplayName, newEmail),
                nowActive,
                nowKnown,
                nowReadOnly);
    }
}
