package dev.roster.plan;

import dev.roster.directory.Account;
import dev.roster.directory.Names;
import dev.roster.directory.Operation;
import dev.roster.directory.OperationKind;
import dev.roster.directory.Reason;
import dev.roster.directory.Wave;
import dev.roster.plan.Candidate.Namesake;
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

    AccountDecision decide(Candidate person) {
        return person.namesake() == null ? create(person) : meet(person, person.namesake());
    }

    private AccountDecision create(Candidate person) {
        String username = Objects.requireNonNull(person.username());
        Reason spared = untouchable.why(username);
        if (spared != null) {
            return AccountDecision.leave(person, spared, username);
        }
        if (!rules.users().create()) {
            return AccountDecision.leave(person, Reason.CREATE_OFF, null);
        }
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
                Reason.NO_MATCH);
        return new AccountDecision(
                person.personId(),
                username,
                Reason.NO_MATCH,
                null,
                username,
                Names.key(username),
                Joins.JOINS,
                null,
                List.of(operation));
    }

    private AccountDecision meet(Candidate person, Namesake namesake) {
        Account account = namesake.account();
        Reason against = whyNotAdopted(namesake, account);
        return against == null
                ? stayers.decide(person, account, null).adopting(account)
                : AccountDecision.leave(person, against, account.name());
    }

    private @Nullable Reason whyNotAdopted(Namesake namesake, Account account) {
        if (namesake.somebodyElses()) {
            return Reason.NAME_TAKEN;
        }
        Reason spared = untouchable.why(account.name());
        if (spared != null) {
            return spared;
        }
        if (namesake.administrator() && !rules.mayAdoptAdministrator(account.name())) {
            return Reason.ADMINISTRATOR;
        }
        if (rules.users().existing() == ExistingUsers.SKIP) {
            return Reason.EXISTING_SKIPPED;
        }
        return account.writable() ? null : Reason.READ_ONLY;
    }
}
