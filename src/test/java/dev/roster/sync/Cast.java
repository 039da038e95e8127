package dev.roster.sync;

import dev.roster.demo.graph.SimulatedGroup;
import dev.roster.demo.graph.SimulatedPerson;
import dev.roster.demo.graph.SimulatedTenant;
import java.time.Instant;

/** Six people and three groups, and what happens to them: enough for every kind of operation. */
final class Cast {

    static final String DOMAIN = "example.com";

    private Cast() {}

    /** Nobody yet. */
    static SimulatedTenant nobody() {
        return new SimulatedTenant("Example", DOMAIN);
    }

    static SimulatedTenant six() {
        SimulatedTenant tenant = nobody();
        people(tenant, "ann", "bob", "cid", "dee", "eve", "fay");
        group(tenant, "team-a", "ann", "bob", "cid", "dee", "eve");
        group(tenant, "team-b", "ann");
        group(tenant, "team-gone", "ann");
        return tenant;
    }

    static void people(SimulatedTenant tenant, String... names) {
        for (String name : names) {
            tenant.addPerson(upn(name), "The " + name);
        }
    }

    static SimulatedGroup group(SimulatedTenant tenant, String name, String... members) {
        SimulatedGroup group = tenant.addGroup(name);
        for (String member : members) {
            tenant.addMember(group.id(), person(tenant, member).id());
        }
        return group;
    }

    static String upn(String name) {
        return name + "@" + DOMAIN;
    }

    static SimulatedPerson person(SimulatedTenant tenant, String name) {
        return tenant.person(upn(name)).orElseThrow();
    }

    static void join(SimulatedTenant tenant, String group, String name) {
        tenant.addMember(tenant.groupNamed(group).id(), person(tenant, name).id());
    }

    static void leave(SimulatedTenant tenant, String group, String name) {
        tenant.removeMember(tenant.groupNamed(group).id(), person(tenant, name).id());
    }

    static void delete(SimulatedTenant tenant, String name) {
        tenant.deletePerson(upn(name), Instant.EPOCH);
    }

    static void enable(SimulatedTenant tenant, String name, boolean on) {
        tenant.changePerson(upn(name), person -> person.withAccountEnabled(on));
    }

    /** One of each: changed, renamed, disabled, deleted, out of a group, into a group; and a group less. */
    static void change(SimulatedTenant tenant) {
        tenant.changePerson(
                upn("ann"), person -> person.withDisplayName("Ann Newname").withMail("ann.new@" + DOMAIN));
        tenant.changePerson(upn("bob"), person -> person.withMailNickname("robert"));
        enable(tenant, "cid", false);
        delete(tenant, "dee");
        leave(tenant, "team-a", "eve");
        join(tenant, "team-b", "fay");
        tenant.deleteGroup(tenant.groupNamed("team-gone").id());
    }
}
