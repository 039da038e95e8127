package dev.roster.settings.loading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.settings.Connection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The documentation says what the table of keys says. Run with {@code -Dtest.jvm-args=-Droster.documents=write} it is
 * written anew.
 */
class DocumentsTest {
    private static final Path EXAMPLE = Path.of("application.yaml");
    private static final Path DOCUMENT = Path.of("docs/settings.md");
    private static final Path SCHEMA = Path.of("docs/application.schema.json");
    private static final boolean WRITE = "write".equals(System.getProperty("roster.documents"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void theDocumentHasEveryKeyWithItsDefaultAndMeaning() throws IOException {
        assertSays(DOCUMENT, "<!-- keys -->\n", "<!-- end of keys -->", SettingsDocuments.table());
    }

    @Test
    void theExampleHasEveryKeyWithItsDefaultAndMeaning() throws IOException {
        assertSays(EXAMPLE, "# --- every key ---\n", "# --- end of keys ---", SettingsDocuments.example());
    }

    @Test
    void theSchemaIsThatOfTheTable() throws IOException {
        if (WRITE) {
            Files.writeString(SCHEMA, SettingsSchema.text());
        }
        assertThat(Files.readString(SCHEMA)).isEqualTo(SettingsSchema.text());
    }

    @Test
    void theExampleAsItStandsHasNoConnection() throws IOException {
        assertThat(Given.yaml(folder, Files.readString(EXAMPLE)).load().connections())
                .isEmpty();
    }

    @Test
    void theExampleWithoutItsCommentSignsIsRightAndSaysTheDefaults() {
        String example = SettingsDocuments.example()
                .lines()
                .map(line -> line.substring(2))
                .filter(line -> !line.contains("Some Entra Group"))
                .collect(Collectors.joining("\n"));
        Connection said = Given.yaml(folder, example)
                .variable("ACME_CLIENT_SECRET", "s")
                .variable("JIRA_TOKEN", "t")
                .connection();
        Connection preset = Given.yaml(folder, Given.LEAST).connection();
        assertThat(rules(said)).isEqualTo(rules(preset));
        assertThat(said.targets()).hasSize(1);
    }

    private static Object rules(Connection connection) {
        return java.util.List.of(
                connection.enabled(),
                connection.scope(),
                connection.schedule(),
                connection.users(),
                connection.groups(),
                connection.limits(),
                connection.entra().loginUrl(),
                connection.entra().graphUrl(),
                connection.entra().read(),
                connection.entra().pageSize(),
                connection.targets().get(0).maxInFlight());
    }

    private static void assertSays(Path file, String begin, String end, String said) throws IOException {
        String text = Files.readString(file);
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf(end);
        assertThat(to).as("marks in %s", file).isGreaterThanOrEqualTo(from);
        if (WRITE) {
            Files.writeString(file, text.substring(0, from) + said + text.substring(to));
        }
        assertThat(WRITE ? said : text.substring(from, to)).isEqualTo(said);
    }
}
