package dev.roster.plan;

import dev.roster.directory.Account;
import dev.roster.directory.Names;
import dev.roster.directory.Operation;
import dev.roster.directory.OperationKind;
import dev.roster.directory.Reason;
import dev.roster.directory.Wave;
import dev.roster.plan.Candidate.Namesake;
import dev.roster.plan.Candidate.Owned;
import dev.roster.settings.UserRules.ExistingUsers;
import dev.roster.settings.UserRules.WhenGone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of each person's account in one target. */
public final class AccountPlanner {

    private final AccountRules rules;

    public AccountPlanner(AccountRules rules) {
        this.rules = rules;
    }

    /** The one decision about this person, with its reason and the operations it takes. */
    public AccountDecision decide(Candidate person) {
        Owned owned = person.owned();
        Reason left = whyLeft(person);
        if (left != null) {
            return owned == null ? leave(person, left, person.detail()) : leaver(person, owned, left);
        }
        if (person.verdict() != null) {
            return leave(person, person.verdict(), person.detail());
        }
        if (person.clashes()) {
            return leave(person, Reason.NAME_CLASH, person.username());
        }
        if (owned != null && person.account() != null) {
            return keep(person, owned, person.account());
        }
        return person.namesake() == null ? create(person) : meet(person, person.namesake());
    }

    /** Null while the person is selected; verdicts that are faults of the name do not make a leaver. */
    private static @Nullable Reason whyLeft(Candidate person) {
        if (person.verdict() == Reason.DELETED) {
            return Reason.DELETED;
        }
        boolean notSelected = person.verdict() == Reason.GUEST
                || person.verdict() == Reason.NOT_INCLUDED
                || person.verdict() == Reason.EXCLUDED;
        if (notSelected) {
            return person.verdict();
        }
        if (!person.inScope()) {
            return Reason.OUT_OF_SCOPE;
        }
        return person.enabled() ? null : Reason.DISABLED;
    }

    private AccountDecision leaver(Candidate person, Owned owned, Reason left) {
        Account account = person.account();
        if (account == null) {
            return leave(person, left, "its account is gone from the product");
        }
        if (isUntouchable(account)) {
            return leave(person, Reason.PROTECTED, account.name());
        }
        WhenGone rule = rule(left);
        if (rule == WhenGone.DELETE && !owned.created()) {
            rule = WhenGone.DEACTIVATE; // An account that was there before Roster is never deleted.
        }
        return switch (rule) {
            case KEEP -> decision(person, Reason.KEPT, account, Joins.FROZEN, List.of());
            case REMOVE_GROUPS -> decision(person, left, account, Joins.LEAVES, List.of());
            case DEACTIVATE -> deactivate(person, account, left);
            case DELETE ->
                decision(
                        person,
                        left,
                        account,
                        Joins.FROZEN,
                        List.of(leaving(OperationKind.DELETE_USER, person, account, left)));
        };
    }

    private WhenGone rule(Reason left) {
        return switch (left) {
            case DELETED -> rules.users().whenDeleted();
            case DISABLED -> rules.users().whenDisabled();
            default -> rules.users().whenOutOfScope();
        };
    }

    private AccountDecision deactivate(Candidate person, Account account, Reason left) {
        if (!rules.canDeactivate()) {
            return decision(person, left, account, Joins.LOCKED_OUT, List.of());
        }
        List<Operation> operations =
                account.active() ? List.of(leaving(OperationKind.DEACTIVATE_USER, person, account, left)) : List.of();
        return decision(person, left, account, Joins.FROZEN, operations);
    }

    private AccountDecision keep(Candidate person, Owned owned, Account account) {
        if (isUntouchable(account)) {
            return leave(person, Reason.PROTECTED, account.name());
        }
        if (!account.writable()) {
            return decision(person, Reason.READ_ONLY, account, Joins.FROZEN, List.of());
        }
        List<Operation> operations = new ArrayList<>();
        Reason reason = Reason.UNCHANGED;
        Map<String, String> changes = changes(person, account, owned.writtenEmail());
        if (!changes.isEmpty()) {
            reason = updateReason();
            if (reason == Reason.CHANGED) {
                operations.add(update(person, account, changes));
            }
        }
        Rename rename = rename(person, account);
        if (rename == Rename.NOW) {
            operations.add(renaming(person, account));
        }
        reason = rename == Rename.NONE ? reason : rename == Rename.NOW ? Reason.CHANGED : Reason.RENAME_LEFT;
        if (!account.active()) {
            reason = rules.users().activate() ? Reason.ACTIVE_AGAIN : Reason.ACTIVATE_OFF;
            if (rules.users().activate()) {
                operations.add(activate(person, account));
            }
        }
        String name = rename == Rename.NOW ? person.username() : account.name();
        return new AccountDecision(
                person.personId(), person.username(), reason, null, name, Joins.JOINS, null, operations);
    }

