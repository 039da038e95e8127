package dev.roster.store;

import dev.roster.directory.Reason;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a plan says about one person; asked in a {@link Rehearsal}, where it was made of few rows. */
@Repository
public class RehearsedPlan {

    private final JdbcClient jdbc;
    private final JsonColumn json;

    RehearsedPlan(JdbcClient jdbc, JsonColumn json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param adopts whether Roster takes the account over with this plan */
    public record Decided(Reason reason, @Nullable String detail, boolean adopts) {}

    /** A group of the product that an Entra group of the person fills, and what was decided about it. */
    public record Filled(
            String name,
            String source,
            boolean fills,
            Reason reason,
            @Nullable String detail) {}

    /** Empty when the target neither wants nor holds anything of theirs. */
    public Optional<Decided> decision(Run run, RunTarget target, String person) {
        return jdbc.sql("""
                select d.reason, d.detail, case when a.person_id is null then false else true end
                from decision d
                left join adoption a on a.run_id = d.run_id and a.target_no = d.target_no and a.kind = 'user'
                  and a.person_id = d.subject
                where d.run_id = ? and d.target_no = ? and d.about = 'user' and d.subject = ?""")
                .params(run.id(), target.no(), person)
                .query((rs, n) -> new Decided(Reason.of(rs.getString(1)), rs.getString(2), rs.getBoolean(3)))
                .optional();
    }

    /** In the order in which a run would carry them out. */
    public List<OperationRow> operations(Run run, RunTarget target, String person) {
        return jdbc.sql("""
                select o.id, o.kind, o.user_name, o.group_name, o.was, o.becomes, o.reason, o.status
                from operation o where o.run_id = ? and o.target_no = ? and o.person_id = ?
                order by o.wave, o.id""")
                .params(run.id(), target.no(), person)
                .query((rs, n) -> new OperationRow(
                        rs.getLong(1),
                        target.settings().name(),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getString(4),
                        json.read(rs.getString(5)),
                        json.read(rs.getString(6)),
                        rs.getString(7),
                        rs.getString(8),
                        0,
                        null,
                        false))
                .list();
    }

    /** The groups of the scope that the person is in, or in one below. */
    public List<String> scopeGroups(Run run, RunTarget target, String person) {
        return jdbc.sql("""
                select distinct e.name from membership m
                join group_closure c on c.connection_no = m.connection_no and c.subgroup_id = m.group_id
                join scope_group s on s.target_no = ? and s.group_id = c.group_id
                join entra_group e on e.connection_no = m.connection_no and e.id = s.group_id
                where m.connection_no = ? and m.person_id = ? and (? = true or c.group_id = c.subgroup_id)
                order by e.name""")
                .params(
                        target.no(),
                        run.connectionNo(),
                        person,
                        target.settings().scope().nested())
                .query(String.class)
                .list();
    }

    /** The groups of the product that the person's groups in Entra fill. */
    public List<Filled> groups(Run run, RunTarget target, String person) {
        return jdbc.sql("""
                select distinct g.name, e.name, g.fills, d.reason, d.detail from membership m
                join group_closure c on c.connection_no = m.connection_no and c.subgroup_id = m.group_id
                join group_source s on s.target_no = ? and s.group_id = c.group_id
                join wanted_group g on g.target_no = s.target_no and g.group_key = s.group_key
                join decision d on d.target_no = g.target_no and d.about = 'group' and d.subject = g.group_key
                join entra_group e on e.connection_no = m.connection_no and e.id = s.group_id
                where m.connection_no = ? and m.person_id = ? and (? = true or c.group_id = c.subgroup_id)
                order by g.name, e.name""")
                .params(
                        target.no(),
                        run.connectionNo(),
                        person,
                        target.settings().groups().nested())
                .query((rs, n) -> new Filled(
                        rs.getString(1),
                        rs.getString(2),
                        rs.getBoolean(3),
                        Reason.of(rs.getString(4)),
                        rs.getString(5)))
                .list();
    }
}
