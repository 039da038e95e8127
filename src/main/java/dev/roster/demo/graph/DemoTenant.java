package dev.roster.demo.graph;

import java.time.Instant;
import java.util.List;

/**
 * The demo's tenant: some hundreds of people with the difficulties that real tenants have. It is the same in every run.
 *
 * <p>What a sync would pick is named {@code jira-…}, {@code confluence-…} or {@code team-…}.
 */
public final class DemoTenant {

    public static final String DOMAIN = "contoso.example";

    private static final int ORDINARY_PEOPLE = 320;
    private static final Instant LAST_WEEK = Instant.parse("2026-08-24T09:30:00Z");

    private DemoTenant() {}

    public static SimulatedTenant create() {
        SimulatedTenant tenant = new SimulatedTenant("Contoso", DOMAIN);
        List<SimulatedPerson> people = DemoPeople.addTo(tenant, ORDINARY_PEOPLE);
        DemoGroups.addTo(tenant, people);
        DemoOddities.addTo(tenant);
        people.subList(40, 45).forEach(person -> tenant.deletePerson(person.id(), LAST_WEEK));
        return tenant;
    }

    /**
     * What happens in the tenant between the first and the second sync.
     *
     * @return the changes, each as a sentence
     */
    public static List<String> changeForSecondSync(SimulatedTenant tenant) {
        return new DemoChanges(tenant).all();
    }
}
