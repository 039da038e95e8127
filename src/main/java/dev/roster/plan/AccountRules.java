package dev.roster.plan;

import dev.roster.settings.UserRules;

/**
 * What decides about accounts in one target: the settings, and what the product can do.
 *
 * @param target the target's number
 * @param ownName the account that Roster signs in with
 * @param canDeactivate whether an account can be switched off and stay
 * @param renames whether a changed username is carried over, here and now
 */
public record AccountRules(
        int target, UserRules users, String ownName, boolean canDeactivate, boolean canUpdate, boolean renames) {

    boolean isProtected(String username) {
        return users.protectedAccounts().stream()
                .map(pattern -> pattern.matcher(username))
                .anyMatch(m -> m.matches());
    }

    boolean isOwnAccount(String username) {
        return username.equalsIgnoreCase(ownName);
    }

    boolean mayAdoptAdministrator(String username) {
        return users.adopt().stream().anyMatch(username::equalsIgnoreCase);
    }
}
