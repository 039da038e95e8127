package dev.roster.plan;

import dev.roster.directory.Account;
import dev.roster.directory.Operation;
import dev.roster.directory.OperationKind;
import dev.roster.directory.Reason;
import dev.roster.directory.Wave;
import dev.roster.plan.Candidate.Owned;
import dev.roster.settings.UserRules.WhenGone;
import java.util.List;
import java.util.Map;

/** Decides about somebody who has an account that Roster manages, and should have none any more. */
final class Leavers {

    private final AccountRules rules;
    private final Untouchable untouchable;

    Leavers(AccountRules rules, Untouchable untouchable) {
        this.rules = rules;
        this.untouchable = untouchable;
    }

    AccountDecision decide(Candidate person, Owned owned, Reason left) {
        Account account = person.account();
        if (account == null) {
            return AccountDecision.leave(person, left, "its account is gone from the product");
        }
        Reason spared = untouchable.why(account.name());
        if (spared != null) {
            return AccountDecision.leave(person, spared, account.name());
        }
        WhenGone rule = rule(left, owned);
        if (rule == WhenGone.KEEP) {
            return AccountDecision.about(person, account, Reason.KEPT, Joins.FROZEN, List.of());
        }
        if (!account.writable()) {
            return AccountDecision.leave(person, Reason.READ_ONLY, account.name());
        }
        return switch (rule) {
            case DELETE -> ended(OperationKind.DELETE_USER, person, account, left);
            case DEACTIVATE -> deactivated(person, account, left);
            default -> AccountDecision.about(person, account, left, Joins.LEAVES, List.of());
        };
    }

    private WhenGone rule(Reason left, Owned owned) {
        WhenGone rule = switch (left) {
            case DELETED -> rules.users().whenDeleted();
            case DISABLED -> rules.users().whenDisabled();
            default -> rules.users().whenOutOfScope();
        };
        // An account that was there before Roster is never deleted.
        return rule == WhenGone.DELETE && !owned.created() ? WhenGone.DEACTIVATE : rule;
    }

    private AccountDecision deactivated(Candidate person, Account account, Reason left) {
        if (!rules.canDeactivate()) {
            return AccountDecision.about(person, account, left, Joins.LOCKED_OUT, List.of());
        }
        return account.active()
                ? ended(OperationKind.DEACTIVATE_USER, person, account, left)
                : AccountDecision.about(person, account, left, Joins.FROZEN, List.of());
    }

    private AccountDecision ended(OperationKind kind, Candidate person, Account account, Reason left) {
        Map<String, String> was = Map.of("active", String.valueOf(account.active()));
        Operation operation = rules.operation(kind, Wave.LEAVERS, person, account, was, Map.of(), left);
        return AccountDecision.about(person, account, left, Joins.FROZEN, List.of(operation));
    }
}
