package dev.roster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.demo.graph.GraphSimulator;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.JiraSimulator;
import dev.roster.demo.product.JiraVersion;
import dev.roster.store.RunRow;
import dev.roster.store.RunRows;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class FirstSyncTest {

    @Test
    void peopleGroupsAndMembershipsReachJira() throws Exception {
        SimulatedTenant tenant = new SimulatedTenant("Example", "example.com");
        String ann = tenant.addPerson("ann@example.com", "Ann").id();
        tenant.changePerson(ann, p -> p.withMail("ann@example.com").withMailNickname("ann"));
        String devs = tenant.addGroup("jira-devs").id();
        tenant.addMember(devs, ann);
        try (GraphSimulator graph = GraphSimulator.start(tenant);
                JiraSimulator jira = JiraSimulator.start(JiraVersion.values()[JiraVersion.values().length - 1])) {
            jira.acceptToken("pat-of-jira", JiraSimulator.ADMIN);
            Map<String, Object> properties = new HashMap<>();
            properties.put("spring.datasource.url", "jdbc:hsqldb:mem:first;hsqldb.tx=mvcc");
            String c = "roster.connections.acme.";
            properties.put(c + "entra.tenant-id", GraphSimulator.TENANT_ID);
            properties.put(c + "entra.client-id", GraphSimulator.CLIENT_ID);
            properties.put(c + "entra.client-secret", GraphSimulator.CLIENT_SECRET);
            properties.put(c + "entra.login-url", graph.url().toString());
            properties.put(c + "entra.graph-url", graph.url().toString());
            properties.put(c + "schedule.cron", "");
            properties.put(c + "schedule.reconcile-cron", "");
            properties.put(c + "groups.include", "jira-.*");
            properties.put(c + "limits.first-run", "run");
            properties.put(c + "targets.jira.product", "jira");
            properties.put(c + "targets.jira.url", jira.url().toString());
            properties.put(c + "targets.jira.token", "pat-of-jira");
            try (ConfigurableApplicationContext app = new SpringApplicationBuilder(Roster.class)
                    .web(WebApplicationType.NONE)
                    .run(properties.entrySet().stream()
                            .map(e -> "--" + e.getKey() + "=" + e.getValue())
                            .toArray(String[]::new))) {
                Long run = app.getBean(CamelContext.class)
                        .createProducerTemplate()
                        .requestBody("direct:sync", "acme", Long.class);
                RunRows rows = app.getBean(RunRows.class);
                RunRow row;
                long end = System.nanoTime() + 20_000_000_000L;
                do {
                    row = rows.find(run).orElseThrow();
                    Thread.onSpinWait();
                } while (!row.state().ended() && System.nanoTime() < end);
                System.err.println(row);
                System.err.println(jira.directory().changes());
                assertThat(jira.directory().members("jira-devs")).containsExactly("ann");
            }
        }
    }
}
