package dev.roster.demo.graph;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/** A week in the demo's tenant: somebody joins, two leave, one is renamed, one moves, a group appears. */
final class DemoChanges {

    private static final Instant TODAY = Instant.parse("2026-08-31T07:00:00Z");

    private final SimulatedTenant tenant;
    private final List<String> changes = new ArrayList<>();

    DemoChanges(SimulatedTenant tenant) {
        this.tenant = tenant;
    }

    List<String> all() {
        joins();
        leaves();
        changesName();
        changesTeam();
        opensGroup();
        losesMembership();
        return List.copyOf(changes);
    }

    private void joins() {
        SimulatedPerson joiner =
                tenant.add(SimulatedPerson.of(tenant.nextId(), "nora.newman@" + DemoTenant.DOMAIN, "Nora Newman")
                        .withName("Nora", "Newman")
                        .with("department", "Engineering")
                        .withOnPremisesSamAccountName("nora.newman"));
        tenant.addMember(group("jira-users"), joiner.id());
        tenant.addMember(group("confluence-users"), joiner.id());
        tenant.addMember(group("team-engineering"), joiner.id());
        changes.add("Nora Newman joins Engineering");
    }

    private void leaves() {
        SimulatedPerson disabled = enabledMemberOf("team-sales");
        tenant.disable(disabled.id());
        changes.add(disabled.displayName() + " leaves and is disabled");
        SimulatedPerson deleted = enabledMemberOf("team-support");
        tenant.deletePerson(deleted.id(), TODAY);
        changes.add(deleted.displayName() + " leaves and is deleted");
    }

    private void changesName() {
        SimulatedPerson person = enabledMemberOf("team-finance");
        String name = person.givenName() + " Newname";
        tenant.changePerson(
                person.id(), before -> before.withDisplayName(name).withName(before.givenName(), "Newname"));
        changes.add(person.displayName() + " is now called " + name);
    }

    private void changesTeam() {
        SimulatedPerson person = enabledMemberOf("team-legal");
        tenant.removeMember(group("team-legal"), person.id());
        tenant.addMember(group("team-marketing"), person.id());
        changes.add(person.displayName() + " moves from team-legal to team-marketing");
    }

    private void opensGroup() {
        SimulatedGroup opened = tenant.addGroup("team-launch");
        List<SimulatedObject> members = tenant.members(group("team-marketing"));
        members.subList(0, 5).forEach(member -> tenant.addMember(opened.id(), member.id()));
        changes.add("team-launch appears with five members");
    }

    private void losesMembership() {
        SimulatedPerson person = enabledMemberOf("confluence-editors");
        tenant.removeMember(group("confluence-editors"), person.id());
        changes.add(person.displayName() + " is no longer in confluence-editors");
    }

    private SimulatedPerson enabledMemberOf(String groupName) {
        for (SimulatedObject member : tenant.members(group(groupName))) {
            if (member instanceof SimulatedPerson person && person.accountEnabled()) {
                return person;
            }
        }
        throw new NoSuchElementException("Nobody in " + groupName);
    }

    private String group(String name) {
        return tenant.groupNamed(name).id();
    }
}
