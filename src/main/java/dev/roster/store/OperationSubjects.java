package dev.roster.store;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What operations are about: an Entra id, or the name of an account that is nobody's, in lower case; and a group.
 *
 * <p>It is a table, and not indexes of the operations, as HSQLDB takes a row out of all indexes and puts it in anew for
 * each change. Operations change when they are done, in the order of groups; an index by people would be touched at
 * another place each time.
 */
@Repository
public class OperationSubjects {

    private final JdbcClient jdbc;

    OperationSubjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The number of the newest operation of all; 0 before the first. Those that are planned later have higher ones. */
    public long newest() {
        return jdbc.sql("select id from operation order by id desc limit 1")
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /**
     * Notes what the operations are about that a run has planned for a target after this one, see {@link #newest()}.
     *
     * <p>To add nothing to a number keeps the databases from going by an index of all operations of the run.
     */
    public void note(long run, int target, long after) {
        jdbc.sql("""
                insert into operation_about (operation_id, run_id, target_no, somebody, group_name)
                select id, run_id, target_no, coalesce(person_id, lower(user_name)), group_name from operation
                where id > ? and run_id + 0 = ? and target_no + 0 = ?""").params(after, run, target).update();
    }

    /** The numbers of a run's operations about these people; some of them may have been taken back. */
    List<Long> operations(Run run, RunTarget target, Collection<String> people) {
        return jdbc.sql("select a.operation_id from " + Keys.TABLE + """
                 join operation_about a on a.run_id = :run and a.target_no = :target and a.somebody = k.item""")
                .param("keys", Keys.of(people))
                .param("run", run.id())
                .param("target", target.no())
                .query(Long.class)
                .list();
    }
}
