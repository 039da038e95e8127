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
        return folding(number, keys, name, displayName, email, true, passwordKnown, false);
    }

    /** Folds its texts once: a search goes through all accounts. None of them holds the sign between. */
    private static SimulatedAccount folding(
            int number,
            AccountKeys keys,
            String name,
            String displayName,
            String email,
            boolean active,
            boolean passwordKnown,
            boolean readOnly) {
        String sought = Named.fold(name + '\0' + displayName + '\0' + email);
        return new SimulatedAccount(
                number, keys, name, Named.fold(name), displayName, email, sought, active, passwordKnown, readOnly);
    }

    SimulatedAccount named(String newName) {
        return folding(number, keys, newName, displayName, emailAddress, active, passwordKnown, readOnly);
    }

    SimulatedAccount described(String newDisplayName, String newEmailAddress) {
        return folding(number, keys, name, newDisplayName, newEmailAddress, active, passwordKnown, readOnly);
    }

    SimulatedAccount active(boolean on) {
        return new SimulatedAccount(
                number, keys, name, folded, displayName, emailAddress, sought, on, passwordKnown, readOnly);
    }

    SimulatedAccount withPassword(boolean known) {
        return new SimulatedAccount(
                number, keys, name, folded, displayName, emailAddress, sought, active, known, readOnly);
    }

    SimulatedAccount withReadOnly(boolean on) {
        return new SimulatedAccount(
                number, keys, name, folded, displayName, emailAddress, sought, active, passwordKnown, on);
    }
}
