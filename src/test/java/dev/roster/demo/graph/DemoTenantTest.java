package dev.roster.demo.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoTenantTest {

    private final SimulatedTenant tenant = DemoTenant.create();

    @Test
    void itIsTheSameEveryTime() {
        SimulatedTenant again = DemoTenant.create();

        assertThat(again.people()).isEqualTo(tenant.people());
        assertThat(again.groups()).isEqualTo(tenant.groups());
        assertThat(again.members(again.groupNamed("jira-users").id()))
                .isEqualTo(tenant.members(tenant.groupNamed("jira-users").id()));
    }

    @Test
    void itHasSomeHundredsOfPeopleWithTheirDifficulties() {
        List<SimulatedPerson> people = tenant.people();

        assertThat(people).hasSizeBetween(300, 400);
        assertThat(people).anyMatch(person -> !person.accountEnabled());
        assertThat(people).anyMatch(person -> person.userType().equals(SimulatedPerson.GUEST));
        assertThat(people).anyMatch(person -> person.displayName().contains("O'Brien"));
        assertThat(people).anyMatch(person -> person.displayName().length() > 255);
        assertThat(people).anyMatch(person -> person.displayName().contains("\u202E"));
        assertThat(people).anyMatch(person -> person.mail() == null);
        assertThat(people).anyMatch(person -> person.userPrincipalName().contains("+"));
        assertThat(tenant.deletedPeople()).hasSize(5);
    }

    @Test
    void onlyOnePairOfUsernamesDiffersInCaseOnly() {
        Set<String> seen = new HashSet<>();

        List<String> twice = tenant.people().stream()
                .map(DemoTenantTest::username)
                .filter(name -> !seen.add(name))
                .toList();

        assertThat(twice).containsExactly("m.weber");
    }

    private static String username(SimulatedPerson person) {
        String sam = person.onPremisesSamAccountName();
        String nickname = person.mailNickname();
        String chosen = sam != null ? sam : nickname != null ? nickname : person.userPrincipalName();
        return chosen.toLowerCase(Locale.ROOT);
    }

    @Test
    void itsGroupsAreOfEveryKindAndShape() {
        List<SimulatedGroup> groups = tenant.groups();

        assertThat(tenant.groupsNamed("team-alpha")).hasSize(2);
        assertThat(groups).anyMatch(SimulatedGroup::isMicrosoft365);
        assertThat(groups).anyMatch(SimulatedGroup::hidesMembers);
        assertThat(groups).anyMatch(group -> tenant.members(group.id()).isEmpty());
        assertThat(tenant.members(tenant.groupNamed("jira-users").id())).hasSizeGreaterThan(200);
        assertThat(groups).anyMatch(group -> group.displayName().contains("/b 100% \"core\" it's"));
        assertThat(tenant.members(tenant.groupNamed("jira-developers").id()).stream()
                        .map(SimulatedObject::type)
                        .collect(Collectors.toSet()))
                .contains(ObjectType.USER, ObjectType.DEVICE, ObjectType.ORG_CONTACT, ObjectType.SERVICE_PRINCIPAL);
        assertThat(groups.stream().filter(DemoTenantTest::isPicked)).hasSizeGreaterThan(20);
    }

    private static boolean isPicked(SimulatedGroup group) {
        return group.displayName().matches("(?s)(jira|confluence|team)-.*");
    }

    @Test
    void aWeekLaterItHasChanged() {
        int people = tenant.people().size();
        int groups = tenant.groups().size();
        int launch = tenant.groupsNamed("team-launch").size();

        List<String> changes = DemoTenant.changeForSecondSync(tenant);

        assertThat(changes).hasSize(7).doesNotHaveDuplicates();
        assertThat(tenant.people()).hasSize(people); // One joined, one was deleted.
        assertThat(tenant.groups()).hasSize(groups + 1);
        assertThat(launch).isZero();
        assertThat(tenant.deletedPeople()).hasSize(6);
        assertThat(tenant.person("nora.newman@" + DemoTenant.DOMAIN)).isPresent();
    }
}
