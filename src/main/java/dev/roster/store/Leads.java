package dev.roster.store;

import dev.roster.directory.Lead;
import dev.roster.directory.Wave;
import dev.roster.plan.HandOver;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who leads what in the products, and what a plan does about the leavers among them. */
@Repository
public class Leads {

    private final JdbcClient jdbc;
    private final Batches batches;
    private final Operations operations;

    Leads(JdbcClient jdbc, Batches batches, Operations operations) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.operations = operations;
    }

    /** Whether a run would deactivate or delete anybody in the target. */
    public boolean anyLeaver(Run run, RunTarget target) {
        return !jdbc.sql("""
                        select id from operation
                        where run_id = ? and target_no = ? and status = 'planned' and wave = ?
                          and kind in ('deactivate-user', 'delete-user')
                        limit 1""")
                .params(run.id(), target.no(), Wave.LEAVERS.number())
                .query(Long.class)
                .list()
                .isEmpty();
    }

    /** Before they are read anew. */
    public void forget(RunTarget target) {
        jdbc.sql("delete from seen_lead where target_no = ?").param(target.no()).update();
    }

    @Transactional
    public void keep(RunTarget target, List<Lead> leads) {
        batches.upsert(
                "update seen_lead set name = ?, account_id = ? where target_no = ? and kind = ? and id = ?",
                "insert into seen_lead (name, account_id, target_no, kind, id) values (?, ?, ?, ?, ?)",
                leads,
                lead -> row(target, lead),
                lead -> row(target, lead));
    }

    private static Object[] row(RunTarget target, Lead lead) {
        return new Object[] {
            lead.name(), lead.accountId(), target.no(), lead.kind().word(), lead.id()
        };
    }

    /** Which of these accounts a run deactivates or deletes, or would if nothing stood in the way. */
    public Set<String> leaving(Run run, RunTarget target, Collection<String> accountIds) {
        return accountIds.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql("""
                        select o.account_id
                        from (values ('planned'), ('skipped')) as s (status)
                        join operation o on o.run_id = :run and o.target_no = :target and o.status = s.status
                          and o.wave = :wave
                        where o.kind in ('deactivate-user', 'delete-user') and o.account_id in (:ids)""")
                        .param("run", run.id())
                        .param("target", target.no())
                        .param("wave", Wave.LEAVERS.number())
                        .param("ids", accountIds)
                        .query(String.class)
                        .list());
    }

    /** What comes before the leavers, and which of them have to wait. */
    @Transactional
    public void plan(Run run, RunTarget target, List<HandOver> handOvers) {
        operations.plan(
                run,
                handOvers.stream().flatMap(one -> one.operations().stream()).toList());
        batches.write(
                "update operation set status = 'skipped', reason = ?, error = ? where id = ?",
                handOvers.stream().filter(one -> one.heldBack() != null).toList(),
                one -> new Object[] {Objects.requireNonNull(one.heldBack()).word(), one.detail(), one.leaving()});
    }
}
