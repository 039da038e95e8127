package dev.roster.store;

import dev.roster.directory.Names;
import dev.roster.directory.Operation;
import dev.roster.directory.OperationKind;
import dev.roster.directory.Outcome;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the products hold, as far as it is remembered: it follows what was done there, until the next look. */
@Component
class Remembered {

    private final JdbcClient jdbc;
    private final Batches batches;

    Remembered(JdbcClient jdbc, Batches batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * Takes over what was done, or was so already.
     *
     * @param emails whether the product shows e-mail addresses; where it does not, a look finds none either
     */
    void follow(Run run, RunTarget target, List<Outcome> done, boolean emails) {
        delete(target, of(OperationKind.DELETE_USER, done));
        create(run, target, of(OperationKind.CREATE_USER, done), emails);
        change(target, of(OperationKind.UPDATE_USER, done), emails);
        activate(target, of(OperationKind.DEACTIVATE_USER, done), false);
        activate(target, of(OperationKind.ACTIVATE_USER, done), true);
        of(OperationKind.RENAME_USER, done).forEach(outcome -> rename(target, outcome.operation()));
        createGroups(run, target, of(OperationKind.CREATE_GROUP, done));
        deleteGroups(target, of(OperationKind.DELETE_GROUP, done));
        join(target, of(OperationKind.ADD_MEMBER, done));
        batches.write(
                "delete from seen_member where target_no = ? and group_key = ? and account_key = ?",
                of(OperationKind.REMOVE_MEMBER, done),
                outcome -> new Object[] {target.no(), group(outcome), user(outcome)});
    }

    private void create(Run run, RunTarget target, List<Outcome> created, boolean emails) {
        // Whoever had the name before is gone; nothing of theirs is the newcomer's.
        delete(target, created);
        batches.write("""
                insert into seen_account
                  (target_no, name_key, name, account_id, display_name, email, email_key, active, writable, read_no)
                values (?, ?, ?, ?, ?, ?, ?, true, true, ?)""", created, outcome -> created(run, target, outcome, emails));
    }

    private static Object[] created(Run run, RunTarget target, Outcome outcome, boolean emails) {
        Operation operation = outcome.operation();
        String email = emails ? operation.becomes().get("email") : null;
        return new Object[] {
            target.no(),
            user(outcome),
            operation.user(),
            outcome.accountId(),
            operation.becomes().get("displayName"),
            email,
            keyOrNull(email),
            run.id()
        };
    }

    private void change(RunTarget target, List<Outcome> changed, boolean emails) {
        batches.write(
                "update seen_account set display_name = ? where target_no = ? and name_key = ?", changed, outcome ->
                        new Object[] {outcome.operation().becomes().get("displayName"), target.no(), user(outcome)});
        batches.write(
                "update seen_account set email = ?, email_key = ? where target_no = ? and name_key = ?",
                emails ? changed : List.of(),
                outcome -> {
                    String email = outcome.operation().becomes().get("email");
                    return new Object[] {email, keyOrNull(email), target.no(), user(outcome)};
                });
    }

    private void activate(RunTarget target, List<Outcome> changed, boolean active) {
        batches.write("update seen_account set active = ? where target_no = ? and name_key = ?", changed, outcome ->
                new Object[] {active, target.no(), user(outcome)});
    }

    /** One after the other, as one account may take the name that another has just given up. */
    private void rename(RunTarget target, Operation operation) {
        String from = Names.key(Objects.requireNonNull(operation.user()));
        String name = Objects.requireNonNull(operation.becomes().get("name"));
        String to = Names.key(name);
        if (!to.equals(from)) {
            forgetAccounts(target, Set.of(to));
        }
        jdbc.sql("update seen_account set name = ?, name_key = ? where target_no = ? and name_key = ?")
                .params(name, to, target.no(), from)
                .update();
        jdbc.sql("update seen_member set account_key = ? where target_no = ? and account_key = ?")
                .params(to, target.no(), from)
                .update();
    }

    private void delete(RunTarget target, List<Outcome> deleted) {
        forgetAccounts(target, deleted.stream().map(Remembered::user).collect(Collectors.toSet()));
    }

    /** Accounts that are not there, with their memberships. */
    void forgetAccounts(RunTarget target, Collection<String> keys) {
        for (String table : List.of("seen_member where account_key", "seen_account where name_key")) {
            batches.write(
                    "delete from " + table + " = ? and target_no = ?", keys, key -> new Object[] {key, target.no()});
        }
    }

    private void createGroups(Run run, RunTarget target, List<Outcome> created) {
        deleteGroups(target, created);
        batches.write("""
                insert into seen_group
                  (target_no, name_key, name, grants_access, administrators, read_no, members_read)
                values (?, ?, ?, false, false, ?, ?)""", created, outcome ->
                new Object[] {target.no(), group(outcome), outcome.operation().group(), run.id(), run.id()});
    }

    private void deleteGroups(RunTarget target, List<Outcome> deleted) {
        forgetGroups(target, deleted.stream().map(Remembered::group).collect(Collectors.toSet()));
    }

    /** Groups that are not there, with who was in them. */
    void forgetGroups(RunTarget target, Collection<String> keys) {
        for (String table : List.of("seen_member where group_key", "seen_group where name_key")) {
            batches.write(
                    "delete from " + table + " = ? and target_no = ?", keys, key -> new Object[] {key, target.no()});
        }
    }

    private void join(RunTarget target, List<Outcome> added) {
        if (added.isEmpty()) {
            return;
        }
        new MemberKeys(added)
                .fill(jdbc.sql("""
                        insert into seen_member (target_no, group_key, account_key)
                        select cast(:target as int), k.group_key, k.account_key from %s
                        left join seen_member m on m.target_no = :target
                          and m.group_key = k.group_key and m.account_key = k.account_key
                        where m.account_key is null""".formatted(MemberKeys.TABLE)))
                .param("target", target.no())
                .update();
    }

    private static String user(Outcome outcome) {
        return Names.key(Objects.requireNonNull(outcome.operation().user()));
    }

    private static String group(Outcome outcome) {
        return Names.key(Objects.requireNonNull(outcome.operation().group()));
    }

    private static @Nullable String keyOrNull(@Nullable String text) {
        return text == null ? null : Names.key(text);
    }

    private static List<Outcome> of(OperationKind kind, List<Outcome> done) {
        return done.stream()
                .filter(outcome -> outcome.operation().kind() == kind)
                .toList();
    }
}
