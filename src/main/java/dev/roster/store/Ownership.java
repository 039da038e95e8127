package dev.roster.store;

import dev.roster.directory.Names;
import dev.roster.directory.Operation;
import dev.roster.directory.OperationKind;
import dev.roster.directory.Outcome;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What Roster created, took over or gave, per target: only that may it take away. */
@Repository
public class Ownership {

    private final JdbcClient jdbc;
    private final Batches batches;
    private final AccountNames names;

    Ownership(JdbcClient jdbc, Batches batches, AccountNames names) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.names = names;
    }

    /** Takes over the accounts, groups and memberships that the plan says, now that it is carried out. */
    @Transactional
    public void adopt(Run run, RunTarget target) {
        if (adoptions(run, target, "user") > 0) {
            adoptAccounts(run, target);
        }
        update("""
                insert into owned_group (target_no, group_key, origin, since_run)
                select a.target_no, a.name_key, 'joined', a.run_id from adoption a
                where a.run_id = :run and a.target_no = :target and a.kind = 'group'
                  and not exists (select 1 from owned_group o
                                  where o.target_no = a.target_no and o.group_key = a.name_key)""", run, target);
        update("""
                insert into given_member (target_no, group_key, account_key, since_run)
                select a.target_no, a.group_key, a.account_key, a.run_id from adopted_member a
                left join given_member g
                  on g.target_no = a.target_no and g.group_key = a.group_key and g.account_key = a.account_key
                where a.run_id = :run and a.target_no = :target and g.account_key is null""", run, target);
        update("delete from adopted_member where target_no = :target and run_id <= :run", run, target);
    }

    private void adoptAccounts(Run run, RunTarget target) {
        // Somebody whose recorded account is gone from the product is recorded anew.
        update("""
                delete from owned_account where target_no = :target and exists (
                  select 1 from adoption a
                  where a.run_id = :run and a.target_no = owned_account.target_no and a.kind = 'user'
                    and a.person_id = owned_account.person_id
                    and not exists (select 1 from claimed_account c
                                    where c.target_no = a.target_no and c.name_key = a.name_key))""", run, target);
        update("""
                insert into owned_account (target_no, person_id, name_key, account_id, origin, since_run)
                select a.target_no, a.person_id, a.name_key, a.account_id, 'adopted', a.run_id from adoption a
                where a.run_id = :run and a.target_no = :target and a.kind = 'user'
                  and not exists (select 1 from claimed_account c
                                  where c.target_no = a.target_no and c.name_key = a.name_key)
                  and not exists (select 1 from owned_account o
                                  where o.target_no = a.target_no and (o.person_id = a.person_id or o.name_key = a.name_key))""", run, target);
    }

    private void update(String sql, Run run, RunTarget target) {
        jdbc.sql(sql).param("run", run.id()).param("target", target.no()).update();
    }

    void record(Run run, RunTarget target, List<Outcome> done) {
        created(run, target, done);
        removed(target, done);
        changed(target, done);
    }

    private void created(Run run, RunTarget target, List<Outcome> done) {
        names.free(
                target,
                of(OperationKind.CREATE_USER, done).stream()
                        .map(Ownership::user)
                        .toList());
        batches.upsert(
                """
                update owned_account set name_key = ?, account_id = ?, email = ?, origin = 'created', since_run = ?
                where target_no = ? and person_id = ?""",
                """
                insert into owned_account (name_key, account_id, email, origin, since_run, target_no, person_id)
                values (?, ?, ?, 'created', ?, ?, ?)""",
                of(OperationKind.CREATE_USER, done),
                outcome -> account(run, target, outcome),
                outcome -> account(run, target, outcome));
        batches.upsert(
                "update owned_group set origin = 'created', since_run = ? where target_no = ? and group_key = ?",
                "insert into owned_group (origin, since_run, target_no, group_key) values ('created', ?, ?, ?)",
                of(OperationKind.CREATE_GROUP, done),
                outcome -> new Object[] {run.id(), target.no(), group(outcome)},
                outcome -> new Object[] {run.id(), target.no(), group(outcome)});
        of(OperationKind.CREATE_GROUP, done).forEach(outcome -> noteSources(target, group(outcome)));
        given(run, target, of(OperationKind.ADD_MEMBER, done));
    }

    /** Which Entra groups a group was made for: only when none of them is left may it be deleted. */
    private void noteSources(RunTarget target, String group) {
        jdbc.sql("""
                insert into owned_group_source (target_no, group_key, group_id)
                select s.target_no, s.group_key, s.group_id from group_source s
                where s.target_no = ? and s.group_key = ?
                  and not exists (select 1 from owned_group_source k where k.target_no = s.target_no
                                    and k.group_key = s.group_key and k.group_id = s.group_id)""").params(target.no(), group).update();
    }

    private void given(Run run, RunTarget target, List<Outcome> added) {
        if (added.isEmpty()) {
            return;
        }
        new MemberKeys(added)
                .fill(jdbc.sql("""
                        insert into given_member (since_run, target_no, group_key, account_key)
                        select cast(:run as bigint), cast(:target as int), k.group_key, k.account_key from %s
                        left join given_member g on g.target_no = :target
                          and g.group_key = k.group_key and g.account_key = k.account_key
                        where g.account_key is null""".formatted(MemberKeys.TABLE)))
                .param("run", run.id())
                .param("target", target.no())
                .update();
    }

    private static Object[] account(Run run, RunTarget target, Outcome outcome) {
        Operation operation = outcome.operation();
        return new Object[] {
            user(outcome),
            outcome.accountId(),
            operation.becomes().get("email"),
            run.id(),
            target.no(),
            operation.personId()
        };
    }

    private void removed(RunTarget target, List<Outcome> done) {
        for (String table : List.of("given_member", "adopted_member")) {
            batches.write(
                    "delete from " + table + " where target_no = ? and group_key = ? and account_key = ?",
                    of(OperationKind.REMOVE_MEMBER, done),
                    outcome -> new Object[] {target.no(), group(outcome), user(outcome)});
        }
        forgetGroups(
                target,
                of(OperationKind.DELETE_GROUP, done).stream()
                        .map(Ownership::group)
                        .toList());
        for (String table : List.of(
                "given_member where target_no = ? and account_key = ?",
                "adopted_member where target_no = ? and account_key = ?",
                "owned_account where target_no = ? and name_key = ?")) {
            batches.write("delete from " + table, of(OperationKind.DELETE_USER, done), outcome ->
                    new Object[] {target.no(), user(outcome)});
        }
    }

    /** Groups that are not there, with what was given in them. */
    void forgetGroups(RunTarget target, List<String> keys) {
        for (String table : List.of("owned_group", "owned_group_source", "given_member", "adopted_member")) {
            batches.write("delete from " + table + " where target_no = ? and group_key = ?", keys, key ->
                    new Object[] {target.no(), key});
        }
    }

    private void changed(RunTarget target, List<Outcome> done) {
        batches.write(
                "update owned_account set email = ? where target_no = ? and person_id = ?",
                of(OperationKind.UPDATE_USER, done),
                outcome -> new Object[] {
                    outcome.operation().becomes().get("email"),
                    target.no(),
                    outcome.operation().personId()
                });
        names.move(
                target,
                of(OperationKind.RENAME_USER, done).stream()
                        .map(Ownership::move)
                        .toList());
    }

    private static AccountNames.Move move(Outcome renamed) {
        String person = Objects.requireNonNull(renamed.operation().personId());
        return new AccountNames.Move(person, user(renamed), newName(renamed));
    }

    private static String newName(Outcome outcome) {
        return Names.key(Objects.requireNonNull(outcome.operation().becomes().get("name")));
    }

    private static String user(Outcome outcome) {
        return Names.key(Objects.requireNonNull(outcome.operation().user()));
    }

    private static String group(Outcome outcome) {
        return Names.key(Objects.requireNonNull(outcome.operation().group()));
    }

    private static List<Outcome> of(OperationKind kind, List<Outcome> done) {
        return done.stream()
                .filter(outcome -> outcome.operation().kind() == kind)
                .toList();
    }

    /** Whether anything of the target is managed. */
    public boolean managesAnything(RunTarget target) {
        return accounts(target, 1) + groups(target, 1) > 0;
    }

    /** How many accounts of the target are managed; counted no further than asked. */
    public long accounts(RunTarget target, long upTo) {
        return count("owned_account", target, upTo);
    }

    /** How many memberships of the target are managed; counted no further than asked. */
    public long memberships(RunTarget target, long upTo) {
        return count("given_member", target, upTo);
    }

    /** How many groups of the target are managed; counted no further than asked. */
    public long groups(RunTarget target, long upTo) {
        return count("owned_group", target, upTo);
    }

    private long count(String table, RunTarget target, long upTo) {
        return jdbc.sql("select count(*) from (select 1 from " + table + " where target_no = :target limit :most) x")
                .param("target", target.no())
                .param("most", (int) Math.min(upTo, Integer.MAX_VALUE))
                .query(Long.class)
                .single();
    }

    /** How many accounts ({@code user}) or groups ({@code group}) a run would take over in one target. */
    public long adoptions(Run run, RunTarget target, String kind) {
        return jdbc.sql("select count(*) from adoption where run_id = ? and target_no = ? and kind = ?")
                .params(run.id(), target.no(), kind)
                .query(Long.class)
                .single();
    }
}
