package dev.roster.demo.product;

/**
 * Who a request comes from.
 *
 * @param token it came with a token, not with a password
 */
record Caller(SimulatedAccount account, boolean token) {

    /** True when the account is the caller's own. */
    boolean is(SimulatedAccount other) {
        return account.number() == other.number();
    }
}
