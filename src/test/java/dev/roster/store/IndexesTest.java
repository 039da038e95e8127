package dev.roster.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** PostgreSQL, which says how it goes about a statement, takes the indexes that are made for it. */
class IndexesTest {

    /** Enough that reading all of them is no cheaper; in two halves, as of two targets or connections. */
    private static final String ROWS = " from generate_series(1, 20000) as i";

    private static final JdbcTemplate JDBC = new JdbcTemplate(Database.POSTGRESQL.withTables());

    @BeforeAll
    static void fill() {
        JDBC.execute("insert into connection_name (name) select 'c' || i from generate_series(1, 200) as i");
        Stream.of(
                        "membership select i % 2, 'g' || i % 500, 'p' || i",
                        "group_closure select i % 2, 'g' || i, 's' || i",
                        "wanted_account (target_no, person_id, username_key, account_key, email_key, enabled)"
                                + " select i % 2, 'p' || i, 'u' || i, 'a' || i, 'e' || i, true",
                        "group_source select i % 2, 'k' || i, 'g' || i",
                        "seen_account (target_no, name_key, name, account_id, email_key, active, writable, read_no)"
                                + " select i % 2, 'u' || i, 'u', 'a' || i, 'e' || i, true, true, 1",
                        "seen_member select i % 2, 'k' || i % 500, 'u' || i",
                        "owned_account (target_no, person_id, name_key, origin, since_run)"
                                + " select i % 2, 'p' || i, 'u' || i, 'created', 1",
                        "owned_group_source select i % 2, 'k' || i, 'g' || i",
                        "given_member select i % 2, 'k' || i % 500, 'u' || i, 1",
                        "run (connection_no, mode, started_as, state, reconcile, started_at)"
                                + " select 1 + i % 200, 'sync', 'api', 'completed', false, now()",
                        "operation (run_id, target_no, wave, kind, user_name, group_name, person_id, reason, status)"
                                + " select i / 200, 1, 7, 'add-member', 'u' || i, 'k' || i % 500, 'p' || i, 'selected',"
                                + " case when i % 20 = 0 then 'planned' else 'done' end",
                        "operation_about select i, i / 200, 1, 'p' || i, 'k' || i % 500",
                        "decision (target_no, about, subject, reason, run_id)"
                                + " select i % 2, 'user', 'p' || i, 'r' || i % 100, 1",
                        "seen_lead select i % 2, 'project', i, 'x', 'a' || i",
                        "seeker select i % 2, 'p' || i, 'u' || i, 'e' || i, true",
                        "dead_letter (target_no, kind, user_name, group_name, state, run_id, operation, attempts,"
                                + " failed_runs, first_at, last_at, next_at)"
                                + " select i % 2, 'create-user', 'u' || i, '', 'open', 1, i, 1, 1, now(), now(), now()",
                        "audit (noted_at, action, via, connection) select now(), 'stop', 'api', 'c' || i % 100")
                .forEach(table -> JDBC.execute("insert into " + table + ROWS));
        JDBC.execute("analyze");
    }

    /** What the statements of the plan and the store ask for, each the way it asks. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "membership_of_person | membership where connection_no = 1 and person_id = 'p7'",
                "group_closure_upwards | group_closure where connection_no = 1 and subgroup_id = 's7'",
                "wanted_account_by_name | wanted_account where target_no = 1 and username_key = 'u7'",
                "wanted_account_by_email | wanted_account where target_no = 1 and email_key = 'e7'",
                "wanted_account_by_account | wanted_account where target_no = 1 and account_key = 'a7'",
                "group_source_by_entra_group | group_source where target_no = 1 and group_id = 'g7'",
                "seen_account_by_id | seen_account where target_no = 1 and account_id = 'a7'",
                "seen_account_by_email | seen_account where target_no = 1 and email_key = 'e7'",
                "seen_member_by_account | seen_member where target_no = 1 and account_key = 'u7'",
                "owned_account_target_no_name_key_key | owned_account where target_no = 1 and name_key = 'u7'",
                "owned_group_source_by_entra_group | owned_group_source where target_no = 1 and group_id = 'g7'",
                "given_member_by_account | given_member where target_no = 1 and account_key = 'u7'",
                "run_of_connection | run where connection_no = 1 order by id desc limit 1",
                "operation_to_do | operation where run_id = 7 and target_no = 1 and status = 'planned'"
                        + " order by run_id, target_no, status, wave, id limit 500",
                "operation_of_kind | operation where run_id = 7 and target_no = 1 and kind = 'add-member'",
                "operation_about_somebody | operation_about where run_id = 7 and target_no = 1 and somebody = 'p1401'",
                "operation_about_group | operation_about where group_name = 'k7'",
                "decision_by_reason | decision where target_no = 1 and reason = 'r7'",
                "seen_lead_by_account | seen_lead where target_no = 1 and account_id = 'a7'",
                "seeker_by_name | seeker where target_no = 1 and username_key = 'u7'",
                "seeker_by_email | seeker where target_no = 1 and email_key = 'e7'",
                "dead_letter_target_no_kind_user_name_group_name_key | dead_letter where target_no = 1"
                        + " and kind = 'create-user' and user_name = 'u7' and group_name = ''",
                "audit_of_connection | audit where connection = 'c7' order by id desc limit 100"
            })
    void itIsTaken(String index, String from) {
        List<String> way = JDBC.queryForList("explain select * from " + from, String.class);
        assertThat(way).anySatisfy(step -> assertThat(step).contains(index));
    }

    /** The pages of a plan join their keys as a table; each key has to be looked for, and not all rows read. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "membership_pkey | membership m on m.connection_no = 1 and m.group_id = k.item",
                "membership_of_person | membership m on m.connection_no = 1 and m.person_id = k.item",
                "wanted_account_pkey | wanted_account w on w.target_no = 1 and w.person_id = k.item",
                "seen_account_pkey | seen_account s on s.target_no = 1 and s.name_key = k.item",
                "given_member_pkey | given_member g on g.target_no = 1 and g.group_key = k.item",
                "decision_pkey | decision d on d.target_no = 1 and d.about = 'user' and d.subject = k.item"
            })
    void aPageOfKeysIsLookedUp(String index, String joined) {
        List<String> way = JDBC.queryForList(
                "explain select * from unnest(array['p1', 'p2', 'p3']::varchar[]) as k (item) join " + joined,
                String.class);
        assertThat(way).anySatisfy(step -> assertThat(step).contains(index));
    }

    @Test
    void everyIndexIsExplained() throws IOException {
        String text = Files.readString(Path.of("docs/performance.md"));
        List<String> named = JDBC.queryForList(
                "select indexname from pg_indexes where schemaname = 'public' and indexname not like '%pkey'"
                        + " and indexname not like '%_key' and tablename not like 'flyway%' and tablename not like 'qrtz%'",
                String.class);
        assertThat(named.stream()
                        .filter(index -> !text.contains("`" + index + "`"))
                        .collect(Collectors.toSet()))
                .isEmpty();
    }
}
