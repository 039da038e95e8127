package dev.roster.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.directory.EntraGroup;
import dev.roster.directory.GroupMembers;
import dev.roster.directory.Person;
import dev.roster.directory.Reason;
import dev.roster.mapping.MappedGroup;
import dev.roster.mapping.WantedAccount;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Groups a > b > c, with ann, bob and cid in one each; dee is in d, and nobody changes until a test does. */
@ParameterizedClass
@EnumSource(Database.class)
class DueTest {

    private final Tables tables;
    private Run run;
    private int secondTarget;

    DueTest(Database database) {
        tables = new Tables(database.withTables());
        run = tables.run();
    }

    @BeforeEach
    void tenant() {
        tables.jdbc
                .sql("insert into target_name (connection_no, name, product) values (?, 'second', 'jira')")
                .param(run.connectionNo())
                .update();
        secondTarget = tables.jdbc
                .sql("select no from target_name where name = 'second'")
                .query(Integer.class)
                .single();
        everythingAsEver("Group a");
        settled();
    }

    /** The whole tenant, read by this run. */
    private void everythingAsEver(String nameOfA) {
        people("ann", "bob", "cid", "dee");
        tables.source.keepGroups(
                run, List.of(new EntraGroup("a", nameOfA, "security", false), group("b"), group("c"), group("d")));
        members("a", List.of("ann"), "b");
        members("b", List.of("bob"), "c");
        members("c", List.of("cid"));
        members("d", List.of("dee"));
    }

    private static EntraGroup group(String id) {
        return new EntraGroup(id, "Group " + id, "security", false);
    }

    private void people(String... names) {
        for (String name : names) {
            tables.source.keepPeople(run, List.of(new Person(name, null, true, false, Map.of())));
            tables.wanted.keepAccounts(run, run.targets().get(0), List.of(wanted(name, null)));
        }
    }

    private static WantedAccount wanted(String id, Reason verdict) {
        return new WantedAccount(id, id, id, id + "@example.com", true, verdict, null);
    }

    private void members(String group, List<String> people, String... subgroups) {
        tables.source.keepMembers(run, List.of(new GroupMembers(group, people, List.of(subgroups), 0)));
    }

    /** All is complete and brought up to date; a further run begins. */
    private void settled() {
        tables.source.complete(run);
        tables.jdbc.sql("delete from due_person").update();
        tables.jdbc.sql("delete from due_group").update();
        run = tables.run();
    }

    private List<String> duePeople(int target) {
        return tables.jdbc
                .sql("select person_id from due_person where target_no = ? order by 1")
                .param(target)
                .query(String.class)
                .list();
    }

    private List<String> dueGroups() {
        return tables.jdbc
                .sql("select group_id from due_group where target_no = ? order by 1")
                .param(run.targets().get(0).no())
                .query(String.class)
                .list();
    }

    private void expect(List<String> people, List<String> groups) {
        tables.source.complete(run);
        assertThat(duePeople(run.targets().get(0).no())).isEqualTo(people);
        assertThat(dueGroups()).isEqualTo(groups);
        assertThat(tables.count("changed_group")).isZero();
    }

    @Test
    void whenNothingChangedNobodyIsDue() {
        everythingAsEver("Group a");
        expect(List.of(), List.of());
        assertThat(duePeople(secondTarget)).isEmpty();
    }

    @Test
    void whoEverChangedIsDueAndNobodyElse() {
        everythingAsEver("Group a");
        tables.wanted.keepAccounts(run, run.targets().get(0), List.of(wanted("bob", Reason.NO_USERNAME)));
        expect(List.of("bob"), List.of());
    }

    @Test
    void whoComesOrGoesIsDueWithTheGroupAndThoseAboveItForEveryTarget() {
        everythingAsEver("Group a");
        members("c", List.of("dee"));
        expect(List.of("cid", "dee"), List.of("a", "b", "c"));
        assertThat(duePeople(secondTarget)).containsExactly("cid", "dee");
    }

