package dev.roster.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Reads operations as they are shown. */
@Component
class OperationRows implements RowMapper<OperationRow> {

    /** Of an operation {@code o} and its target {@code t}. */
    static final String COLUMNS = """
            o.id, t.name as target, o.kind, o.user_name, o.group_name, o.was, o.becomes, o.reason, o.status,
            o.attempts, o.error, o.drift""";

    private final JsonColumn json;

    OperationRows(JsonColumn json) {
        this.json = json;
    }

    @Override
    public OperationRow mapRow(ResultSet rs, int number) throws SQLException {
        return new OperationRow(
                rs.getLong("id"),
                rs.getString("target"),
                rs.getString("kind"),
                rs.getString("user_name"),
                rs.getString("group_name"),
                json.read(rs.getString("was")),
                json.read(rs.getString("becomes")),
                rs.getString("reason"),
                rs.getString("status"),
                rs.getInt("attempts"),
                rs.getString("error"),
                rs.getBoolean("drift"));
    }
}
