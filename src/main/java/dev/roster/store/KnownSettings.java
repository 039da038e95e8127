package dev.roster.store;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The settings as they were when the service last started. */
@Repository
public class KnownSettings {

    private final JdbcClient jdbc;
    private final Batches batches;

    KnownSettings(JdbcClient jdbc, Batches batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * One of them.
     *
     * @param content its text; of a secret a hash
     */
    public record Known(String setting, String content, boolean secret) {}

    /** By key. */
    public Map<String, Known> all() {
        return jdbc
                .sql("select setting, content, secret from known_setting")
                .query((rs, n) -> new Known(rs.getString(1), rs.getString(2), rs.getBoolean(3)))
                .list()
                .stream()
                .collect(Collectors.toMap(Known::setting, known -> known));
    }

    /** These take the place of what is known under their keys. */
    public void keep(Collection<Known> settings) {
        forget(settings.stream().map(Known::setting).toList());
        batches.write("insert into known_setting (setting, content, secret) values (?, ?, ?)", settings, known ->
                new Object[] {known.setting(), known.content(), known.secret()});
    }

    public void forget(Collection<String> settings) {
        batches.write("delete from known_setting where setting = ?", settings, setting -> new Object[] {setting});
    }
}
