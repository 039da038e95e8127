package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.store.Database;
import dev.roster.store.RunRows;
import dev.roster.store.RunState;
import dev.roster.store.Unnoted;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A newer Roster starts on the tables of an older one whose process ended in the middle of a run. */
class UpgradeTest {

    /** Before products were shared, and before seats were counted. */
    private static final String OLD = "14.2";

    @ParameterizedTest
    @EnumSource(Database.class)
    @DisplayName("K11 after an upgrade in the middle of a run the next one finishes the work")
    void theNextRunFinishesTheWork(Database database) {
        SimulatedTenant tenant = Cast.nobody();
        Cast.people(tenant, "ann", "bob");
        String url = database.fresh();
        Stage stage = Stage.empty()
                .withProperty("spring.datasource.url", url)
                .withProperty("spring.datasource.username", database.user());
        Scene scene = stage.scene("acme", Landscape.start(tenant))
                .without("confluence")
                .without("bitbucket");
        Flyway.configure()
                .dataSource(url, database.user(), "")
                .target(OLD)
                .load()
                .migrate();
        JdbcTemplate old = new JdbcTemplate(new DriverManagerDataSource(url, database.user(), ""));
        endedWhileApplying(
                old, Cast.person(tenant, "ann").id(), Cast.person(tenant, "bob").id());
        // Ann was sent, and nobody learned that she was created; bob was not sent.
        scene.jira().directory().seed().user("ann", "The ann", Cast.upn("ann"));

        try (stage) {
            assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);

            assertThat(stage.app().getBean(RunRows.class).find(1).orElseThrow().state())
                    .isEqualTo(RunState.FAILED);
            assertThat(Scene.changes(scene.jira())).containsExactly("CREATE_USER bob");
            assertThat(Unnoted.operations(stage.app().getBean(JdbcClient.class)))
                    .as("what the old version planned is found, too")
                    .isEmpty();
            Cast.enable(tenant, "ann", false);
            scene.forgetChanges();
            scene.sync();
            assertThat(Scene.changes(scene.jira())).as("she is Roster's").containsExactly("DEACTIVATE_USER ann");
        }
    }

    /** Rows as the old version wrote them. */
    private static void endedWhileApplying(JdbcTemplate old, String ann, String bob) {
        old.update("insert into connection_name (name) values ('acme')");
        old.update(
                "insert into target_name (connection_no, name, product, version) values (1, 'jira', 'jira', '9.12.0')");
        old.update("insert into run (connection_no, mode, started_as, state, reconcile, targets, started_at, phase,"
                + " phase_at, total) values (1, 'sync', 'schedule', 'applying', false, '[]', current_timestamp,"
                + " 'applying', current_timestamp, 2)");
        old.update("insert into run_lock (connection_no, run_id, holder, leased_until)"
                + " values (1, 1, '1@old', current_timestamp - interval '1' hour)");
        for (String person : new String[] {ann, bob}) {
            old.update(
                    "insert into person (connection_no, id, principal_name, enabled, read_no) values (1, ?, ?, true, 1)",
                    person,
                    Cast.upn(person.equals(ann) ? "ann" : "bob"));
            old.update(
                    "insert into operation (run_id, target_no, wave, kind, user_name, person_id, was, becomes, reason,"
                            + " status) values (1, 1, 4, 'create-user', ?, ?, '{}', '{}', 'no-match', 'planned')",
                    person.equals(ann) ? "ann" : "bob",
                    person);
        }
        old.update("insert into taken (run_id, target_no, wave, operation_id) values (1, 1, 4, 1)");
    }
}
