package dev.roster.store;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What Entra holds of one person, read by itself; for a {@link Rehearsal}. */
@Repository
public class SourcePerson {

    private final JdbcClient jdbc;
    private final Batches batches;

    SourcePerson(JdbcClient jdbc, Batches batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The groups that one person is in directly, in place of those that were known; groups never read are left out. */
    @Transactional
    public void keepGroups(Run run, String person, Collection<String> groups) {
        jdbc.sql("delete from membership where connection_no = ? and person_id = ?")
                .params(run.connectionNo(), person)
                .update();
        batches.write("""
                insert into membership (connection_no, group_id, person_id)
                select connection_no, id, cast(? as varchar(64)) from entra_group where connection_no = ? and id = ?""", groups, group -> new Object[] {person, run.connectionNo(), group});
    }

    /** Whether one person is among those that a filter finds. */
    @Transactional
    public void keepMatch(Run run, String filterKey, String person, boolean matches) {
        jdbc.sql("delete from filtered_person where connection_no = ? and filter_key = ? and person_id = ?")
                .params(run.connectionNo(), filterKey, person)
                .update();
        if (matches) {
            jdbc.sql("insert into filtered_person (read_no, connection_no, filter_key, person_id) values (?, ?, ?, ?)")
                    .params(run.id(), run.connectionNo(), filterKey, person)
                    .update();
        }
    }

    /** Somebody who is not in Entra any more: read before the run, as it were, so that its end forgets them. */
    public void forget(Run run, String person) {
        jdbc.sql("update person set read_no = ? where connection_no = ? and id = ?")
                .params(run.id() - 1, run.connectionNo(), person)
                .update();
    }
}
