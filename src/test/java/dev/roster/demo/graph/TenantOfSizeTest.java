package dev.roster.demo.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TenantOfSizeTest {

    private static final long SEED = 7;

    @Test
    void everybodyHasTheirMembershipsAndTheSeedDecidesWhich() {
        SimulatedTenant tenant = TenantOfSize.of(200, SEED);

        assertThat(memberships(tenant)).hasSize(2000).isEqualTo(memberships(TenantOfSize.of(200, SEED)));
        assertThat(memberships(tenant)).isNotEqualTo(memberships(TenantOfSize.of(200, SEED + 1)));
        assertThat(tenant.people()).hasSize(200);
        assertThat(tenant.groups()).hasSize(20);
    }

    private static List<String> memberships(SimulatedTenant tenant) {
        List<String> all = new ArrayList<>();
        for (SimulatedGroup group : tenant.groups()) {
            tenant.members(group.id()).forEach(member -> all.add(group.id() + " " + member.id()));
        }
        return all;
    }

    @Test
    @Tag("bench")
    void aMillionMembershipsFitInTwoHundredMegabytesAndAreReadInBatches() {
        long before = usedMegabytes();
        SimulatedTenant tenant = TenantOfSize.of(100_000, SEED);
        assertThat(usedMegabytes() - before).isLessThan(200);

        try (GraphSimulator simulator = GraphSimulator.start(tenant)) {
            simulator.server().remember(false);
            GraphClient client = GraphClient.signedIn(simulator);
            assertThat(client.all("/users?$select=id,displayName,userPrincipalName,accountEnabled&$top=999", "id"))
                    .hasSize(100_000);
            assertThat(readMembers(client, client.all("/groups?$select=id&$top=999", "id")))
                    .isEqualTo(1_000_000);
        }
    }

    private static long readMembers(GraphClient client, List<String> groups) {
        long members = 0;
        for (int i = 0; i < groups.size(); i += 20) {
            String[] paths = groups.subList(i, i + 20).stream()
                    .map(id -> "/groups/" + id + "/members?$select=id&$top=999")
                    .toArray(String[]::new);
            members += client.batch(paths)
                    .json()
                    .path("responses")
                    .valueStream()
                    .mapToLong(part -> part.at("/body/value").size())
                    .sum();
        }
        return members;
    }

    private static long usedMegabytes() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        return (runtime.totalMemory() - runtime.freeMemory()) / (1024 * 1024);
    }
}
