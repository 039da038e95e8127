package dev.roster.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** On PostgreSQL alone, which chooses by them how to go about a statement. */
class TableSizesTest {

    private final JdbcTemplate jdbc = new JdbcTemplate(Database.POSTGRESQL.withTables());
    private final TableSizes sizes = new TableSizes(jdbc);

    private void fill(int from, int to) {
        jdbc.update(
                "insert into membership select 1, 'g' || i % 100, 'p' || i from generate_series(?, ?) as i", from, to);
    }

    private long known() {
        return jdbc.queryForObject(
                "select cast(reltuples as bigint) from pg_class where relname = 'membership'", Long.class);
    }

    @Test
    void whatWasFilledIsKnown() {
        fill(1, 5000);
        assertThat(known()).as("before").isNotPositive();
        sizes.refresh();
        assertThat(known()).isEqualTo(5000);
    }

    @Test
    void aLittleMoreIsNotLookedAt() {
        fill(1, 5000);
        sizes.refresh();
        fill(5001, 5010);
        sizes.refresh();
        assertThat(known()).isEqualTo(5000);
    }

    @Test
    void muchMoreIs() {
        fill(1, 5000);
        sizes.refresh();
        fill(5001, 15000);
        sizes.refresh();
        assertThat(known()).isEqualTo(15000);
    }

    @Test
    void theRowsOfAnotherTargetAreKnownAsItsOwn() {
        for (int target = 1; target <= 3; target++) {
            jdbc.update(
                    "insert into seeker select ?, 'p' || i, 'u' || i, 'e' || i, true from generate_series(1, 5000) as i",
                    target);
            sizes.refresh();
        }
        assertThat(jdbc.queryForObject(
                        "select cast(most_common_vals as varchar) from pg_stats"
                                + " where tablename = 'seeker' and attname = 'target_no'",
                        String.class))
                .contains("1", "2", "3");
    }

    @Test
    void andWhatWasReplaced() {
        fill(1, 5000);
        sizes.refresh();
        jdbc.update("update membership set group_id = 'other'");
        await().untilAsserted(() -> {
            sizes.refresh();
            assertThat(jdbc.queryForObject(
                            "select cast(most_common_vals as varchar) from pg_stats"
                                    + " where tablename = 'membership' and attname = 'group_id'",
                            String.class))
                    .isEqualTo("{other}");
        });
    }

    @Test
    void anotherDatabaseIsLeftAlone() {
        JdbcTemplate embedded = new JdbcTemplate(Database.HSQLDB.withTables());
        new TableSizes(embedded).refresh();
        assertThat(embedded.queryForObject("select count(*) from membership", Long.class))
                .isZero();
    }
}
