package dev.roster.store;

import dev.roster.directory.Account;
import dev.roster.directory.Names;
import dev.roster.directory.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What looks at single accounts and groups, by their names, have found; all else stays as it is remembered. */
@Repository
public class LookedUp {

    private final JdbcClient jdbc;
    private final Batches batches;
    private final Seen seen;
    private final Remembered remembered;
    private final Ownership ownership;

    LookedUp(JdbcClient jdbc, Batches batches, Seen seen, Remembered remembered, Ownership ownership) {
        this.ownership = ownership;
        this.jdbc = jdbc;
        this.batches = batches;
        this.seen = seen;
        this.remembered = remembered;
    }

    /** The groups of one account, whose name stands in the place of a group's: of those that give access, all. */
    @Transactional
    public void keepAccess(RunTarget target, Found found) {
        String account = Names.key(found.group());
        Set<String> read = found.names().stream().map(Names::key).collect(Collectors.toSet());
        Map<String, Boolean> known = new HashMap<>();
        jdbc.sql("""
                select g.name_key, case when m.group_key is null then false else true end from seen_group g
                left join seen_member m
                  on m.target_no = g.target_no and m.group_key = g.name_key and m.account_key = :account
                where g.target_no = :target and g.grants_access = true""").param("target", target.no()).param("account", account).query(row -> {
            known.put(row.getString(1), row.getBoolean(2));
        });
        batches.write(
                "insert into seen_member (target_no, group_key, account_key) values (?, ?, ?)",
                known.keySet().stream()
                        .filter(group -> read.contains(group) && !Boolean.TRUE.equals(known.get(group)))
                        .toList(),
                group -> new Object[] {target.no(), group, account});
        batches.write(
                "delete from seen_member where target_no = ? and group_key = ? and account_key = ?",
                known.keySet().stream()
                        .filter(group -> !read.contains(group) && Boolean.TRUE.equals(known.get(group)))
                        .toList(),
                group -> new Object[] {target.no(), group, account});
    }

    /**
     * What a look at some accounts by their names has found. Those that are not there are forgotten.
     *
     * @return whether one that is ours is not where it was: renamed or deleted by hand, or another in its place. What
     *     became of it a full look tells, and nothing is forgotten before.
     */
    @Transactional
    public boolean keepAccounts(Run run, RunTarget target, List<String> names, List<Account> found) {
        Map<String, Account> byKey =
                found.stream().collect(Collectors.toMap(Account::key, Function.identity(), (one, other) -> other));
        boolean lost = jdbc.sql("select k.item, o.account_id from " + Keys.TABLE
                        + " join owned_account o on o.target_no = :target and o.name_key = k.item"
                        + " join seen_account a on a.target_no = o.target_no and a.name_key = o.name_key")
                .param("keys", Keys.of(names))
                .param("target", target.no())
                .query((rs, n) -> isThere(rs.getString(2), byKey.get(rs.getString(1))))
                .list()
                .contains(false);
        if (!lost) {
            seen.keepAccounts(run, target, found);
            remembered.forgetAccounts(
                    target,
                    names.stream().filter(name -> !byKey.containsKey(name)).toList());
        }
        return lost;
    }

    private static boolean isThere(@Nullable String id, @Nullable Account account) {
        return account != null && (id == null || id.equals(account.id()));
    }

    /** A group that a look by its name has found. */
    @Transactional
    public void keepGroup(Run run, RunTarget target, Operation about, Surroundings around) {
        seen.keepGroups(run, target, List.of(Objects.requireNonNull(about.group())), around);
    }

    /** The members of a group that was looked up have been kept. */
    public void knowMembers(Run run, RunTarget target, Operation about) {
        seen.knowMembers(run, target, List.of(Objects.requireNonNull(about.group())));
    }

    /** A group that a look by its name has not found; one that is made anew under its name by hand is not ours. */
    @Transactional
    public void forgetGroup(RunTarget target, Operation about) {
        List<String> group = List.of(Names.key(Objects.requireNonNull(about.group())));
        remembered.forgetGroups(target, group);
        ownership.forgetGroups(target, group);
    }
}
