package dev.roster.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.directory.EntraGroup;
import dev.roster.directory.GroupMembers;
import dev.roster.directory.Person;
import dev.roster.directory.Reason;
import dev.roster.mapping.MappedGroup;
import dev.roster.mapping.WantedAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class SourceTest {

    private final Tables tables;
    private Run run;

    SourceTest(Database database) {
        tables = new Tables(database.withTables());
        run = tables.run();
    }

    @BeforeEach
    void groups() {
        read("a", "b", "c", "d");
    }

    /** The run has read these groups; what others it knew did not come up. */
    private void read(String... ids) {
        List<EntraGroup> groups = new ArrayList<>();
        for (String id : ids) {
            groups.add(new EntraGroup(id, "Group " + id, "security", false));
        }
        tables.source.keepGroups(run, groups);
    }

    private void members(String group, List<String> people, String... subgroups) {
        tables.source.keepMembers(run, List.of(new GroupMembers(group, people, List.of(subgroups), 0)));
    }

    private List<String> pairs(String sql) {
        return tables.jdbc
                .sql(sql)
                .query((rs, n) -> rs.getString(1) + ">" + rs.getString(2))
                .list();
    }

    private List<String> closure() {
        return pairs("select group_id, subgroup_id from group_closure where group_id <> subgroup_id order by 1, 2");
    }

    @Test
    void aReadingLeavesExactlyTheMembersThatItFound() {
        members("a", List.of("ann", "bob"), "b");
        members("a", List.of("bob", "cid", "cid"), "c");
        assertThat(pairs("select group_id, person_id from membership order by 1, 2"))
                .containsExactly("a>bob", "a>cid");
        assertThat(pairs("select group_id, subgroup_id from nesting")).containsExactly("a>c");
        members("a", List.of());
        assertThat(tables.count("membership")).isZero();
        assertThat(tables.count("nesting")).isZero();
    }

    @Test
    void groupsBelowGroupsAreFoundThroughAnyDepth() {
        members("a", List.of(), "b");
        members("b", List.of(), "c");
        members("c", List.of(), "d");
        tables.source.complete(run);
        assertThat(closure()).containsExactly("a>b", "a>c", "a>d", "b>c", "b>d", "c>d");
    }

    @Test
    void aCircleOfGroupsComesToAnEnd() {
        members("a", List.of(), "b", "a");
        members("b", List.of(), "c");
        members("c", List.of(), "a", "d");
        tables.source.complete(run);
        assertThat(closure()).containsExactly("a>b", "a>c", "a>d", "b>a", "b>c", "b>d", "c>a", "c>b", "c>d");
        assertThat(pairs("select group_id, subgroup_id from group_closure where group_id = subgroup_id order by 1"))
                .containsExactly("a>a", "b>b", "c>c", "d>d");
    }

    @Test
    void aGroupThatDidNotComeUpIsForgottenWithItsMembers() {
        members("a", List.of("ann"), "b");
        members("b", List.of("bob"));
        run = tables.run();
        read("a", "c", "d");
        tables.source.complete(run);
        assertThat(tables.source.groupsCalled(run, run.id(), "b")).isEmpty();
        assertThat(pairs("select group_id, person_id from membership")).containsExactly("a>ann");
    }

    @Test
    void theGroupsToReadAreThoseThatFillATargetAndThoseBelowThem() {
        tables.wantedGroups.replace(
                run, run.targets().get(0), List.of(new MappedGroup("a", "Team", null, null)), List.of());
        assertThat(tables.source.groupsToRead(run)).containsExactly("a");
        members("a", List.of("ann"), "b");
        assertThat(tables.source.groupsToRead(run)).containsExactly("b");
        members("b", List.of(), "a");
        assertThat(tables.source.groupsToRead(run)).isEmpty();
    }

    @Test
    void theGroupsOfAScopeAreReadAsWell() {
        tables.wantedGroups.replaceScope(run, run.targets().get(0), List.of("d", "d"));
        assertThat(tables.source.groupsToRead(run)).containsExactly("d");
    }

    @Test
    void aGroupIsFoundByItsIdOrItsName() {
        assertThat(tables.source.groupsCalled(run, run.id(), "a")).hasSize(1);
        assertThat(tables.source.groupsCalled(run, run.id(), "Group a")).hasSize(1);
        assertThat(tables.source.groupsCalled(run, run.id(), "group a")).isEmpty();
        assertThat(tables.source.groupsCalled(run, run.id(), "' or '1'='1")).isEmpty();
    }

    @Test
    void everyGroupIsSeenOnce() {
        List<String> seen = new ArrayList<>();
        tables.source.eachGroup(run, run.id(), group -> seen.add(group.id()));
        assertThat(seen).containsExactly("a", "b", "c", "d");
    }

    @Test
    void aGroupThatLosesEverybodyIsRememberedUntilItHasMembersAgain() {
        tables.wantedGroups.replace(
                run, run.targets().get(0), List.of(new MappedGroup("a", "Team", null, null)), List.of());
        tables.source.keepPeople(run, List.of(person("ann")));
        members("a", List.of("ann"));
        assertThat(tables.sizes.emptied(run.connectionNo())).isEmpty();
        members("a", List.of());
        members("a", List.of());
        assertThat(tables.sizes.emptied(run.connectionNo())).containsExactly("Group a");
        members("a", List.of("bob"));
        assertThat(tables.sizes.emptied(run.connectionNo())).isEmpty();
    }

    @Test
    void whoDidNotComeUpIsDeletedIfAnAccountIsOursAndElseForgotten() {
        tables.source.keepPeople(run, List.of(person("ann"), person("bob"), person("cid")));
        RunTarget target = run.targets().get(0);
        tables.wanted.keepAccounts(run, target, List.of(wanted("ann"), wanted("bob"), wanted("cid")));
        tables.jdbc
                .sql("insert into owned_account (target_no, person_id, name_key, origin, since_run)"
                        + " values (?, 'bob', 'bob', 'created', 1)")
                .param(target.no())
                .update();
        run = tables.run();
        tables.source.keepPeople(run, List.of(person("ann")));
        tables.source.complete(run);
        assertThat(tables.jdbc
                        .sql("select person_id, verdict from wanted_account order by person_id")
                        .query((rs, n) -> rs.getString(1) + " " + rs.getString(2))
                        .list())
                .containsExactly("ann null", "bob " + Reason.DELETED.word());
        assertThat(tables.sizes.now(run.connectionNo()).people()).isEqualTo(1);
    }

    private static Person person(String id) {
        return new Person(id, null, true, false, Map.of());
    }

    private static WantedAccount wanted(String id) {
        return new WantedAccount(id, id, id, id + "@example.com", true, null, null);
    }

    @Test
    void theMeasureOfTheSourceIsWhatAPlanWasLastCarriedOutOn() {
        assertThat(tables.sizes.before(run.connectionNo())).isEqualTo(new SourceSizes.Size(0, 0));
        tables.source.keepPeople(run, List.of(person("ann")));
        tables.sizes.remember(run.connectionNo());
        tables.sizes.remember(run.connectionNo());
        assertThat(tables.sizes.before(run.connectionNo())).isEqualTo(new SourceSizes.Size(1, 4));
    }
}
