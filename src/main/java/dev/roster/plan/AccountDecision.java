package dev.roster.plan;

import dev.roster.directory.Account;
import dev.roster.directory.Operation;
import dev.roster.directory.Reason;
import dev.roster.settings.UserRules.Match;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is done about one person in one target, and why.
 *
 * @param accountName the product's spelling of the account that stands for them afterwards; null for none
 * @param accountKey what that account is listed by before the plan is carried out, or once it is created
 * @param adopts the account's id when Roster takes it over with this plan; null when it does not
 */
public record AccountDecision(
        String personId,
        @Nullable String username,
        Reason reason,
        @Nullable String detail,
        @Nullable String accountName,
        @Nullable String accountKey,
        Joins joins,
        @Nullable String adopts,
        List<Operation> operations) {

    /** Nothing is done, to the account or its memberships. */
    static AccountDecision leave(Candidate person, Reason reason, @Nullable String detail) {
        Account account = person.account();
        return new AccountDecision(
                person.personId(),
                person.username(),
                reason,
                detail,
                account == null ? null : account.name(),
                account == null ? null : account.key(),
                Joins.FROZEN,
                null,
                List.of());
    }

    /** Their account is in the care of another target, which goes on alone. */
    static AccountDecision claimed(Candidate person, String by) {
        return leave(person, Reason.CLAIMED, "managed by " + by);
    }

    /** About somebody whose account keeps its name. */
    static AccountDecision about(
            Candidate person,
            Account account,
            Reason reason,
            @Nullable String detail,
            Joins joins,
            List<Operation> operations) {
        return new AccountDecision(
                person.personId(),
                person.username(),
                reason,
                detail,
                account.name(),
                account.key(),
                joins,
                null,
                operations);
    }

    /** About somebody who stays, under this name. */
    static AccountDecision about(
            Candidate person,
            Account account,
            String name,
            Reason reason,
            @Nullable String detail,
            List<Operation> operations) {
        return new AccountDecision(
                person.personId(),
                person.username(),
                reason,
                detail,
                name,
                account.key(),
                Joins.JOINS,
                null,
                operations);
    }

    /** The same, for an account that Roster takes over. */
    AccountDecision adopting(Account account, Match by) {
        String how = by == Match.EMAIL ? "recognised by e-mail" : "recognised by username";
        return new AccountDecision(
                personId, username, Reason.ADOPTED, how, accountName, accountKey, joins, account.id(), operations);
    }
}
