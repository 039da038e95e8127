package dev.roster.plan;

import dev.roster.directory.Account;
import dev.roster.directory.Operation;
import dev.roster.directory.OperationKind;
import dev.roster.directory.Reason;
import dev.roster.directory.Wave;
import dev.roster.settings.UserRules;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What decides about accounts in one target: the settings, and what the product can do.
 *
 * @param target the target's number
 * @param ownName the account that Roster signs in with
 * @param canDeactivate whether an account can be switched off and stay, and so on again
 * @param namesStay why a changed username is not carried over; null when it is
 * @param showsEmails whether an account can be found by its e-mail address
 */
public record AccountRules(
        int target,
        UserRules users,
        String ownName,
        boolean canDeactivate,
        boolean canUpdate,
        @Nullable String namesStay,
        boolean showsEmails) {

    Untouchable untouchable() {
        return new Untouchable(users.protectedAccounts(), ownName);
    }

    boolean mayAdoptAdministrator(String username) {
        return users.adopt().stream().anyMatch(username::equalsIgnoreCase);
    }

    /** A change to an account that is there. */
    Operation operation(
            OperationKind kind,
            Wave wave,
            Candidate person,
            Account account,
            Map<String, String> was,
            Map<String, String> becomes,
            Reason reason) {
        return new Operation(
                0, target, wave, kind, account.name(), null, person.personId(), account.id(), was, becomes, reason);
    }
}
