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

    /** A difference: why it is carried over or left, and the operation for the former. */
    private record Step(Reason reason, @Nullable Operation operation) {}

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
        List<Operation> operations = Stream.of(update, rename, activation)
                .flatMap(Optional::stream)
                .map(Step::operation)
                .filter(Objects::nonNull)
                .toList();
        boolean renamed = operations.stream().anyMatch(o -> o.kind() == OperationKind.RENAME_USER);
        String name = renamed ? Objects.requireNonNull(person.username()) : account.name();
        return AccountDecision.about(person, account, name, reason, operations);
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
            return Optional.of(new Step(Reason.UPDATE_OFF, null));
        }
        if (!rules.canUpdate()) {
            return Optional.of(new Step(Reason.NOT_POSSIBLE, null));
        }
        // Products replace both, so both are sent.
        return Optional.of(step(OperationKind.UPDATE_USER, Wave.ACCOUNTS, person, account, was, person.shown()));
    }

    private Optional<Step> rename(Candidate person, Account account) {
        String username = Objects.requireNonNull(person.username());
        if (Names.key(username).equals(account.key())) {
            return Optional.empty();
        }
        if (!rules.renames() || person.namesake() != null || untouchable.includes(username)) {
            return Optional.of(new Step(Reason.RENAME_LEFT, null));
        }
        return Optional.of(step(
                OperationKind.RENAME_USER,
                Wave.ACCOUNTS_RENAMED,
                person,
                account,
                Map.of("name", account.name()),
                Map.of("name", username)));
    }

    private Optional<Step> activation(Candidate person, Account account) {
        if (account.active()) {
            return Optional.empty();
        }
        if (!rules.users().activate()) {
            return Optional.of(new Step(Reason.ACTIVATE_OFF, null));
        }
        if (!rules.canDeactivate()) {
            return Optional.of(new Step(Reason.NOT_POSSIBLE, null)); // What cannot be switched off has no switch.
        }
        Map<String, String> was = Map.of("active", "false");
        Map<String, String> becomes = Map.of("active", "true");
        return Optional.of(new Step(
                Reason.ACTIVE_AGAIN,
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
        return new Step(Reason.CHANGED, rules.operation(kind, wave, person, account, was, becomes, Reason.CHANGED));
    }
}
