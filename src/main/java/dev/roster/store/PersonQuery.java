package dev.roster.store;

import dev.roster.directory.Names;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds people by what administrators call them, and what was done about them. */
@Repository
public class PersonQuery {

    /** How many runs back the operations about somebody are looked for. */
    private static final int RUNS = 50;

    private final JdbcClient jdbc;

    PersonQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody whom Roster remembers.
     *
     * @param principalName null for somebody who is not in Entra any more
     * @param enabled as last read; null for somebody who is not in Entra any more
     */
    public record Known(
            String id,
            @Nullable String principalName,
            @Nullable Boolean enabled) {}

    /** By Entra id, principal name, or a username in a target, also a former one; several when two share a name. */
    public List<Known> find(int connection, String key) {
        return jdbc.sql("""
                select distinct x.id, p.principal_name, p.enabled from (
                  select id from person where connection_no = :connection and (id = :key or lower(principal_name) = :lower)
                  union
                  select w.person_id from target_name n join wanted_account w on w.target_no = n.no
                  where n.connection_no = :connection and (w.username_key = :lower or w.person_id = :key)
                  union
                  select o.person_id from target_name n join owned_account o on o.target_no = n.no
                  where n.connection_no = :connection and (o.name_key = :lower or o.person_id = :key)
                  union
                  select d.subject from target_name n join decision d on d.target_no = n.no and d.about = 'user'
                  where n.connection_no = :connection and (d.subject = :key or lower(d.name) = :lower)
                ) x (id)
                left join person p on p.connection_no = :connection and p.id = x.id
                order by x.id limit 20""")
                .param("connection", connection)
                .param("key", key)
                .param("lower", Names.key(key))
                .query((rs, n) -> new Known(rs.getString(1), rs.getString(2), (Boolean) rs.getObject(3)))
                .list();
    }

    /** The principal names, or else the ids, of everybody else whose username comes out the same in a target. */
    public List<String> namesakes(RunTarget target, String person, String username) {
        return jdbc.sql("""
                select coalesce(p.principal_name, w.person_id) from wanted_account w
                join target_name n on n.no = w.target_no
                left join person p on p.connection_no = n.connection_no and p.id = w.person_id
                where w.target_no = ? and w.username_key = ? and w.person_id <> ?
                order by w.person_id""")
                .params(target.no(), Names.key(username), person)
                .query(String.class)
                .list();
    }

    /** What was last decided about somebody in a target. */
    public Optional<StandingDecision> decision(RunTarget target, String person) {
        return jdbc.sql("""
                select d.reason, d.detail, d.run_id, r.started_at from decision d left join run r on r.id = d.run_id
                where d.target_no = ? and d.about = 'user' and d.subject = ?""")
                .params(target.no(), person)
                .query(StandingDecision.ROW)
                .optional();
    }

    /** The latest operations about somebody, the latest first, of the last runs; not what was only planned. */
    public List<OperationOfRun> operations(int connection, String person) {
        return jdbc.sql("""
                select o.run_id, r.started_at, n.name, o.kind, o.user_name, o.group_name, o.reason, o.status, o.error
                from (select id, started_at from run where connection_no = :connection
                      order by connection_no desc, id desc limit :runs) r
                join target_name n on n.connection_no = :connection
                join operation_about a on a.run_id = r.id and a.target_no = n.no and a.somebody = :person
                join operation o on o.id = a.operation_id and o.person_id = :person and o.status <> 'planned'
                order by o.run_id desc, o.id desc
                limit 500""")
                .param("connection", connection)
                .param("runs", RUNS)
                .param("person", person)
                .query(OperationOfRun.ROW)
                .list();
    }

    /** Whether anything in a target is recorded as managed. */
    public boolean managesAny(RunTarget target) {
        return jdbc.sql("select count(*) from (select 1 from owned_account where target_no = ? limit 1) x")
                        .param(target.no())
                        .query(Long.class)
                        .single()
                > 0;
    }
}
