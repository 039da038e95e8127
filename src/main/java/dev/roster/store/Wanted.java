package dev.roster.store;

import dev.roster.directory.Names;
import dev.roster.directory.Reason;
import dev.roster.mapping.MappedGroup;
import dev.roster.mapping.WantedAccount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the rules make of Entra's people and groups, for each target. */
@Repository
public class Wanted {

    private final JdbcClient jdbc;
    private final Batches batches;

    Wanted(JdbcClient jdbc, Batches batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * A group that the settings give without regard to Entra's groups.
     *
     * @param members {@code all}, or {@code new} for those whose account a run creates
     */
    public record DefaultGroup(String name, String members) {

        String key() {
            return Names.key(name);
        }
    }

    /** Writes those of a page that differ from what was known, so that a run without changes writes nothing. */
    @Transactional
    public void keepAccounts(RunTarget target, List<WantedAccount> accounts) {
        Map<String, WantedAccount> known = known(target, accounts);
        List<WantedAccount> changed = new ArrayList<>();
        for (WantedAccount account : accounts) {
            if (!account.equals(known.get(account.personId()))) {
                changed.add(account);
            }
        }
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

    /** The groups that fill this target, in place of those of the run before. */
    @Transactional
    public void replaceGroups(RunTarget target, List<MappedGroup> groups, List<DefaultGroup> defaultGroups) {
        Map<String, String> everybody =
                defaultGroups.stream().collect(Collectors.toMap(DefaultGroup::key, DefaultGroup::members));
        jdbc.sql("delete from group_source where target_no = ?")
                .param(target.no())
                .update();
        jdbc.sql("delete from wanted_group where target_no = ?")
                .param(target.no())
                .update();
        Map<String, MappedGroup> byKey = new HashMap<>();
        groups.forEach(group -> byKey.merge(group.key(), group, (one, other) -> one.verdict() != null ? one : other));
        batches.write("""
                insert into wanted_group (target_no, group_key, name, verdict, detail, everybody)
                values (?, ?, ?, ?, ?, ?)""", byKey.entrySet(), entry -> new Object[] {
            target.no(),
            shortened(entry.getKey()),
            entry.getValue().name(),
            entry.getValue().verdict() == null
                    ? null
                    : entry.getValue().verdict().word(),
            entry.getValue().detail(),
            everybody.get(entry.getKey())
        });
        batches.write(
                "insert into wanted_group (target_no, group_key, name, everybody) values (?, ?, ?, ?)",
                defaultGroups.stream()
                        .filter(group -> !byKey.containsKey(group.key()))
                        .toList(),
                group -> new Object[] {target.no(), group.key(), group.name(), group.members()});
        batches.write(
                "insert into group_source (target_no, group_key, group_id) values (?, ?, ?)",
                groups.stream()
                        .map(g -> List.of(shortened(g.key()), g.groupId()))
                        .distinct()
                        .toList(),
                pair -> new Object[] {target.no(), pair.get(0), pair.get(1)});
    }

    private static String shortened(String key) {
        return key.length() <= 255 ? key : key.substring(0, 255);
    }

    /** The groups that make up this target's scope, in place of those of the run before. */
    @Transactional
    public void replaceScope(RunTarget target, List<String> groupIds) {
        jdbc.sql("delete from scope_group where target_no = ?")
                .param(target.no())
                .update();
        batches.write(
                "insert into scope_group (target_no, group_id) values (?, ?)",
                groupIds.stream().filter(Objects::nonNull).distinct().toList(),
                id -> new Object[] {target.no(), id});
    }
}
