package dev.roster.store;

import dev.roster.directory.Names;
import dev.roster.directory.Reason;
import dev.roster.mapping.WantedAccount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the rules make of Entra's people, for each target. */
@Repository
public class Wanted {

    private final JdbcClient jdbc;
    private final Batches batches;
    private final DecisionCounts counts;
    private final Due due;

    Wanted(JdbcClient jdbc, Batches batches, DecisionCounts counts, Due due) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.counts = counts;
        this.due = due;
    }

    /** Writes those of a page that differ from what was known, and marks them; without changes it writes nothing. */
    @Transactional
    public void keepAccounts(Run run, RunTarget target, List<WantedAccount> accounts) {
        Map<String, WantedAccount> known = known(target, accounts);
        List<WantedAccount> changed = new ArrayList<>();
        for (WantedAccount account : accounts) {
            if (!account.equals(known.get(account.personId()))) {
                changed.add(account);
            }
        }
        List<String> people = changed.stream().map(WantedAccount::personId).toList();
        counts.follow(target.no(), About.USER, people, () -> write(target, changed));
        due.people(run, target, people);
    }

    private void write(RunTarget target, List<WantedAccount> changed) {
        batches.upsert("""
                update wanted_account
                set username = ?, username_key = ?, display_name = ?, email = ?, email_key = ?, enabled = ?, verdict = ?,
                  detail = ?
                where target_no = ? and person_id = ?""", """
                insert into wanted_account
                  (username, username_key, display_name, email, email_key, enabled, verdict, detail, target_no, person_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", changed, account -> row(target, account), account -> row(target, account));
    }

    private static Object[] row(RunTarget target, WantedAccount account) {
        return new Object[] {
            account.username(),
            keyOrNull(account.username()),
            account.displayName(),
            account.email(),
            keyOrNull(account.email()),
            account.enabled(),
            account.verdict() == null ? null : account.verdict().word(),
            account.detail(),
            target.no(),
            account.personId()
        };
    }

    private static @Nullable String keyOrNull(@Nullable String text) {
        return text == null ? null : Names.key(text);
    }

    private Map<String, WantedAccount> known(RunTarget target, List<WantedAccount> accounts) {
        if (accounts.isEmpty()) {
            return Map.of();
        }
        Map<String, WantedAccount> known = new HashMap<>();
        jdbc.sql("select w.person_id, w.username, w.display_name, w.email, w.enabled, w.verdict, w.detail from "
                        + Keys.TABLE + " join wanted_account w on w.target_no = :target and w.person_id = k.item"
                        + " where w.email is null or w.email_key is not null")
                .param("target", target.no())
                .param(
                        "keys",
                        Keys.of(accounts.stream().map(WantedAccount::personId).toList()))
                .query((rs, n) -> new WantedAccount(
                        rs.getString(1),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getBoolean(5),
                        reason(rs.getString(6)),
                        rs.getString(7)))
                .list()
                .forEach(account -> known.put(account.personId(), account));
        return known;
    }

    private static @Nullable Reason reason(@Nullable String word) {
        return word == null ? null : Reason.of(word);
    }
}
