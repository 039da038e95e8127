package dev.roster.store;

import dev.roster.directory.Account;
import dev.roster.directory.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the products hold, as the last look found it. */
@Repository
public class Seen {

    private static final int PAGE = 1000;

    private final JdbcClient jdbc;
    private final Batches batches;

    Seen(JdbcClient jdbc, Batches batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * Some rows, and where the next ones begin.
     *
     * @param next null when there are no more
     */
    public record Page(List<String> rows, @Nullable Mark next) {

        /** The rows as the value of one parameter of a statement. */
        public SqlArrayValue keys() {
            return Keys.of(rows);
        }
    }

    /** The last row that was given out; no bare text, from which Camel would take quotes. */
    public record Mark(String key) {}

    /** Before the first row. */
    public Mark beginning() {
        return new Mark("");
    }

    /** What was found before anything else: the product's version, who Roster is there, and which groups count. */
    public void begin(RunTarget target, Surroundings around) {
        jdbc.sql("update target_name set version = ?, own_name = ?, around = ? where no = ?")
                .params(around.version(), around.ownName(), around.fingerprint(), target.no())
                .update();
    }

    /** Whether a look around found the same before. */
    public boolean isAsBefore(RunTarget target, Surroundings around) {
        return jdbc.sql("select count(*) from target_name where no = ? and around = ?")
                        .params(target.no(), around.fingerprint())
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Transactional
    public void keepAccounts(Run run, RunTarget target, List<Account> accounts) {
        batches.upsert(
                """
                update seen_account
                set name = ?, account_id = ?, display_name = ?, email = ?, email_key = ?, active = ?, writable = ?,
                  read_no = ?
                where target_no = ? and name_key = ?""",
                """
                insert into seen_account
                  (name, account_id, display_name, email, email_key, active, writable, read_no, target_no,
                   name_key)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                distinct(accounts),
                account -> row(run, target, account),
                account -> row(run, target, account));
    }

    /** A page may show one account twice, as pages move while accounts are added. */
    private static List<Account> distinct(List<Account> accounts) {
        return List.copyOf(accounts.stream()
                .collect(Collectors.toMap(Account::key, Function.identity(), (one, other) -> other))
                .values());
    }

    private static Object[] row(Run run, RunTarget target, Account account) {
        return new Object[] {
            account.name(),
            account.id(),
            account.displayName(),
            account.email(),
            account.email() == null ? null : Names.key(account.email()),
            account.active(),
            account.writable(),
            run.id(),
            target.no(),
            account.key()
        };
    }

    @Transactional
    public void keepGroups(Run run, RunTarget target, List<String> groups, Surroundings around) {
        Set<String> access = around.access();
        Set<String> administrators = around.administrators();
        batches.upsert(
                """
                update seen_group set name = ?, grants_access = ?, administrators = ?, read_no = ?
                where target_no = ? and name_key = ?""",
                """
                insert into seen_group (name, grants_access, administrators, read_no, target_no, name_key)
                values (?, ?, ?, ?, ?, ?)""",
                groups.stream().distinct().toList(),
                name -> row(run, target, name, access, administrators),
                name -> row(run, target, name, access, administrators));
    }

    private static Object[] row(
            Run run, RunTarget target, String name, Set<String> access, Set<String> administrators) {
        String key = Names.key(name);
        return new Object[] {name, access.contains(key), administrators.contains(key), run.id(), target.no(), key};
    }

    /** Called when the listings are complete: forgets what did not come up. */
    @Transactional
    public void forgetUnread(Run run, RunTarget target) {
        forget("delete from seen_account where target_no = :target and read_no < :run", run, target);
        List<String> gone = jdbc.sql("select name_key from seen_group where target_no = ? and read_no < ?")
                .params(target.no(), run.id())
                .query(String.class)
                .list();
        // Group by group: told to find them itself, HSQLDB reads all members of all groups.
        batches.write("delete from seen_member where target_no = ? and group_key = ?", gone, group ->
                new Object[] {target.no(), group});
        forget("delete from seen_group where target_no = :target and read_no < :run", run, target);
    }

    private void forget(String sql, Run run, RunTarget target) {
        jdbc.sql(sql).param("target", target.no()).param("run", run.id()).update();
    }

    /**
     * The groups whose members matter to the plan: filled by Roster, once filled by it, granting access, or
     * administering the product.
     *
     * @param after the last one that was given out
     */
    public Page groupsOfInterest(RunTarget target, Mark after) {
        List<Named> groups = jdbc.sql("""
                select g.name_key, g.name from seen_group g
                where g.target_no = :target and g.name_key > :after
                  and (g.grants_access = true or g.administrators = true
                    or exists (select 1 from wanted_group w where w.target_no = g.target_no and w.group_key = g.name_key)
                    or exists (select 1 from owned_group o where o.target_no = g.target_no and o.group_key = g.name_key)
                    or exists (select 1 from given_member m where m.target_no = g.target_no and m.group_key = g.name_key))
                order by g.target_no, g.name_key
                limit 1000""")
                .param("target", target.no())
                .param("after", after.key())
                .query((rs, n) -> new Named(rs.getString(1), rs.getString(2)))
                .list();
        return new Page(
                groups.stream().map(Named::name).toList(),
                next(groups.stream().map(Named::key).toList()));
    }

    private record Named(String key, String name) {}

    /** The usernames that the plan may speak of, for a product that cannot list its accounts. */
    public Page namesOfInterest(RunTarget target, Mark after) {
        List<String> names = jdbc.sql("""
                select x.name from (
                  select username_key as name from wanted_account
                  where target_no = :target and username_key > :after and verdict is null
                  union
                  select name_key as name from owned_account where target_no = :target and name_key > :after) x
                order by x.name
                limit 1000""")
                .param("target", target.no())
                .param("after", after.key())
                .query(String.class)
                .list();
        return new Page(names, next(names));
    }

    /** Those of some names that this run has not seen an account of. */
    public Page unread(Run run, RunTarget target, Page names) {
        List<String> rows = jdbc.sql("select k.item from " + Keys.TABLE
                        + " left join seen_account s on s.target_no = :target and s.name_key = k.item and s.read_no = :run"
                        + " where s.name_key is null")
                .param("keys", names.keys())
                .param("target", target.no())
                .param("run", run.id())
                .query(String.class)
                .list();
        return new Page(rows, null);
    }

    private static @Nullable Mark next(List<String> keys) {
        return keys.size() < PAGE ? null : new Mark(keys.get(keys.size() - 1));
    }

    /** The members of one group, read to its end. Where they are who they were, nothing is written. */
    @Transactional
    public void keepMembers(RunTarget target, Found found) {
        String key = Names.key(found.group());
        Set<String> known =
                new HashSet<>(jdbc.sql("select account_key from seen_member where target_no = ? and group_key = ?")
                        .params(target.no(), key)
                        .query(String.class)
                        .list());
        Set<String> read = found.names().stream().map(Names::key).collect(Collectors.toSet());
        batches.write(
                "insert into seen_member (target_no, group_key, account_key) values (?, ?, ?)",
                read.stream().filter(name -> !known.contains(name)).toList(),
                name -> new Object[] {target.no(), key, name});
        batches.write(
                "delete from seen_member where target_no = ? and group_key = ? and account_key = ?",
                known.stream().filter(name -> !read.contains(name)).toList(),
                name -> new Object[] {target.no(), key, name});
    }

    /** The members of all these groups have been kept, and are known from now on. */
    @Transactional
    public void knowMembers(Run run, RunTarget target, List<String> groups) {
        batches.write("update seen_group set members_read = ? where target_no = ? and name_key = ?", groups, group ->
                new Object[] {run.id(), target.no(), Names.key(group)});
    }

    /**
     * A group whose members may use the product.
     *
     * @param filled whether the last plan fills it
     */
    public record AccessGroup(String name, boolean administrators, boolean filled) {}

    /** By name; none for a product that does not tell. */
    public List<AccessGroup> accessGroups(RunTarget target) {
        return jdbc.sql("""
                select g.name, g.administrators, case when w.group_key is null then false else true end as filled
                from seen_group g
                left join wanted_group w on w.target_no = g.target_no and w.group_key = g.name_key and w.fills = true
                where g.target_no = ? and g.grants_access = true
                order by g.target_no, g.name_key""")
                .param(target.no())
                .query((rs, n) -> new AccessGroup(rs.getString(1), rs.getBoolean(2), rs.getBoolean(3)))
                .list();
    }

    /** How many accounts the target holds besides the one that Roster signs in with. */
    public long others(RunTarget target) {
        return jdbc.sql("""
                select count(*) from seen_account a join target_name t on t.no = a.target_no
                where a.target_no = ? and a.name_key <> lower(t.own_name)""").param(target.no()).query(Long.class).single();
    }

    /** The product's version and own account name, as the last look found them; the name is empty before. */
    public List<String> about(RunTarget target) {
        return jdbc.sql("select coalesce(version, ''), coalesce(own_name, '') from target_name where no = ?")
                .param(target.no())
                .query((rs, n) -> List.of(rs.getString(1), rs.getString(2)))
                .single();
    }
}
