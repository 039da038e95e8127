package dev.roster.store;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How long requests took in the last runs, by service. */
@Repository
public class RequestTimes {

    private final JdbcClient jdbc;

    RequestTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Time(String service, double millis) {}

    /** Of one request, in milliseconds: of one that writes, where any was ever sent. */
    public Map<String, Double> all() {
        return jdbc
                .sql("select service, coalesce(writing, reading) from request_time where reading is not null"
                        + " or writing is not null")
                .query((rs, n) -> new Time(rs.getString(1), rs.getDouble(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Time::service, Time::millis));
    }

    /** Null leaves what was known. */
    @Transactional
    public void keep(String service, @Nullable Double reading, @Nullable Double writing) {
        int known = jdbc.sql("""
                        update request_time set reading = coalesce(cast(? as double precision), reading),
                          writing = coalesce(cast(? as double precision), writing)
                        where service = ?""").param(reading).param(writing).param(service).update();
        if (known == 0) {
            jdbc.sql("insert into request_time (service, reading, writing) values (?, ?, ?)")
                    .param(service)
                    .param(reading)
                    .param(writing)
                    .update();
        }
    }
}
