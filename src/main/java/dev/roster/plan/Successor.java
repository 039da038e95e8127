package dev.roster.plan;

import dev.roster.directory.Account;
import dev.roster.directory.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Who takes over what leavers lead.
 *
 * @param setting the key of the setting that names them
 * @param name as the product spells it; null when nobody takes over
 * @param unfit why nobody does; null when somebody does
 */
public record Successor(
        String setting, @Nullable String name, @Nullable Reason unfit) {

    /**
     * What the product says about whom the setting names.
     *
     * @param named null when the setting is blank
     * @param account null when the product does not know them
     * @param leaves whether the same plan ends their account
     */
    public static Successor of(String setting, @Nullable String named, @Nullable Account account, boolean leaves) {
        if (named == null) {
            return new Successor(setting, null, Reason.NO_DEFAULT_LEAD);
        }
        if (account == null) {
            return new Successor(setting, null, Reason.DEFAULT_LEAD_MISSING);
        }
        if (leaves) {
            return new Successor(setting, null, Reason.DEFAULT_LEAD_LEAVES);
        }
        return account.active()
                ? new Successor(setting, account.name(), null)
                : new Successor(setting, null, Reason.DEFAULT_LEAD_INACTIVE);
    }
}
