package dev.roster.store;

import dev.roster.directory.OperationKind;
import dev.roster.directory.OperationStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The where clause of a query whose filters may be left out; values are only ever parameters. */
final class Conditions {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /** A condition that always holds. */
    Conditions with(String condition, String parameter, Object value) {
        conditions.add(condition);
        parameters.put(parameter, value);
        return this;
    }

    /** A condition that is left out when there is no value. */
    Conditions maybe(String condition, String parameter, @Nullable Object value) {
        return value == null ? this : with(condition, parameter, value);
    }

    /** A parameter that no condition has, but what is before the where clause. */
    Conditions value(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    /** What an operation {@code o} and its target {@code t} have to be, but for names. */
    Conditions and(OperationFilter filter) {
        OperationKind kind = filter.kind();
        OperationStatus status = filter.status();
        return maybe("t.name = :target", "target", filter.target())
                .maybe("o.kind = :kind", "kind", kind == null ? null : kind.word())
                .maybe("o.status = :status", "status", status == null ? null : status.word());
    }

    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    JdbcClient.StatementSpec fill(JdbcClient.StatementSpec statement) {
        return statement.params(parameters);
    }
}
