package dev.roster.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.directory.Operation;
import dev.roster.directory.OperationKind;
import dev.roster.directory.OperationStatus;
import dev.roster.directory.Reason;
import dev.roster.directory.Wave;
import dev.roster.mapping.WantedAccount;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/** Ann is created and joins, is renamed, and leaves; a stranger leaves; another group is deleted. */
@ParameterizedClass
@EnumSource(Database.class)
class OperationSearchTest {

    private final Database database;
    private final DataSource data;
    private final Tables tables;
    private final OperationSearch search;
    private final Run first;
    private final Run second;

    OperationSearchTest(Database database) {
        this.database = database;
        data = database.withTables();
        tables = new Tables(data);
        JsonMapper json = JsonMapper.builder().build();
        search =
                new OperationSearch(tables.jdbc, new PersonQuery(tables.jdbc), new OperationRows(new JsonColumn(json)));
        first = tables.run();
        tables.run();
        second = tables.run();
        plan(first, OperationKind.CREATE_USER, "ann", null, "1");
        plan(first, OperationKind.ADD_MEMBER, "ann", "Team", "1");
        plan(first, OperationKind.ADD_MEMBER, "bob", "Team", "2");
        plan(second, OperationKind.RENAME_USER, "ann", null, "1");
        plan(second, OperationKind.REMOVE_MEMBER, "anna", "Team", "1");
        plan(second, OperationKind.REMOVE_MEMBER, "Stray", "Team", null);
        plan(second, OperationKind.DELETE_GROUP, null, "Old", null);
        tables.wanted.keepAccounts(
                second,
                second.targets().get(0),
                List.of(new WantedAccount("1", "anna", "Anna", "anna@example.com", true, null, null)));
        tables.jdbc
                .sql("insert into wanted_group (target_no, group_key, name) values (?, 'team', 'Team')")
                .param(second.targets().get(0).no())
                .update();
    }

    private void plan(
            Run run, OperationKind kind, @Nullable String user, @Nullable String group, @Nullable String person) {
        tables.operations.plan(
                run,
                List.of(new Operation(
                        0,
                        run.targets().get(0).no(),
                        Wave.GROUPS_CREATED,
                        kind,
                        user,
                        group,
                        person,
                        null,
                        Map.of(),
                        Map.of(),
                        Reason.MEMBER_IN_ENTRA)));
    }

    private List<String> found(@Nullable String user, @Nullable String group) {
        return found(new OperationFilter(null, null, null, user, group));
    }

    private List<String> found(OperationFilter filter) {
        Page<FoundOperation> page = search.page(null, filter, new PageRequest(0, 50));
        assertThat(page.total()).isEqualTo(page.items().size());
        return page.items().stream()
                .map(found -> found.run() + " " + found.operation().kind())
                .toList();
    }

    @Test
    void somebodyIsFoundUnderFormerNamesTooTheNewestFirst() {
        assertThat(found("ANNA", null))
                .isEqualTo(found("1", null))
                .containsExactly(
                        second.id() + " remove-member",
                        second.id() + " rename-user",
                        first.id() + " add-member",
                        first.id() + " create-user");
    }

    @Test
    void anAccountThatIsNobodysIsFoundByItsName() {
        assertThat(found("stray", null)).containsExactly(second.id() + " remove-member");
    }

    @Test
    void whatAPlanTookBackIsNotFound() {
        tables.operations.withdraw(second, second.targets().get(0), name -> name.equals("anna"));
        assertThat(found("1", null))
                .doesNotContain(second.id() + " remove-member")
                .hasSize(3);
    }

    @Test
    void aGroupIsFoundInAnyCase() {
        assertThat(found(null, "TEAM")).hasSize(4).startsWith(second.id() + " remove-member");
        assertThat(found(null, "Old")).containsExactly(second.id() + " delete-group");
        assertThat(found("anna", "team")).containsExactly(second.id() + " remove-member", first.id() + " add-member");
    }

    @Test
    void theOtherFiltersHoldAsWell() {
        assertThat(found(new OperationFilter("jira", OperationKind.ADD_MEMBER, null, "1", null)))
                .containsExactly(first.id() + " add-member");
        assertThat(found(new OperationFilter("confluence", null, null, "1", null)))
                .isEmpty();
        assertThat(found(new OperationFilter(null, null, OperationStatus.DEAD, null, "Team")))
                .isEmpty();
        assertThat(search.page("acme", new OperationFilter(null, null, null, "1", null), new PageRequest(1, 3))
                        .items())
                .singleElement()
                .satisfies(found -> assertThat(found.connection()).isEqualTo("acme"));
        assertThat(search.page("other", new OperationFilter(null, null, null, "1", null), new PageRequest(0, 3))
                        .total())
                .isZero();
    }

    @Test
    void aSearchForNobodyAndNothingIsRefused() {
        assertThatThrownBy(() -> found(null, null)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Of all operations there may be millions. */
    @Test
    void operationsAreReadByTheirIndexesAndNeverAllOfThem() {
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection(), true));
        if (database == Database.POSTGRESQL) {
            // Of a handful of rows it would read all.
            jdbc.sql("set enable_seqscan = off").update();
        }
        assertThat(plan(jdbc, OperationSearch.ABOUT_PEOPLE)).containsIgnoringCase("operation_about_somebody");
        assertThat(plan(jdbc, OperationSearch.ABOUT_GROUPS)).containsIgnoringCase("operation_about_group");
    }

    private Connection connection() {
        try {
            return data.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String plan(JdbcClient jdbc, String query) {
        String sql = query.replaceAll(":(people|groups)", "array['x']").replace(":user", "'x'");
        return jdbc
                .sql((database == Database.HSQLDB ? "explain plan for " : "explain ") + sql)
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.joining("\n"));
    }
}
