package dev.roster.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Operations that a search for whom or what they are about would not find. */
public final class Unnoted {

    private Unnoted() {}

    public static List<String> operations(JdbcClient jdbc) {
        return jdbc.sql("""
                select o.run_id || ' ' || o.kind || ' ' || coalesce(o.user_name, '-') || ' ' || o.reason from operation o
                left join operation_about a on a.operation_id = o.id and a.run_id = o.run_id
                  and a.target_no = o.target_no
                  and coalesce(a.somebody, '-') = coalesce(o.person_id, lower(o.user_name), '-')
                  and coalesce(a.group_name, '-') = coalesce(o.group_name, '-')
                where a.operation_id is null""").query(String.class).list();
    }
}
