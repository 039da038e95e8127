package dev.roster.store;

import dev.roster.directory.Account;
import dev.roster.directory.KeylessAccount;
import dev.roster.plan.Breadth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * A listing of accounts that does not tell what the product keys them by. The key that an account was seen with before
 * is taken for its own as long as nothing speaks against it; whoever is in doubt has to be looked up by the name.
 */
@Repository
public class KeylessListing {

    private static final int PAGE = 1000;

    /** Before every run. */
    private static final long UNREAD = 0;

    private final JdbcClient jdbc;
    private final Batches batches;
    private final Seen seen;
    private final Breadths breadths;

    KeylessListing(JdbcClient jdbc, Batches batches, Seen seen, Breadths breadths) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.seen = seen;
        this.breadths = breadths;
    }

    /**
     * Keeps those of a page whose keys are known.
     *
     * @return the names of the others: nobody was seen under them, or somebody who did not look like this. All of them,
     *     where the product or the settings are others than before, or an account of ours is not where it was.
     */
    @Transactional
    public Seen.Page keep(Run run, RunTarget target, List<KeylessAccount> listed) {
        Map<String, Account> before = remembers(run, target) ? remembered(target, listed) : Map.of();
        List<Account> known = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (KeylessAccount account : listed) {
            Account same = before.get(account.key());
            if (same != null && account.looksLike(same)) {
                known.add(account.keyed(same.id()));
            } else {
                others.add(account.key());
            }
        }
        seen.keepAccounts(run, target, known);
        return new Seen.Page(others, null);
    }

    private boolean remembers(Run run, RunTarget target) {
        return breadths.of(run, target)
                .map(Breadth::cause)
                .filter(Breadth.Cause::remembers)
                .isPresent();
    }

    private Map<String, Account> remembered(RunTarget target, List<KeylessAccount> listed) {
        Map<String, Account> byName = new HashMap<>();
        jdbc.sql("select s.account_id, s.name, s.display_name, s.email, s.active, s.writable, s.name_key from "
                        + Keys.TABLE + " join seen_account s on s.target_no = :target and s.name_key = k.item"
                        + " where s.account_id is not null")
                .param("keys", Keys.of(listed.stream().map(KeylessAccount::key).toList()))
                .param("target", target.no())
                .query(row -> {
                    Account account = new Account(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getBoolean(5),
                            row.getBoolean(6));
                    byName.put(row.getString(7), account);
                });
        return byName;
    }

    /**
     * Names under which accounts were seen before, and which the listing has not shown. A page can lose somebody: where
     * an account goes while the pages are read, those that come after it move.
     *
     * @param after the last one that was given out
     */
    public Seen.Page unlisted(Run run, RunTarget target, Seen.Mark after) {
        List<String> names = jdbc.sql("""
                select name_key from seen_account
                where target_no = ? and name_key > ? and read_no < ?
                order by target_no, name_key
                limit 1000""")
                .params(target.no(), after.key(), run.id())
                .query(String.class)
                .list();
        return new Seen.Page(names, names.size() < PAGE ? null : new Seen.Mark(names.get(names.size() - 1)));
    }

    /**
     * Names that share a key, as far as not all who share it were asked: somebody was renamed by hand, or a name went to
     * another account, so that a key that was remembered is no more its own. None of them counts as read any more.
     *
     * @param asked takes those that are given out
     */
    @Transactional
    public Seen.Page doubtful(Run run, RunTarget target, Found asked) {
        List<String> names = sharing(run, target).values().stream()
                .filter(sharers -> !asked.names().containsAll(sharers))
                .flatMap(Set::stream)
                .toList();
        Found.add(asked, names);
        batches.write("update seen_account set read_no = ? where target_no = ? and name_key = ?", names, name ->
                new Object[] {UNREAD, target.no(), name});
        return new Seen.Page(names, null);
    }

    /** Whether the product itself tells one key of two names. */
    public boolean isAmbiguous(Run run, RunTarget target) {
        return !sharing(run, target).isEmpty();
    }

    /** The names that share a key, by that key. */
    private Map<String, Set<String>> sharing(Run run, RunTarget target) {
        Map<String, Set<String>> names = new HashMap<>();
        jdbc.sql("""
                select a.account_id, a.name_key from seen_account a
                join (
                  select account_id from seen_account
                  where target_no = :target and read_no = :run and account_id is not null
                  group by account_id having count(*) > 1) d on d.account_id = a.account_id
                where a.target_no = :target and a.read_no = :run""").param("target", target.no()).param("run", run.id()).query(row -> {
            names.computeIfAbsent(row.getString(1), key -> new HashSet<>()).add(row.getString(2));
        });
        return names;
    }
}
