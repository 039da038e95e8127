package dev.roster.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs a file of the plan's SQL with values in place of the route's variables. */
final class PlanSql {

    private static final Pattern VARIABLE = Pattern.compile(":#\\$\\{variable\\.([\\w.]+)}");

    private final JdbcClient jdbc;
    private final Map<String, Object> variables = new HashMap<>();

    PlanSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param name as in {@code ${variable.name}} */
    PlanSql with(String name, Object value) {
        variables.put(name, value);
        return this;
    }

    int update(String file) {
        return statement(file).update();
    }

    /** As a route gets them. */
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> rows(String file) {
        return (List<Map<String, Object>>)
                statement(file).query(new RouteRows().newColumnRowMapper()).list();
    }

    private JdbcClient.StatementSpec statement(String file) {
        Matcher matcher = VARIABLE.matcher(text(file));
        Map<String, Object> values = new HashMap<>();
        String sql = matcher.replaceAll(found -> {
            String name = found.group(1).replace('.', '_');
            values.put(name, Objects.requireNonNull(variables.get(found.group(1)), found.group(1)));
            return ":" + name;
        });
        return jdbc.sql(sql).params(values);
    }

    private static String text(String file) {
        String path = "/sql/plan/" + file + ".sql";
        try (InputStream in = Objects.requireNonNull(PlanSql.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
