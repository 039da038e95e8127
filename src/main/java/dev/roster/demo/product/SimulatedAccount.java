package dev.roster.demo.product;

/**
 * An account as the product holds it at one moment.
 *
 * @param name in the product's own spelling
 * @param folded the name as it is compared
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
        boolean active,
        boolean passwordKnown,
        boolean readOnly)
        implements Named {

    /** The lasting id in the product's own form; it survives a change of name. */
    public String key() {
        return keys.keyOf(number);
    }

    SimulatedAccount named(String newName) {
        return new SimulatedAccount(
                number, keys, newName, Named.fold(newName), displayName, emailAddress, active, passwordKnown, readOnly);
    }

    SimulatedAccount described(String newDisplayName, String newEmailAddress) {
        return new SimulatedAccount(
                number, keys, name, folded, newDisplayName, newEmailAddress, active, passwordKnown, readOnly);
    }

    SimulatedAccount active(boolean on) {
        return new SimulatedAccount(number, keys, name, folded, displayName, emailAddress, on, passwordKnown, readOnly);
    }

    SimulatedAccount withPassword(boolean known) {
        return new SimulatedAccount(number, keys, name, folded, displayName, emailAddress, active, known, readOnly);
    }

    SimulatedAccount withReadOnly(boolean on) {
        return new SimulatedAccount(number, keys, name, folded, displayName, emailAddress, active, passwordKnown, on);
    }
}
