package dev.roster.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource(Database.class)
class RouteRowsTest {

    private final JdbcClient jdbc;

    RouteRowsTest(Database database) {
        jdbc = JdbcClient.create(database.withTables());
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> rows(String sql) {
        return (List<Map<String, Object>>)
                jdbc.sql(sql).query(new RouteRows().newColumnRowMapper()).list();
    }

    @Test
    void aColumnIsFoundHoweverItIsSpelt() {
        Map<String, Object> row =
                rows("select 7 as user_no, cast('Ann' as varchar(9)) as user_name from (values (1)) as v (i)")
                        .get(0);
        assertThat(row.get("user_name")).isEqualTo("Ann");
        assertThat(row.get("USER_NAME")).isEqualTo("Ann");
        assertThat(row).containsKey("User_No").doesNotContainKey("user").hasSize(2);
        assertThat(row.get("user")).isNull();
    }

    @Test
    void columnsComeInTheirOrderAndInSmallLetters() {
        assertThat(rows("select b, a from (values (1, 'x'), (2, cast(null as varchar(9)))) as v (B, A) order by b"))
                .satisfiesExactly(
                        one -> assertThat(one).containsExactly(entry("b", 1), entry("a", "x")),
                        other -> assertThat(other).containsExactly(entry("b", 2), entry("a", null)));
    }

    @Test
    void ofTwoColumnsOfOneNameTheFirstCounts() {
        assertThat(rows("select a as x, b as x, c as y from (values (1, 2, 3)) as v (a, b, c)"))
                .containsExactly(Map.of("x", 1, "y", 3));
    }
}
