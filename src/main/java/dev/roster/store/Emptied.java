package dev.roster.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Groups that lost everybody; remembered, so that a run which breaks off cannot hide it from the next. */
@Component
class Emptied {

    private final JdbcClient jdbc;
    private final Batches batches;

    Emptied(JdbcClient jdbc, Batches batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Those of the groups that somebody is in. Who is deleted counts no more, though Entra keeps their memberships. */
    Set<String> peopled(Run run, Collection<String> groups) {
        if (groups.isEmpty()) {
            return new HashSet<>();
        }
        return new HashSet<>(jdbc.sql("select k.item from " + Keys.TABLE + " where exists (select 1 from membership m"
                        + " join person p on p.connection_no = m.connection_no and p.id = m.person_id"
                        + " where m.connection_no = :connection and m.group_id = k.item limit 1)")
                .param("keys", Keys.of(groups))
                .param("connection", run.connectionNo())
                .query(String.class)
                .list());
    }

    void note(Run run, Collection<String> groups) {
        forget(run, groups);
        batches.write("insert into emptied_group (connection_no, group_id, since_run) values (?, ?, ?)", groups, id ->
                new Object[] {run.connectionNo(), id, run.id()});
    }

    void forget(Run run, Collection<String> groups) {
        batches.write("delete from emptied_group where connection_no = ? and group_id = ?", groups, id ->
                new Object[] {run.connectionNo(), id});
    }

    /** Of these groups, those that have somebody again are remembered no longer. */
    void forgetPeopled(Run run, Collection<String> groups) {
        List<String> noted = jdbc.sql("select k.item from " + Keys.TABLE
                        + " join emptied_group e on e.connection_no = :connection and e.group_id = k.item")
                .param("keys", Keys.of(groups))
                .param("connection", run.connectionNo())
                .query(String.class)
                .list();
        forget(run, peopled(run, noted));
    }
}
