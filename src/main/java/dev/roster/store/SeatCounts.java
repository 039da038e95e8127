package dev.roster.store;

import dev.roster.directory.Names;
import dev.roster.directory.Seats;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The licence seats that products have left, and how many a plan takes. */
@Repository
public class SeatCounts {

    private static final String USES = """
            exists (select 1 from seat_group h
                    join seen_member m on m.target_no = h.target_no and m.group_key = h.group_key
                      and m.account_key = lower(o.user_name)
                    join seen_account a on a.target_no = m.target_no and a.name_key = m.account_key
                    where h.target_no = o.target_no and h.application = :application and a.active = %s)""";

    private static final String TAKEN = """
            select count(*) from (
              select lower(o.user_name) as name_key from operation o
              join seat_group g
                on g.target_no = o.target_no and g.application = :application and g.group_key = lower(o.group_name)
              where o.run_id = :run and o.target_no = :target and o.status = 'planned' and o.kind = 'add-member'
                and not %s
              union
              select lower(o.user_name) from operation o
              where o.run_id = :run and o.target_no = :target and o.status = 'planned' and o.kind = 'activate-user'
                and %s) x""".formatted(USES.formatted("true"), USES.formatted("false"));

    private static final String FREED = """
            select count(distinct lower(o.user_name)) from operation o
            where o.run_id = :run and o.target_no = :target and o.status = 'planned'
              and o.kind in ('deactivate-user', 'delete-user')
              and %s""".formatted(USES.formatted("true"));

    private final JdbcClient jdbc;
    private final Batches batches;

    SeatCounts(JdbcClient jdbc, Batches batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * What a plan does to the seats of one application.
     *
     * @param left how many are free before it
     * @param freed by leavers, who go first
     */
    public record Use(String application, long left, long freed, long taken) {

        public boolean fits() {
            return taken <= left + freed;
        }
    }

    /** @param seats null for a product that tells of none */
    @Transactional
    public void keep(RunTarget target, @Nullable List<Seats> seats) {
        for (String table : List.of("seat_count", "seat_group")) {
            jdbc.sql("delete from " + table + " where target_no = ?")
                    .param(target.no())
                    .update();
        }
        for (Seats each : seats == null ? List.<Seats>of() : seats) {
            jdbc.sql("insert into seat_count (target_no, application, seats_left) values (?, ?, ?)")
                    .params(target.no(), each.application(), each.left())
                    .update();
            batches.write(
                    "insert into seat_group (target_no, application, group_key) values (?, ?, ?)",
                    each.groups().stream().map(Names::key).distinct().toList(),
                    group -> new Object[] {target.no(), each.application(), group});
        }
    }

    /** Of each application that limits them. */
    public List<Use> uses(Run run, RunTarget target) {
        return jdbc
                .sql("select application, seats_left from seat_count where target_no = ? order by application")
                .param(target.no())
                .query((rs, n) -> new Use(rs.getString(1), rs.getLong(2), 0, 0))
                .list()
                .stream()
                .map(use -> new Use(
                        use.application(),
                        use.left(),
                        count(FREED, run, target, use.application()),
                        count(TAKEN, run, target, use.application())))
                .toList();
    }

    private long count(String sql, Run run, RunTarget target, String application) {
        return jdbc.sql(sql)
                .param("run", run.id())
                .param("target", target.no())
                .param("application", application)
                .query(Long.class)
                .single();
    }
}
