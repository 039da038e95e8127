package dev.roster.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.store.AuditEntry.Action;
import dev.roster.store.AuditTrail.Recorded;
import dev.roster.store.KnownSettings.Known;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class AuditTrailTest {

    private final Tables tables;

    AuditTrailTest(Database database) {
        tables = new Tables(database.withTables());
    }

    @Test
    void whoDecidedWhatIsKeptInOrder() {
        Run run = tables.run();
        RunRow row = tables.rows.find(run.id()).orElseThrow();
        tables.audit.add(new Actor("ann", "api"), AuditEntry.about(Action.APPROVE, row));
        tables.pass(Duration.ofHours(1));
        tables.audit.add(
                new Actor(null, "route"), AuditEntry.changed("roster.retention", null, "30", "x".repeat(5000)));

        List<Recorded> all = tables.audit.latest(null, 10);

        assertThat(all).extracting(Recorded::action).containsExactly("change-setting", "approve");
        assertThat(all.get(0).by()).isNull();
        assertThat(all.get(0).after()).hasSize(4000);
        assertThat(all.get(1).by()).isEqualTo("ann");
        assertThat(all.get(1).via()).isEqualTo("api");
        assertThat(all.get(1).run()).isEqualTo(run.id());
        assertThat(Duration.between(all.get(1).at(), all.get(0).at())).isEqualTo(Duration.ofHours(1));
        assertThat(tables.audit.latest("acme", 10)).extracting(Recorded::action).containsExactly("approve");
        assertThat(tables.audit.latest(null, 1)).hasSize(1);
        assertThat(tables.audit.latest("nobody", 10)).isEmpty();
    }

    @Test
    void settingsAreKnownByTheirLastText() {
        tables.known.keep(List.of(new Known("a", "1", false), new Known("b", "2", true)));
        tables.known.keep(List.of(new Known("a", "3", false)));
        tables.known.forget(List.of("b"));
        assertThat(tables.known.all().values()).containsExactly(new Known("a", "3", false));
    }

    /** Whoever adds such a statement takes away what the record is for. */
    @Test
    void nothingChangesOrRemovesWhatIsOnRecord() throws IOException {
        Pattern statement = Pattern.compile("(update|delete\\s+from|truncate(\\s+table)?|merge\\s+into)\\s+audit\\b");
        assertThat(statement.matcher("delete from audit where").find()).isTrue();
        for (Path folder : List.of(Path.of("src/main"), Path.of("routes"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                assertThat(files.filter(file -> file.toString().matches(".*\\.(java|sql|yaml)")))
                        .isNotEmpty()
                        .allSatisfy(file -> assertThat(statement
                                        .matcher(Files.readString(file).toLowerCase(Locale.ROOT))
                                        .find())
                                .as(file.toString())
                                .isFalse());
            }
        }
    }
}
