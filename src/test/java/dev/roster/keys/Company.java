package dev.roster.keys;

import dev.roster.demo.graph.SimulatedGroup;
import dev.roster.demo.graph.SimulatedPerson;
import dev.roster.demo.graph.SimulatedTenant;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** A tenant with somebody or something for every key. */
final class Company {

    private static final String DOMAIN = "@example.com";

    private Company() {}

    static SimulatedTenant now() {
        SimulatedTenant tenant = new SimulatedTenant("Example", "example.com");
        for (String name : new String[] {"ann", "bob", "cid", "dee", "eve", "fay", "gus", "hal", "nel", "ZoE"}) {
            tenant.addPerson(name + DOMAIN, "The " + name);
        }
        change(tenant, "ann", person -> person.withMail("ann.lee@example.com").with("department", "IT"));
        change(tenant, "gus", person -> person.withUserType(SimulatedPerson.GUEST));
        SimulatedGroup inner = group(tenant, "team-in", "nel");
        SimulatedGroup outer = group(tenant, "team-a", "ann", "bob", "cid", "dee", "eve", "fay", "hal");
        tenant.addMember(outer.id(), inner.id());
        group(tenant, "Team-Big", "bob");
        group(tenant, "team-gone", "ann");
        group(tenant, "team-none");
        SimulatedGroup unified = tenant.add(SimulatedGroup.microsoft365(tenant.nextId(), "team-365"));
        tenant.addMember(unified.id(), person(tenant, "ann").id());
        return tenant;
    }

    /** What happens until the second sync. */
    static void later(SimulatedTenant tenant) {
        change(tenant, "ann", person -> person.withDisplayName("Ann New"));
        change(tenant, "bob", person -> person.withMailNickname("robert"));
        change(tenant, "dee", person -> person.withAccountEnabled(false));
        change(tenant, "hal", person -> person.withAccountEnabled(false));
        tenant.deletePerson("eve" + DOMAIN, Instant.EPOCH);
        for (String name : new String[] {"cid", "fay"}) {
            tenant.removeMember(
                    tenant.groupNamed("team-a").id(), person(tenant, name).id());
        }
        tenant.deleteGroup(tenant.groupNamed("team-gone").id());
    }

    /** What happens until the third. */
    static void latest(SimulatedTenant tenant) {
        change(tenant, "hal", person -> person.withAccountEnabled(true));
    }

    private static SimulatedGroup group(SimulatedTenant tenant, String name, String... members) {
        SimulatedGroup group = tenant.addGroup(name);
        for (String member : members) {
            tenant.addMember(group.id(), person(tenant, member).id());
        }
        return group;
    }

    private static SimulatedPerson person(SimulatedTenant tenant, String name) {
        return tenant.person(name + DOMAIN).orElseThrow();
    }

    private static void change(SimulatedTenant tenant, String name, UnaryOperator<SimulatedPerson> change) {
        tenant.changePerson(name + DOMAIN, change);
    }
}
