package dev.roster.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.directory.Reason;
import dev.roster.mapping.MappedGroup;
import dev.roster.mapping.WantedAccount;
import dev.roster.store.WantedGroups.DefaultGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class WantedTest {

    private final Tables tables;
    private final Run run;
    private final RunTarget target;

    WantedTest(Database database) {
        tables = new Tables(database.withTables());
        run = tables.run();
        target = run.targets().get(0);
    }

    private static WantedAccount ann(String email, @Nullable Reason verdict) {
        return new WantedAccount("ann", verdict == null ? "Ann" : null, "Ann Lee", email, true, verdict, null);
    }

    /** What a write would have overwritten. */
    private void mark() {
        tables.jdbc.sql("update wanted_account set username_key = 'untouched'").update();
    }

    private String key() {
        return tables.jdbc
                .sql("select coalesce(username_key, 'none') from wanted_account")
                .query(String.class)
                .single();
    }

    @Test
    void anUnchangedAccountIsNotWrittenAgain() {
        tables.wanted.keepAccounts(run, target, List.of(ann("a@example.com", null)));
        assertThat(key()).isEqualTo("ann");
        mark();
        tables.wanted.keepAccounts(run, target, List.of(ann("a@example.com", null)));
        assertThat(key()).isEqualTo("untouched");
    }

    @Test
    void aChangedAccountIsWritten() {
        tables.wanted.keepAccounts(run, target, List.of(ann("a@example.com", null)));
        mark();
        tables.wanted.keepAccounts(run, target, List.of(ann("b@example.com", null)));
        assertThat(key()).isEqualTo("ann");
        tables.wanted.keepAccounts(run, target, List.of(ann("b@example.com", Reason.NO_USERNAME)));
        assertThat(key()).isEqualTo("none");
        assertThat(tables.count("wanted_account")).isEqualTo(1);
    }

    @Test
    void noAccountsAreNoWork() {
        tables.wanted.keepAccounts(run, target, List.of());
        assertThat(tables.count("wanted_account")).isZero();
    }

    private List<String> groups() {
        return tables.jdbc
                .sql("select group_key, name, coalesce(verdict, '-'), coalesce(everybody, '-') from wanted_group"
                        + " order by group_key")
                .query((rs, n) ->
                        rs.getString(1) + " " + rs.getString(2) + " " + rs.getString(3) + " " + rs.getString(4))
                .list();
    }

    @Test
    void theGroupsOfTheRunBeforeAreReplaced() {
        tables.wantedGroups.replace(run, target, List.of(new MappedGroup("1", "Old", null, null)), List.of());
        tables.wantedGroups.replace(
                run,
                target,
                List.of(
                        new MappedGroup("1", "Team", null, null),
                        new MappedGroup("2", "TEAM", null, null),
                        new MappedGroup("2", "TEAM", null, null),
                        new MappedGroup("3", "Secret", Reason.GROUP_HIDDEN, null)),
                List.of(new DefaultGroup("Everybody", "all"), new DefaultGroup("team", "new")));
        assertThat(groups()).hasSize(3).contains("everybody Everybody - all", "secret Secret group-hidden -");
        assertThat(groups()).anyMatch(group -> group.matches("team (Team|TEAM) - new"));
        assertThat(tables.count("group_source")).isEqualTo(3);
    }

    @Test
    void aWordAgainstOneOfTwoSourcesCountsForTheGroup() {
        tables.wantedGroups.replace(
                run,
                target,
                List.of(
                        new MappedGroup("1", "Team", null, null),
                        new MappedGroup("2", "Team", Reason.GROUP_HIDDEN, "hidden")),
                List.of());
        assertThat(groups()).containsExactly("team Team group-hidden -");
    }

    @Test
    void anOverlongNameIsKeptByItsBeginning() {
        String name = "x".repeat(300);
        tables.wantedGroups.replace(
                run, target, List.of(new MappedGroup("1", name, Reason.ILLEGAL_NAME, null)), List.of());
        assertThat(tables.count("wanted_group")).isEqualTo(1);
    }
}
