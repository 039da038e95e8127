package dev.roster.demo.graph;

import java.util.List;
import java.util.Locale;

/** The ordinary groups of the demo: one for everybody, some for rights in the products, one per department, nested. */
final class DemoGroups {

    private DemoGroups() {}

    static void addTo(SimulatedTenant tenant, List<SimulatedPerson> people) {
        rights(tenant, people);
        teams(tenant, people);
        others(tenant, people);
    }

    private static void rights(SimulatedTenant tenant, List<SimulatedPerson> people) {
        SimulatedGroup jiraUsers = tenant.addGroup("jira-users");
        SimulatedGroup confluenceUsers = tenant.addGroup("confluence-users");
        SimulatedGroup developers = tenant.addGroup("jira-developers");
        SimulatedGroup editors = tenant.addGroup("confluence-editors");
        SimulatedGroup administrators = tenant.addGroup("jira-project-admins");
        for (int i = 0; i < people.size(); i++) {
            String id = people.get(i).id();
            addIf(i % 10 != 9, tenant, jiraUsers, id);
            addIf(i % 4 != 3, tenant, confluenceUsers, id);
            addIf(i % 8 == 0 || i % 8 == 7, tenant, developers, id);
            addIf(i % 12 == 5, tenant, editors, id);
            addIf(i % 40 == 7, tenant, administrators, id);
        }
        tenant.addMember(editors.id(), administrators.id());
    }

    /** {@code team-everybody} holds no person directly, only the teams. */
    private static void teams(SimulatedTenant tenant, List<SimulatedPerson> people) {
        SimulatedGroup everybody = tenant.addGroup("team-everybody");
        for (int department = 0; department < DemoPeople.DEPARTMENTS.size(); department++) {
            String name = DemoPeople.DEPARTMENTS.get(department);
            SimulatedGroup team = tenant.addGroup(
                    "team-" + name.toLowerCase(Locale.ROOT).replace(' ', '-').replace("&", "-and-"));
            tenant.addMember(everybody.id(), team.id());
            for (int i = department; i < people.size(); i += DemoPeople.DEPARTMENTS.size()) {
                tenant.addMember(team.id(), people.get(i).id());
            }
        }
    }

    /** Groups of other kinds, and some that no sync would pick. */
    private static void others(SimulatedTenant tenant, List<SimulatedPerson> people) {
        SimulatedGroup event = tenant.add(SimulatedGroup.microsoft365(tenant.nextId(), "team-summer-party")
                .with("mail", "party@" + DemoTenant.DOMAIN));
        SimulatedGroup news = tenant.add(SimulatedGroup.distribution(tenant.nextId(), "News by mail"));
        SimulatedGroup printers = tenant.addGroup("Printers, second floor");
        for (SimulatedPerson person : people.subList(0, 30)) {
            tenant.addMember(event.id(), person.id());
            tenant.addMember(news.id(), person.id());
            tenant.addMember(printers.id(), person.id());
        }
    }

    private static void addIf(boolean wanted, SimulatedTenant tenant, SimulatedGroup group, String id) {
        if (wanted) {
            tenant.addMember(group.id(), id);
        }
    }
}
