package dev.roster.plan;

import dev.roster.directory.Account;
import dev.roster.directory.Names;
import dev.roster.directory.Operation;
import dev.roster.directory.OperationKind;
import dev.roster.directory.Reason;
import dev.roster.directory.Wave;
import dev.roster.plan.Recognition.Found;
import dev.roster.settings.UserRules.ExistingUsers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides about somebody who is selected and has no account that is recorded as theirs. */
final class Newcomers {

    private final AccountRules rules;
    private final Untouchable untouchable;
    private final Stayers stayers;

    Newcomers(AccountRules rules, Untouchable untouchable, Stayers stayers) {
        this.rules = rules;
        this.untouchable = untouchable;
        this.stayers = stayers;
    }

    /** @param emailsAsked whether the product could be asked for their e-mail address, if it should be */
    AccountDecision create(Candidate person, boolean emailsAsked) {
        String username = Objects.requireNonNull(person.username());
        Reason spared = untouchable.why(username);
        if (spared != null) {
            return AccountDecision.leave(person, spared, username);
        }
        if (person.namesake() != null) {
            return AccountDecision.leave(
                    person, Reason.NAME_TAKEN, person.namesake().account().name());
        }
        if (person.nameClaimedBy() != null) {
            return AccountDecision.claimed(person, person.nameClaimedBy());
        }
        if (!rules.users().create()) {
            return AccountDecision.leave(person, Reason.CREATE_OFF, null);
        }
        Reason reason = emailsAsked ? Reason.NO_MATCH : Reason.EMAIL_NOT_POSSIBLE;
        Operation operation = new Operation(
                0,
                rules.target(),
                Wave.ACCOUNTS,
                OperationKind.CREATE_USER,
                username,
                null,
                person.personId(),
                null,
                Map.of(),
                person.shown(),
                reason);
        return new AccountDecision(
                person.personId(),
                username,
                reason,
                null,
                username,
                Names.key(username),
                Joins.JOINS,
                null,
                List.of(operation));
    }

    /** Somebody whose account was there already. */
    AccountDecision meet(Candidate person, Found found) {
        Account account = found.account();
        if (found.claimedBy() != null) {
            return AccountDecision.claimed(person, found.claimedBy());
        }
        Reason against = whyNotAdopted(found, account);
        return against == null
                ? stayers.decide(person, account, null).adopting(account, found.by())
                : AccountDecision.leave(person, against, account.name());
    }

    private @Nullable Reason whyNotAdopted(Found found, Account account) {
        Reason spared = untouchable.why(account.name());
        if (spared != null) {
            return spared;
        }
        if (found.administrator() && !rules.mayAdoptAdministrator(account.name())) {
            return Reason.ADMINISTRATOR;
        }
        if (rules.users().existing() == ExistingUsers.SKIP) {
            return Reason.EXISTING_SKIPPED;
        }
        return account.writable() ? null : Reason.READ_ONLY;
    }
}
