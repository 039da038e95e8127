package dev.roster.kill;

import dev.roster.demo.Landscape;
import dev.roster.demo.graph.SimulatedPerson;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.BitbucketVersion;
import dev.roster.demo.product.ConfluenceVersion;
import dev.roster.demo.product.JiraVersion;
import dev.roster.demo.product.SimulatedProduct;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/** A tenant in which people come and go, with its products, and what the products should have of it. */
final class Staff implements AutoCloseable {

    private static final String DOMAIN = "example.com";

    /** Is in every team and never leaves: a team without anybody would wait for approval. */
    private static final String ANCHOR = "anchor";

    /** Were there before Roster, and are none of its business. */
    static final List<String> LOCALS = List.of("local-ann", "local-bob");

    static final String LOCAL_GROUP = "local-group";

    private final String connection;
    private final SimulatedTenant tenant = new SimulatedTenant("Example", DOMAIN);
    private final Landscape landscape;
    private final Random random;
    private final AskedWaits waits = new AskedWaits();

    // Mutable state: the teams there are, and how many people and teams there ever were.
    private final List<String> teams = new ArrayList<>();
    private int hired;
    private int founded;

    Staff(String connection, long seed, int pageSize) {
        this.connection = connection;
        this.random = new Random(seed);
        this.landscape = Landscape.start(tenant, JiraVersion.V9, ConfluenceVersion.V10_0, BitbucketVersion.V9);
        landscape.graph().behaviour().cutPages(pageSize);
        tenant.addPerson(ANCHOR + "@" + DOMAIN, "Anchor");
        for (int i = 0; i < 3; i++) {
            found();
        }
        for (SimulatedProduct product : landscape.products()) {
            LOCALS.forEach(name -> product.directory().seed().user(name, "Local " + name, name + "@local.example"));
            product.directory().seed().group(LOCAL_GROUP).member(LOCALS.get(0), LOCAL_GROUP);
        }
        for (int i = 0; i < 12; i++) {
            hire();
        }
    }

    String connection() {
        return connection;
    }

    Landscape landscape() {
        return landscape;
    }

    /** What its services have asked for. */
    AskedWaits waits() {
        return waits;
    }

    /** Nothing waits for anybody, and what Entra no longer has goes. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>(landscape.settings(connection));
        Map.of(
                        "groups.include", "team-.*",
                        "groups.delete", "true",
                        "groups.adopt-memberships", "true",
                        "limits.leavers", "1000",
                        "limits.removed-memberships", "1000",
                        "limits.deleted-groups", "1000")
                .forEach((key, value) -> settings.put(Landscape.key(connection, key), value));
        return settings;
    }

    /** A working day: somebody comes, others go, move, or change; a team is founded, and an old one closed. */
    void change() {
        found();
        tenant.deleteGroup(tenant.groupNamed(teams.remove(0)).id());
        for (int i = 0; i < 3; i++) {
            hire();
        }
        for (int i = 0; i < 6; i++) {
            changeOne();
        }
    }

    private void found() {
        String team = "team-" + founded++;
        teams.add(team);
        tenant.addMember(
                tenant.addGroup(team).id(),
                tenant.person(ANCHOR + "@" + DOMAIN).orElseThrow().id());
    }

    private void hire() {
        String upn = "p" + hired++ + "@" + DOMAIN;
        SimulatedPerson person = tenant.addPerson(upn, "Person " + hired);
        tenant.addMember(team(), person.id());
        tenant.addMember(team(), person.id());
    }

    private void changeOne() {
        List<SimulatedPerson> people = new ArrayList<>(tenant.people());
        people.removeIf(person -> person.userPrincipalName().startsWith(ANCHOR));
        SimulatedPerson person = people.get(random.nextInt(people.size()));
        switch (random.nextInt(6)) {
            case 0 -> tenant.changePerson(person.id(), each -> each.withAccountEnabled(!each.accountEnabled()));
            case 1 -> tenant.changePerson(person.id(), each -> each.withDisplayName("Renamed " + random.nextInt(100)));
            case 2 -> tenant.deletePerson(person.id(), Instant.EPOCH);
            case 3 -> tenant.removeMember(team(), person.id());
            default -> tenant.addMember(team(), person.id());
        }
    }

    private String team() {
        return tenant.groupNamed(teams.get(random.nextInt(teams.size()))).id();
    }

    /** Names of those who have an account that works. */
    List<String> working() {
        return tenant.people().stream()
                .filter(SimulatedPerson::accountEnabled)
                .map(Staff::name)
                .sorted()
                .toList();
    }

    /** Of those who work, who is in the team. */
    List<String> team(String team) {
        TreeSet<String> names = new TreeSet<>();
        tenant.members(tenant.groupNamed(team).id())
                .forEach(member -> tenant.person(member.id())
                        .filter(SimulatedPerson::accountEnabled)
                        .ifPresent(person -> names.add(name(person))));
        return List.copyOf(names);
    }

    /** The display name of somebody who works. */
    String displayName(String name) {
        return tenant.person(name + "@" + DOMAIN).orElseThrow().displayName();
    }

    List<String> teams() {
        return List.copyOf(teams);
    }

    private static String name(SimulatedPerson person) {
        return person.userPrincipalName().replace("@" + DOMAIN, "");
    }

    @Override
    public void close() {
        landscape.close();
    }
}
