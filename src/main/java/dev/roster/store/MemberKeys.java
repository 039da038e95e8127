package dev.roster.store;

import dev.roster.directory.Names;
import dev.roster.directory.Operation;
import dev.roster.directory.Outcome;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Hundreds of memberships in one statement, as a table that it joins; see {@link Keys}.
 *
 * <p>To read them from their operations once more would cost HSQLDB a way down the index of a large table for each.
 */
final class MemberKeys {

    /** A table {@code k} with the columns {@code group_key} and {@code account_key}. */
    static final String TABLE = "unnest(cast(:groups as varchar(255) array), cast(:accounts as varchar(255) array))"
            + " as k (group_key, account_key)";

    private final List<Key> keys;

    private record Key(String group, String account) {}

    /** Of operations about members; each membership once. */
    MemberKeys(List<Outcome> outcomes) {
        Set<Key> distinct = new LinkedHashSet<>();
        for (Outcome outcome : outcomes) {
            Operation operation = outcome.operation();
            distinct.add(new Key(
                    Names.key(Objects.requireNonNull(operation.group())),
                    Names.key(Objects.requireNonNull(operation.user()))));
        }
        keys = List.copyOf(distinct);
    }

    StatementSpec fill(StatementSpec statement) {
        return statement
                .param("groups", Keys.of(keys.stream().map(Key::group).toList()))
                .param("accounts", Keys.of(keys.stream().map(Key::account).toList()));
    }
}
