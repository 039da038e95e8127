package dev.roster.plan;

import dev.roster.directory.Account;
import dev.roster.directory.Names;
import dev.roster.directory.Operation;
import dev.roster.directory.OperationKind;
import dev.roster.directory.Reason;
import dev.roster.directory.Wave;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides about somebody who is selected and has an account: what of it differs, and what of that is carried over. */
final class Stayers {

    private final AccountRules rules;
    private final Untouchable untouchable;

    Stayers(AccountRules rules, Untouchable untouchable) {
        this.rules = rules;
        this.untouchable = untouchable;
    }

    /** A difference: why it is carried over or left, with the operation for the former and more for the latter. */
    private record Step(
            Reason reason,
            @Nullable String detail,
            @Nullable Operation operation) {

        static Optional<Step> left(Reason reason, @Nullable String detail) {
            return Optional.of(new Step(reason, detail, null));
        }
    }

    /** @param writtenEmail the last address written, for a product that shows none; null when none was */
    AccountDecision decide(Candidate person, Account account, @Nullable String writtenEmail) {
        Reason spared = untouchable.why(account.name());
        if (spared != null) {
            return AccountDecision.leave(person, spared, account.name());
        }
        if (!account.writable()) {
            return AccountDecision.leave(person, Reason.READ_ONLY, account.name());
        }
        Optional<Step> update = update(person, account, writtenEmail);
        Optional<Step> rename = rename(person, account);
        Optional<Step> activation = activation(person, account);
        Reason reason =
                activation.or(() -> rename).or(() -> update).map(Step::reason).orElse(Reason.UNCHANGED);
        List<Step> steps =
                Stream.of(update, rename, activation).flatMap(Optional::stream).toList();
        List<Operation> operations =
                steps.stream().map(Step::operation).filter(Objects::nonNull).toList();
        boolean renamed = operations.stream().anyMatch(o -> o.kind() == OperationKind.RENAME_USER);
        String name = renamed ? Objects.requireNonNull(person.username()) : account.name();
        return AccountDecision.about(person, account, name, reason, details(steps), operations);
    }

    /** All that is left as it is, also where one reason stands for several. */
    private static @Nullable String details(List<Step> steps) {
        String details =
                steps.stream().map(Step::detail).filter(Objects::nonNull).collect(Collectors.joining("; "));
        return details.isEmpty() ? null : details;
    }

    private Optional<Step> update(Candidate person, Account account, @Nullable String writtenEmail) {
        Map<String, String> was = new TreeMap<>();
        boolean displayName =
                account.displayName() != null && !account.displayName().equals(person.displayName());
        if (displayName) {
            was.put("displayName", Objects.requireNonNull(account.displayName()));
        }
        String known = account.email() == null ? writtenEmail : account.email();
        boolean email = known != null && !known.equalsIgnoreCase(person.email());
        if (email && account.email() != null) {
            was.put("email", account.email());
        }
        if (!displayName && !email) {
            return Optional.empty();
        }
        if (!rules.users().update()) {
            return Step.left(Reason.UPDATE_OFF, null);
        }
        if (!rules.canUpdate()) {
            return Step.left(Reason.NOT_POSSIBLE, "this version of the product cannot change names and addresses");
        }
        // Products replace both, so both are sent.
        return Optional.of(step(OperationKind.UPDATE_USER, Wave.ACCOUNTS, person, account, was, person.shown()));
    }

    private Optional<Step> rename(Candidate person, Account account) {
        String username = Objects.requireNonNull(person.username());
        if (Names.key(username).equals(account.key())) {
            return Optional.empty();
        }
        String left = whyLeft(person, username);
        if (left != null) {
            return Step.left(Reason.RENAME_LEFT, left);
        }
        return Optional.of(step(
                OperationKind.RENAME_USER,
                Wave.ACCOUNTS_RENAMED,
                person,
                account,
                Map.of("name", account.name()),
                Map.of("name", username)));
    }

    /** An account that is recorded as somebody else's may be about to give the name up; the whole plan tells. */
    private @Nullable String whyLeft(Candidate person, String username) {
        if (rules.namesStay() != null) {
            return rules.namesStay();
        }
        if (untouchable.includes(username)) {
            return username + " is protected";
        }
        return person.namesake() == null || person.namesake().somebodyElses() ? null : username + " is taken";
    }

    private Optional<Step> activation(Candidate person, Account account) {
        if (account.active()) {
            return Optional.empty();
        }
        if (!rules.users().activate()) {
            return Step.left(Reason.ACTIVATE_OFF, null);
        }
        if (!rules.canDeactivate()) {
            return Step.left(Reason.NOT_POSSIBLE, "this product cannot activate accounts");
        }
        Map<String, String> was = Map.of("active", "false");
        Map<String, String> becomes = Map.of("active", "true");
        return Optional.of(new Step(
                Reason.ACTIVE_AGAIN,
                null,
                rules.operation(
                        OperationKind.ACTIVATE_USER,
                        Wave.ACCOUNTS,
                        person,
                        account,
                        was,
                        becomes,
                        Reason.ACTIVE_AGAIN)));
    }

    private Step step(
            OperationKind kind,
            Wave wave,
            Candidate person,
            Account account,
            Map<String, String> was,
            Map<String, String> becomes) {
        return new Step(
                Reason.CHANGED, null, rules.operation(kind, wave, person, account, was, becomes, Reason.CHANGED));
    }
}
