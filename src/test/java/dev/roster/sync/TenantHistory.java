package dev.roster.sync;

import dev.roster.demo.graph.SimulatedGroup;
import dev.roster.demo.graph.SimulatedPerson;
import dev.roster.demo.graph.SimulatedTenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What happens in a tenant over time, at random: few names, so that people get in each other's way. */
final class TenantHistory {

    private static final List<String> NICKNAMES = List.of("ann", "bob", "cid", "dee", "eve", "fay", "gus", "hal");
    private static final List<String> GROUPS = List.of("team-a", "team-b", "team-c", "team-d", "other");

    private final Random random;
    private final SimulatedTenant tenant;
    private final List<String> deleted = new ArrayList<>();
    private int born;

    TenantHistory(long seed) {
        random = new Random(seed);
        tenant = Cast.six();
    }

    SimulatedTenant tenant() {
        return tenant;
    }

    /** One to four changes; returns them in words. */
    String goOn() {
        List<String> changes = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            changes.add(change());
        }
        return String.join(", ", changes);
    }

    private String change() {
        return switch (random.nextInt(12)) {
            case 0 -> come();
            case 1, 2 -> rename();
            case 3 -> describe();
            case 4 -> enable();
            case 5 -> go();
            case 6 -> comeBack();
            case 7 -> group();
            case 8 -> nest();
            case 9 -> leave();
            default -> join();
        };
    }

    private String come() {
        String name = "new" + born++;
        SimulatedPerson person = tenant.addPerson(Cast.upn(name), "The " + name);
        tenant.changePerson(person.id(), each -> each.withMailNickname(any(NICKNAMES)));
        return "add " + name;
    }

    private String rename() {
        SimulatedPerson person = any(tenant.people());
        String name = any(NICKNAMES);
        tenant.changePerson(person.id(), each -> each.withMailNickname(name));
        return person.userPrincipalName() + " is " + name;
    }

    private String describe() {
        SimulatedPerson person = any(tenant.people());
        String name = "Called " + random.nextInt(100);
        tenant.changePerson(person.id(), each -> each.withDisplayName(name));
        return person.userPrincipalName() + " is " + name;
    }

    private String enable() {
        SimulatedPerson person = any(tenant.people());
        boolean on = random.nextBoolean();
        tenant.changePerson(person.id(), each -> each.withAccountEnabled(on));
        return person.userPrincipalName() + (on ? " on" : " off");
    }

    private String go() {
        if (tenant.people().size() < 4) {
            return come();
        }
        SimulatedPerson person = any(tenant.people());
        tenant.deletePerson(person.id(), Instant.EPOCH);
        deleted.add(person.id());
        return "delete " + person.userPrincipalName();
    }

    private String comeBack() {
        if (deleted.isEmpty()) {
            return come();
        }
        String id = deleted.remove(random.nextInt(deleted.size()));
        tenant.restorePerson(id);
        return "restore " + id;
    }

    private String group() {
        String name = any(GROUPS);
        List<SimulatedGroup> there = tenant.groupsNamed(name);
        if (there.isEmpty()) {
            tenant.addGroup(name);
            return "group " + name;
        }
        if (random.nextBoolean()) {
            tenant.deleteGroup(there.get(0).id());
            return "delete " + name;
        }
        String other = any(GROUPS);
        tenant.changeGroup(there.get(0).id(), each -> each.withDisplayName(other));
        return name + " is " + other;
    }

    private String nest() {
        if (tenant.groups().size() < 2) {
            return group();
        }
        SimulatedGroup above = any(tenant.groups());
        SimulatedGroup below = any(tenant.groups());
        if (random.nextBoolean() && !above.id().equals(below.id())) {
            tenant.addMember(above.id(), below.id());
            return below.displayName() + " in " + above.displayName();
        }
        tenant.removeMember(above.id(), below.id());
        return below.displayName() + " not in " + above.displayName();
    }

    private String join() {
        if (tenant.groups().isEmpty()) {
            return group();
        }
        SimulatedGroup group = any(tenant.groups());
        SimulatedPerson person = any(tenant.people());
        tenant.addMember(group.id(), person.id());
        return person.userPrincipalName() + " in " + group.displayName();
    }

    private String leave() {
        if (tenant.groups().isEmpty()) {
            return group();
        }
        SimulatedGroup group = any(tenant.groups());
        List<String> members =
                tenant.members(group.id()).stream().map(each -> each.id()).toList();
        if (members.isEmpty()) {
            return join();
        }
        String member = any(members);
        tenant.removeMember(group.id(), member);
        return member + " out of " + group.displayName();
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
