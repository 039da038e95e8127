package dev.roster.store;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.camel.component.sql.RowMapperFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.BeanPropertyRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.stereotype.Component;

/**
 * The rows of the statements in routes, as maps by the names of their columns.
 *
 * <p>Camel takes this one as it is the only one. Its own makes two tables of hashes for each row; a plan reads hundreds of
 * thousands of rows with forty columns.
 */
@Component
class RouteRows implements RowMapperFactory {

    @Override
    public RowMapper<?> newColumnRowMapper() {
        return new Rows();
    }

    @Override
    public RowMapper<?> newBeanRowMapper(Class<?> type) {
        return new BeanPropertyRowMapper<>(type);
    }

    /** The rows of one statement, which share the names of its columns. */
    private static final class Rows implements RowMapper<Map<String, Object>> {

        private final Map<String, Integer> columns = new LinkedHashMap<>();

        @Override
        public Map<String, Object> mapRow(ResultSet result, int number) throws SQLException {
            ResultSetMetaData about = result.getMetaData();
            if (columns.isEmpty()) {
                name(about);
            }
            @Nullable Object[] values = new Object[about.getColumnCount()];
            for (int at = 0; at < values.length; at++) {
                values[at] = JdbcUtils.getResultSetValue(result, at + 1);
            }
            return new Row(columns, values);
        }

        /** HSQLDB tells names in capital letters, PostgreSQL in small ones. Of two columns of one name the first counts. */
        private void name(ResultSetMetaData about) throws SQLException {
            for (int at = 1; at <= about.getColumnCount(); at++) {
                columns.putIfAbsent(JdbcUtils.lookupColumnName(about, at).toLowerCase(Locale.ROOT), at - 1);
            }
        }
    }

    /** One row; names are found however they are spelt, as in SQL. */
    private static final class Row extends AbstractMap<String, Object> {

        private final Map<String, Integer> columns;
        private final @Nullable Object[] values;

        Row(Map<String, Integer> columns, @Nullable Object[] values) {
            this.columns = columns;
            this.values = values;
        }

        private @Nullable Integer column(Object name) {
            Integer column = columns.get(name);
            return column != null ? column : columns.get(name.toString().toLowerCase(Locale.ROOT));
        }

        @Override
        public @Nullable Object get(Object name) {
            Integer column = column(name);
            return column == null ? null : values[column];
        }

        @Override
        public boolean containsKey(Object name) {
            return column(name) != null;
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            Set<Entry<String, Object>> entries = new LinkedHashSet<>();
            columns.forEach((name, column) -> entries.add(new SimpleImmutableEntry<>(name, values[column])));
            return entries;
        }
    }
}
