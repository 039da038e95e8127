package dev.roster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.demo.Landscape;
import dev.roster.demo.graph.SimulatedGroup;
import dev.roster.demo.graph.SimulatedPerson;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.SimulatedDirectory;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.store.Database;
import dev.roster.store.RunState;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.component.sql.RowMapperFactory;
import org.apache.camel.component.sql.SqlComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** From the tenant to the products and back again, the same on both databases. */
class WholeSyncTest {

    private final SimulatedTenant tenant = new SimulatedTenant("Small", "small.example");
    private final SimulatedPerson ann = tenant.addPerson("ann@small.example", "Ann Smith");
    private final SimulatedPerson bob = tenant.addPerson("bob@small.example", "Bob Stone");
    private final SimulatedPerson svc = tenant.addPerson("svc-build@small.example", "Build");
    private final SimulatedGroup makers = tenant.addGroup("makers");
    private final SimulatedGroup readers = tenant.addGroup("readers");

    private Stage stage(Database database) {
        tenant.addMember(makers.id(), ann.id());
        tenant.addMember(readers.id(), ann.id());
        tenant.addMember(readers.id(), bob.id());
        tenant.addMember(readers.id(), svc.id());
        return Stage.on(Landscape.start(tenant))
                .with("groups.include", ".*")
                .with("groups.delete", "true")
                .with("users.rename", "true")
                .with("users.protected", "SVC-.*")
                .with("limits.leavers", "100")
                .withProperty("spring.datasource.url", database.fresh())
                .withProperty("spring.datasource.username", database.user())
                .withProperty("spring.datasource.password", "");
    }

    private static void completes(Stage stage) {
        for (SimulatedProduct product : stage.landscape().products()) {
            product.directory().forgetChanges();
        }
        assertThat(stage.sync().state()).isEqualTo(RunState.COMPLETED);
    }

    private static List<String> changes(SimulatedProduct product) {
        return product.directory().changes().stream().map(Object::toString).toList();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void peopleJoinChangeAndLeave(Database database) {
        try (Stage stage = stage(database)) {
            completes(stage);
            stage.landscape().products().forEach(WholeSyncTest::hasEverybody);

            completes(stage);
            assertThat(stage.landscape().products())
                    .allSatisfy(product -> assertThat(changes(product)).isEmpty());

            marry();
            completes(stage);
            hasAnnUnderHerNewName(stage.landscape().jira());
            hasAnnUnderHerNewName(stage.landscape().bitbucket());

            tenant.disable(bob.id());
            tenant.deleteGroup(makers.id());
            completes(stage);
            assertThat(stage.landscape()
                            .jira()
                            .directory()
                            .account("bob")
                            .orElseThrow()
                            .active())
                    .isFalse();
            assertThat(stage.landscape().products()).allSatisfy(product -> {
                assertThat(product.directory().hasGroup("makers")).isFalse();
                assertThat(product.directory().hasGroup("readers")).isTrue();
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"delta", "list"})
    void postgresqlKnowsWhatTheFirstRunHasFilled(String reading) {
        try (Stage stage = stage(Database.POSTGRESQL).with("entra.read", reading)) {
            completes(stage);
            assertThat(stage.app()
                            .getBean(JdbcTemplate.class)
                            .queryForList(
                                    "select relname from pg_class where reltuples >= 0 and relname in"
                                            + " ('membership', 'wanted_account', 'seen_account', 'operation',"
                                            + " 'owned_account')"
                                            + " order by relname",
                                    String.class))
                    .as("read, looked at, planned, and carried out; -1 is a table that was never analyzed")
                    .containsExactly("membership", "operation", "owned_account", "seen_account", "wanted_account");
        }
    }

    @Test
    void postgresqlIsToldWhatPagesCost() {
        try (Stage stage = stage(Database.POSTGRESQL)) {
            assertThat(stage.app().getBean(JdbcTemplate.class).queryForObject("show random_page_cost", String.class))
                    .isEqualTo("1.1");
        }
    }

    /** Camel takes the only one of its kind; with a second one it would take its own. */
    @Test
    void rowsOfStatementsInRoutesShareTheNamesOfTheirColumns() {
        try (Stage stage = stage(Database.HSQLDB)) {
            assertThat(stage.app()
                            .getBean(CamelContext.class)
                            .getComponent("sql", SqlComponent.class)
                            .getRowMapperFactory())
                    .isSameAs(stage.app().getBean(RowMapperFactory.class));
        }
    }

    private static void hasEverybody(SimulatedProduct product) {
        assertThat(product.directory().members("makers")).containsExactly("ann");
        assertThat(product.directory().members("readers")).containsExactlyInAnyOrder("ann", "bob");
        assertThat(product.directory().account("svc-build")).as("protected").isEmpty();
    }

    private static void hasAnnUnderHerNewName(SimulatedProduct product) {
        SimulatedDirectory directory = product.directory();
        assertThat(changes(product))
                .as("renamed, changed, and out of one group")
                .hasSize(3);
        assertThat(directory.account("ann")).isEmpty();
        assertThat(directory.account("ann.lee").orElseThrow().displayName()).isEqualTo("Ann Lee");
        assertThat(directory.members("makers")).containsExactly("ann.lee");
        assertThat(directory.members("readers")).containsExactly("bob");
    }

    private void marry() {
        tenant.changePerson(
                ann.id(),
                person -> person.withUserPrincipalName("ann.lee@small.example")
                        .withMailNickname("ann.lee")
                        .withDisplayName("Ann Lee"));
        tenant.removeMember(readers.id(), ann.id());
    }
}