    /** An account of the person's username that is not recorded as theirs. */
    private AccountDecision meet(Candidate person, Namesake namesake) {
        Account account = namesake.account();
        if (namesake.somebodyElses()) {
            return leave(person, Reason.NAME_TAKEN, account.name());
        }
        if (rules.isOwnAccount(account.name())) {
            return leave(person, Reason.OWN_ACCOUNT, account.name());
        }
        if (rules.isProtected(account.name())) {
            return leave(person, Reason.PROTECTED, account.name());
        }
        if (namesake.administrator() && !rules.mayAdoptAdministrator(account.name())) {
            return leave(person, Reason.ADMINISTRATOR, account.name());
        }
        if (rules.users().existing() == ExistingUsers.SKIP) {
            return leave(person, Reason.EXISTING_SKIPPED, account.name());
        }
        AccountDecision kept = keep(person, new Owned(account.key(), account.id(), null, false), account);
        return new AccountDecision(
                kept.personId(),
                kept.username(),
                Reason.ADOPTED,
                null,
                kept.accountName(),
                kept.joins(),
                account.id(),
                kept.operations());
    }

    private AccountDecision create(Candidate person) {
        String username = Objects.requireNonNull(person.username());
        if (rules.isOwnAccount(username)) {
            return leave(person, Reason.OWN_ACCOUNT, username);
        }
        if (!rules.users().create()) {
            return leave(person, Reason.CREATE_OFF, null);
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
                wanted(person),
                Reason.NO_MATCH);
        return new AccountDecision(
                person.personId(), username, Reason.NO_MATCH, null, username, Joins.JOINS, null, List.of(operation));
    }

    private boolean isUntouchable(Account account) {
        return rules.isOwnAccount(account.name()) || rules.isProtected(account.name());
    }

    private Reason updateReason() {
        if (!rules.users().update()) {
            return Reason.UPDATE_OFF;
        }
        return rules.canUpdate() ? Reason.CHANGED : Reason.NOT_POSSIBLE;
    }

    /** What differs, as far as the product shows it; of a hidden address, what differs from the last one written. */
    private static Map<String, String> changes(Candidate person, Account account, @Nullable String writtenEmail) {
        Map<String, String> changes = new TreeMap<>();
        if (account.displayName() != null && !account.displayName().equals(person.displayName())) {
            changes.put("displayName", String.valueOf(person.displayName()));
        }
        String email = account.email() == null ? writtenEmail : account.email();
        if (email != null && !email.equalsIgnoreCase(person.email())) {
            changes.put("email", String.valueOf(person.email()));
        }
        return changes;
    }

    private enum Rename {
        NONE,
        NOW,
        LEFT
    }

    private Rename rename(Candidate person, Account account) {
        if (Names.key(String.valueOf(person.username())).equals(account.key())) {
            return Rename.NONE;
        }
        return rules.renames() && person.namesake() == null ? Rename.NOW : Rename.LEFT;
    }

    private Operation update(Candidate person, Account account, Map<String, String> changes) {
        Map<String, String> was = new TreeMap<>();
        if (changes.containsKey("displayName")) {
            was.put("displayName", String.valueOf(account.displayName()));
        }
        if (changes.containsKey("email") && account.email() != null) {
            was.put("email", account.email());
        }
        // Products replace both, so both are sent.
        return operation(
                OperationKind.UPDATE_USER, Wave.ACCOUNTS, person, account, was, wanted(person), Reason.CHANGED);
    }

    private Operation renaming(Candidate person, Account account) {
        return operation(
                OperationKind.RENAME_USER,
                Wave.ACCOUNTS,
                person,
                account,
                Map.of("name", account.name()),
                Map.of("name", String.valueOf(person.username())),
                Reason.CHANGED);
    }

    private Operation activate(Candidate person, Account account) {
        return operation(
                OperationKind.ACTIVATE_USER,
                Wave.ACCOUNTS,
                person,
                account,
                Map.of("active", "false"),
                Map.of("active", "true"),
                Reason.ACTIVE_AGAIN);
    }

    private Operation leaving(OperationKind kind, Candidate person, Account account, Reason left) {
        return operation(
                kind,
                Wave.LEAVERS,
                person,
                account,
                Map.of("active", String.valueOf(account.active())),
                Map.of(),
                left);
    }

    private Operation operation(
            OperationKind kind,
            Wave wave,
            Candidate person,
            Account account,
            Map<String, String> was,
            Map<String, String> becomes,
            Reason reason) {
        return new Operation(
                0,
                rules.target(),
                wave,
                kind,
                account.name(),
                null,
                person.personId(),
                account.id(),
                was,
                becomes,
                reason);
    }

    private static Map<String, String> wanted(Candidate person) {
        return Map.of("displayName", String.valueOf(person.displayName()), "email", String.valueOf(person.email()));
    }

    private static AccountDecision decision(
            Candidate person, Reason reason, Account account, Joins joins, List<Operation> operations) {
        return new AccountDecision(
                person.personId(), person.username(), reason, null, account.name(), joins, null, operations);
    }

    /** Nothing is done, to the account or its memberships. */
    private static AccountDecision leave(Candidate person, Reason reason, @Nullable String detail) {
        String account = person.account() == null ? null : person.account().name();
        return new AccountDecision(
                person.personId(), person.username(), reason, detail, account, Joins.FROZEN, null, List.of());
    }
}
