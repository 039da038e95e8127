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
import org.jspecify.annotations.Nullable;

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
            return AccountDecision.about(person, account, Reason.KEPT, null, Joins.FROZEN, List.of());
        }
        if (!account.writable()) {
            return AccountDecision.leave(person, Reason.READ_ONLY, account.name());
        }
        return switch (rule) {
            case DELETE -> ended(OperationKind.DELETE_USER, person, account, left, null);
            case DEACTIVATE -> deactivated(person, account, left, instead(left, owned));
            default -> AccountDecision.about(person, account, left, null, Joins.LEAVES, List.of());
        };
    }

    private WhenGone rule(Reason left, Owned owned) {
        WhenGone rule = setting(left);
        // An account that was there before Roster is never deleted.
        return rule == WhenGone.DELETE && !owned.created() ? WhenGone.DEACTIVATE : rule;
    }

    private WhenGone setting(Reason left) {
        return switch (left) {
            case DELETED -> rules.users().whenDeleted();
            case DISABLED -> rules.users().whenDisabled();
            default -> rules.users().whenOutOfScope();
        };
    }

    /** What happens in place of what the settings say. */
    private @Nullable String instead(Reason left, Owned owned) {
        String kept = rule(left, owned) == setting(left) ? null : "not deleted: it was there before Roster";
        if (rules.canDeactivate()) {
            return kept;
        }
        String lockedOut = "not deactivated, as this product cannot: leaves every group that gives access";
        return kept == null ? lockedOut : kept + "; " + lockedOut;
    }

    private AccountDecision deactivated(Candidate person, Account account, Reason left, @Nullable String instead) {
        if (!rules.canDeactivate()) {
            return AccountDecision.about(person, account, left, instead, Joins.LOCKED_OUT, List.of());
        }
        return account.active()
                ? ended(OperationKind.DEACTIVATE_USER, person, account, left, instead)
                : AccountDecision.about(person, account, left, instead, Joins.FROZEN, List.of());
    }

    private AccountDecision ended(
            OperationKind kind, Candidate person, Account account, Reason left, @Nullable String instead) {
        Map<String, String> was = Map.of("active", String.valueOf(account.active()));
        Operation operation = rules.operation(kind, Wave.LEAVERS, person, account, was, Map.of(), left);
        return AccountDecision.about(person, account, left, instead, Joins.FROZEN, List.of(operation));
    }
}
