package dev.roster.store;

import dev.roster.directory.Names;
import dev.roster.directory.Operation;
import dev.roster.directory.OperationKind;
import dev.roster.directory.Wave;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The operations of a run, filtered and page by page: first those that take something away, and each part in the order in
 * which it was planned.
 */
@Repository
public class OperationQuery {

    private static final int AT_ONCE = 1000;
    private static final String FROM = " from operation o join target_name t on t.no = o.target_no";
    private static final String SELECT = "select " + OperationRows.COLUMNS + FROM;

    private static final String TAKES_AWAY = Arrays.stream(OperationKind.values())
            .filter(OperationKind::destructive)
            .map(kind -> "'" + kind.word() + "'")
            .collect(Collectors.joining(", ", "o.kind in (", ")"));

    private static final String TAKES_NOTHING = "not (" + TAKES_AWAY + ")";

    private final JdbcClient jdbc;
    private final OperationRows operations;

    OperationQuery(JdbcClient jdbc, OperationRows operations) {
        this.jdbc = jdbc;
        this.operations = operations;
    }

    public Page<OperationRow> page(long run, OperationFilter filter, PageRequest page) {
        Conditions conditions = conditions(run, filter);
        long takenAway = count(conditions, TAKES_AWAY);
        long others = count(conditions, TAKES_NOTHING);
        List<OperationRow> rows = new ArrayList<>();
        if (page.offset() < takenAway) {
            rows.addAll(part(conditions, TAKES_AWAY, page.offset(), page.size()));
        }
        if (rows.size() < page.size()) {
            long offset = Math.max(page.offset() - takenAway, 0);
            rows.addAll(part(conditions, TAKES_NOTHING, offset, page.size() - rows.size()));
        }
        return new Page<>(page.page(), page.size(), takenAway + others, List.copyOf(rows));
    }

    private long count(Conditions conditions, String part) {
        return conditions
                .fill(jdbc.sql("select count(*)" + FROM + conditions.where() + " and " + part))
                .query(Long.class)
                .single();
    }

    /** Each part by its numbers: to sort all rows of a large run by anything else would take them into memory. */
    private List<OperationRow> part(Conditions conditions, String part, long offset, int size) {
        return conditions
                .fill(jdbc.sql(
                        SELECT + conditions.where() + " and " + part + " order by o.id limit :size offset :offset"))
                .param("size", size)
                .param("offset", offset)
                .query(operations)
                .list();
    }

    /** The targets that a run has planned something for, by name; or would take something over in. */
    public List<String> targets(long run) {
        return jdbc.sql("""
                select t.name from target_name t
                where exists (select 1 from operation o where o.run_id = :run and o.target_no = t.no)
                   or exists (select 1 from adoption a where a.run_id = :run and a.target_no = t.no)""").param("run", run).query(String.class).list();
    }

    /** All of them one after the other, however many there are. */
    public void each(long run, OperationFilter filter, Consumer<OperationRow> use) {
        each(run, filter, TAKES_AWAY, use);
        each(run, filter, TAKES_NOTHING, use);
    }

    private void each(long run, OperationFilter filter, String part, Consumer<OperationRow> use) {
        long after = 0;
        List<OperationRow> rows;
        do {
            Conditions conditions = conditions(run, filter).with("o.id > :after", "after", after);
            rows = conditions
                    .fill(jdbc.sql(SELECT + conditions.where() + " and " + part + " order by o.id limit :size"))
                    .param("size", AT_ONCE)
                    .query(operations)
                    .list();
            rows.forEach(use);
            after = rows.isEmpty() ? after : rows.get(rows.size() - 1).id();
        } while (rows.size() == AT_ONCE);
    }

    /** Whether this run has created the account or the group that the operation is about. */
    public boolean restsOnCreation(Run run, Operation operation) {
        return jdbc.sql("""
                        select count(*) from (
                          select o.id from operation_about a
                          join operation o on o.id = a.operation_id and o.kind = 'create-user' and o.status = 'done'
                          where a.run_id = :run and a.target_no = :target and a.somebody = :person
                          union all
                          select o.id from operation o
                          where o.run_id = :run and o.target_no = :target and o.status = 'done' and o.wave = :wave
                            and o.kind = 'create-group' and lower(o.group_name) = lower(:group)) x""")
                        .param("run", run.id())
                        .param("target", operation.target())
                        .param("wave", Wave.GROUPS_CREATED.number())
                        .param("person", operation.personId(), Types.VARCHAR)
                        .param("group", operation.group(), Types.VARCHAR)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** How many operations of a run mend what was changed by hand, by target's name. */
    public Map<String, Long> drift(long run) {
        Map<String, Long> drift = new TreeMap<>();
        jdbc.sql("""
                select t.name, count(*) from operation o join target_name t on t.no = o.target_no
                where o.run_id = ? and o.drift = true group by t.name""").param(run).query(row -> {
            drift.put(row.getString(1), row.getLong(2));
        });
        return drift;
    }

    private static Conditions conditions(long run, OperationFilter filter) {
        return new Conditions()
                .with("o.run_id = :run", "run", run)
                .and(filter)
                .maybe("lower(o.user_name) = :user", "user", key(filter.user()))
                .maybe("lower(o.group_name) = :group", "group", key(filter.group()));
    }

    private static @Nullable String key(@Nullable String name) {
        return name == null ? null : Names.key(name);
    }

    /** Whether so many are still to do. */
    public boolean areAtLeast(int many, Run run, RunTarget target) {
        return jdbc.sql("""
                select count(*) from (select id from operation
                  where run_id = ? and target_no = ? and status = 'planned' limit ?) o""")
                        .params(run.id(), target.no(), many)
                        .query(Long.class)
                        .single()
                >= many;
    }
}
