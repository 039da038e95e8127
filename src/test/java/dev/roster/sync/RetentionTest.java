package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.store.Operations;
import dev.roster.store.RunRow;
import dev.roster.store.RunRows;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long {@code roster.retention} keeps operations. */
class RetentionTest {

    @Test
    void operationsOfRunsThatEndedLongAgoAreForgottenAndTheRunsAreKept() {
        SimulatedTenant tenant = new SimulatedTenant("Example", "example.com");
        String ann = tenant.addPerson("ann@example.com", "Ann").id();
        tenant.changePerson(ann, person -> person.withMail("ann@example.com").withMailNickname("ann"));
        try (Stage stage = Stage.on(Landscape.start(tenant))) {
            RunRow old = stage.sync();
            tenant.changePerson(ann, person -> person.withDisplayName("Ann Other"));
            RunRow recent = stage.sync();
            JdbcClient jdbc = stage.app().getBean(JdbcClient.class);
            jdbc.sql("update run set finished_at = current_timestamp - interval '31' day where id = ?")
                    .param(old.id())
                    .update();

            stage.app().getBean(ProducerTemplate.class).sendBody("direct:forget-old-operations", null);

            Operations operations = stage.app().getBean(Operations.class);
            assertThat(operations.counts(old.id())).isEmpty();
            assertThat(operations.counts(recent.id())).isNotEmpty();
            assertThat(jdbc.sql("select distinct run_id from operation_about")
                            .query(Long.class)
                            .list())
                    .containsExactly(recent.id());
            assertThat(stage.app().getBean(RunRows.class).find(old.id())).isPresent();
        }
    }
}
