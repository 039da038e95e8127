package dev.roster.demo.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Tenants of any size for measurements; the same seed gives the same tenant. */
public final class TenantOfSize {

    private static final List<String> DEPARTMENTS = List.of("Engineering", "Sales", "Support", "Finance");

    private TenantOfSize() {}

    /** One group for ten people, ten memberships each. */
    public static SimulatedTenant of(int people, long seed) {
        return of(people, Math.max(1, people / 10), 10, seed);
    }

    /** Groups are named {@code team-00001} and so on; nobody is in a group twice. */
    public static SimulatedTenant of(int people, int groups, int membershipsPerPerson, long seed) {
        if (membershipsPerPerson > groups) {
            throw new IllegalArgumentException("More memberships per person than groups");
        }
        SimulatedTenant tenant = new SimulatedTenant("Size", "size.example");
        List<String> groupIds = new ArrayList<>(groups);
        for (int i = 1; i <= groups; i++) {
            groupIds.add(tenant.addGroup(String.format("team-%05d", i)).id());
        }
        Random random = new Random(seed);
        for (int i = 1; i <= people; i++) {
            join(tenant, tenant.add(person(tenant.nextId(), i)), groupIds, membershipsPerPerson, random);
        }
        return tenant;
    }

    /**
     * So many changes of such a tenant, spread over people: a new name, somebody new with a membership, a membership
     * more, a membership less, somebody disabled; equally many of each.
     */
    public static void change(SimulatedTenant tenant, int changes, long seed) {
        Random random = new Random(seed);
        List<SimulatedPerson> people = tenant.people();
        List<SimulatedGroup> groups = tenant.groups();
        for (int i = 0; i < changes; i++) {
            SimulatedPerson person = people.get(random.nextInt(people.size()));
            SimulatedGroup group = groups.get(random.nextInt(groups.size()));
            switch (i % 5) {
                case 0 -> tenant.changePerson(person.id(), found -> found.withDisplayName("Changed " + seed));
                case 1 ->
                    tenant.addMember(
                            group.id(),
                            tenant.add(person(tenant.nextId(), 1_000_000 + people.size() * 10 + i))
                                    .id());
                case 2 -> tenant.addMember(group.id(), person.id());
                case 3 ->
                    tenant.removeMember(
                            group.id(), tenant.members(group.id()).get(0).id());
                default -> tenant.disable(person.id());
            }
        }
    }

    private static SimulatedPerson person(String id, int i) {
        String login = String.format("user%06d", i);
        return SimulatedPerson.of(id, login + "@size.example", "User " + i)
                .withOnPremisesSamAccountName(login)
                .with("department", DEPARTMENTS.get(i % DEPARTMENTS.size()));
    }

    private static void join(
            SimulatedTenant tenant, SimulatedPerson person, List<String> groupIds, int memberships, Random random) {
        int joined = 0;
        while (joined < memberships) {
            if (tenant.addMember(groupIds.get(random.nextInt(groupIds.size())), person.id())) {
                joined++;
            }
        }
    }
}