    @Test
    void whoIsBelowAGroupThatMovesIsDueWhereverItWasAndIs() {
        everythingAsEver("Group a");
        members("b", List.of("bob"));
        members("d", List.of("dee"), "b");
        expect(List.of("bob", "cid"), List.of("a", "b", "c", "d"));
    }

    @Test
    void whoIsInOrBelowARenamedGroupIsDue() {
        everythingAsEver("Renamed");
        expect(List.of("ann", "bob", "cid"), List.of("a"));
    }

    @Test
    void whoWasInAGroupThatIsGoneIsDue() {
        people("ann", "bob", "cid", "dee");
        tables.source.keepGroups(run, List.of(group("a"), group("b"), group("d")));
        members("a", List.of("ann"), "b");
        members("b", List.of("bob"));
        members("d", List.of("dee"));
        expect(List.of("cid"), List.of("a", "b", "c"));
    }

    @Test
    void whoIsDeletedIsDueAndDueAgainWhenRestoredAndKeepsTheMembershipsMeanwhile() {
        people("ann", "bob", "cid");
        tables.source.keepGroups(run, List.of(group("a"), group("b"), group("c"), group("d")));
        members("d", List.of());
        expect(List.of("dee"), List.of());
        assertThat(tables.count("membership where person_id = 'dee'")).isEqualTo(1);
        settled();
        everythingAsEver("Group a");
        expect(List.of("dee"), List.of());
    }

    @Test
    void afterAMonthTheMembershipsOfSomebodyWhoIsDeletedAreForgotten() {
        people("ann", "bob", "cid");
        tables.source.keepGroups(run, List.of(group("a"), group("b"), group("c"), group("d")));
        members("d", List.of());
        tables.source.complete(run);
        tables.pass(Duration.ofDays(32));
        tables.source.complete(run);
        assertThat(tables.count("membership where person_id = 'dee'")).isZero();
        assertThat(tables.count("gone_person")).isZero();
    }

    @Test
    void whoIsInAGroupThatTheRulesChooseOrDropIsDueForThatTargetAlone() {
        everythingAsEver("Group a");
        tables.wantedGroups.replace(
                run, run.targets().get(0), List.of(new MappedGroup("b", "Team", null, null)), List.of());
        tables.wantedGroups.replaceScope(run, run.targets().get(0), List.of("d"));
        expect(List.of("bob", "cid", "dee"), List.of("a", "b", "d"));
        assertThat(duePeople(secondTarget)).isEmpty();
        settled();
        everythingAsEver("Group a");
        tables.wantedGroups.replace(run, run.targets().get(0), List.of(), List.of());
        tables.wantedGroups.replaceScope(run, run.targets().get(0), List.of("d"));
        expect(List.of("bob", "cid"), List.of("a", "b"));
    }

    @Test
    void whoEntersOrLeavesWhatAFilterFindsIsDue() {
        UserFilter filter = new UserFilter("department eq 'x'");
        everythingAsEver("Group a");
        tables.source.keepFiltered(run, filter, List.of("ann", "bob"));
        expect(List.of("ann", "bob"), List.of());
        settled();
        everythingAsEver("Group a");
        tables.source.keepFiltered(run, filter, List.of("ann", "cid"));
        expect(List.of("bob", "cid"), List.of());
    }

    @Test
    void aLaterMarkTakesThePlaceOfAnEarlierOne() {
        long first = run.id();
        everythingAsEver("Group a");
        members("c", List.of());
        run = tables.run();
        members("c", List.of("cid"));
        assertThat(tables.jdbc
                        .sql("select distinct since_run from due_person union select distinct since_run from due_group")
                        .query(Long.class)
                        .list())
                .containsExactly(run.id())
                .doesNotContain(first);
    }

    @Test
    void whenVeryManyGroupsChangeEverybodyIsDue() {
        everythingAsEver("Group a");
        for (int i = 0; i < 600; i++) {
            tables.source.keepGroups(run, List.of(group("new-" + i)));
        }
        tables.source.complete(run);
        assertThat(duePeople(run.targets().get(0).no())).containsExactly("ann", "bob", "cid", "dee");
    }
}
