package dev.roster.store;

import dev.roster.directory.Names;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The operations of all runs that are about one person or one group, the newest first.
 *
 * <p>A search never goes through all operations: somebody is looked for in each run, a group by its name.
 */
@Repository
public class OperationSearch {

    /** HSQLDB goes through the tables in this order. */
    private static final String TARGETS_OF_RUNS = """
            from (select x.id, x.connection_no from run x
                  where exists (select 1 from operation e where e.run_id = x.id)) r
            join target_name n on n.connection_no = r.connection_no\s""";

    /** What is done to accounts that are nobody's is found by the account's name. */
    static final String ABOUT_PEOPLE = "select o.id " + TARGETS_OF_RUNS + """
            cross join unnest(cast(:people as varchar(64) array)) as p (item)
            join operation_about a on a.run_id = r.id and a.target_no = n.no and a.somebody = p.item
            join operation o on o.id = a.operation_id and o.person_id = p.item
            union all
            select o.id\s""" + TARGETS_OF_RUNS + """
            join operation_about a on a.run_id = r.id and a.target_no = n.no and a.somebody = :user
            join operation o on o.id = a.operation_id and o.person_id is null""";

    static final String ABOUT_GROUPS =
            "select a.operation_id from unnest(cast(:groups as varchar(1200) array)) as g (item)"
                    + " join operation_about a on a.group_name = g.item";

    private static final String ROWS =
            "select r.id as run, r.started_at, c.name as connection, " + OperationRows.COLUMNS;

    private final JdbcClient jdbc;
    private final PersonQuery people;
    private final OperationRows operations;

    OperationSearch(JdbcClient jdbc, PersonQuery people, OperationRows operations) {
        this.jdbc = jdbc;
        this.people = people;
        this.operations = operations;
    }

    /**
     * @param connection null for all of them
     * @param filter its user is somebody's Entra id, principal name, or a username in a target, also a former one
     * @throws IllegalArgumentException when it names neither a user nor a group
     */
    public Page<FoundOperation> page(@Nullable String connection, OperationFilter filter, PageRequest page) {
        Conditions conditions = new Conditions().and(filter).maybe("c.name = :connection", "connection", connection);
        String from = from(filter, conditions);
        long total = conditions
                .fill(jdbc.sql("select count(*)" + from))
                .query(Long.class)
                .single();
        List<FoundOperation> rows = conditions
                .fill(jdbc.sql(ROWS + from + " order by o.id desc limit :size offset :offset"))
                .param("size", page.size())
                .param("offset", page.offset())
                .query((rs, n) -> new FoundOperation(
                        rs.getLong("run"),
                        rs.getObject("started_at", OffsetDateTime.class),
                        rs.getString("connection"),
                        Objects.requireNonNull(operations.mapRow(rs, n))))
                .list();
        return new Page<>(page.page(), page.size(), total, rows);
    }

    private String from(OperationFilter filter, Conditions conditions) {
        String user = filter.user();
        String group = filter.group();
        if (user == null && group == null) {
            throw new IllegalArgumentException("say about whom or what: user or group");
        }
        if (user != null) {
            conditions.value("people", Keys.of(ids(user))).value("user", Names.key(user));
            conditions.maybe("lower(o.group_name) = :group", "group", group == null ? null : Names.key(group));
        } else {
            conditions.value("groups", Keys.of(spellings(group)));
        }
        return " from (" + (user == null ? ABOUT_GROUPS : ABOUT_PEOPLE) + """
                ) f (id)
                join operation o on o.id = f.id
                join target_name t on t.no = o.target_no
                join run r on r.id = o.run_id
                join connection_name c on c.no = r.connection_no""" + conditions.where();
    }

    private List<String> ids(String user) {
        return jdbc.sql("select no from connection_name").query(Integer.class).list().stream()
                .flatMap(connection -> people.find(connection, user).stream())
                .map(PersonQuery.Known::id)
                .distinct()
                .toList();
    }

    /** As given, in lower case, and as it is spelled now: products tell no two groups apart by case. */
    private List<String> spellings(@Nullable String group) {
        String key = Names.key(Objects.requireNonNull(group));
        return jdbc.sql("""
                select cast(:given as varchar(1200)) as name from connection_name
                union
                select cast(:key as varchar(1200)) from connection_name
                union
                select w.name from target_name t join wanted_group w on w.target_no = t.no and w.group_key = :key
                union
                select s.name from target_name t join seen_group s on s.target_no = t.no and s.name_key = :key""")
                .param("given", group)
                .param("key", key)
                .query(String.class)
                .list();
    }
}
