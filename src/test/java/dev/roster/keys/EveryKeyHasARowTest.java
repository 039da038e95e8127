package dev.roster.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A key that comes into the settings has to come into these tests as well. */
class EveryKeyHasARowTest {

    private static final Path TESTS = Path.of("src/test/java/dev/roster");
    private static final String CONNECTION = "connections.*.";
    private static final String TARGET = CONNECTION + "targets.*.";

    /** Keys that are no rules: the test that shows what each does. */
    private static final Map<String, String> APART = new LinkedHashMap<>();

    static {
        apart(
                "keys/ConnectionKeysTest",
                CONNECTION,
                "limits.four-eyes enabled entra.tenant-id entra.client-id entra.client-secret entra.read entra.login-url"
                        + " entra.graph-url entra.page-size entra.certificate entra.private-key entra.federated-token-file schedule.cron schedule.time-zone");
        apart("keys/ScheduleKeysTest", CONNECTION, "schedule.reconcile-cron");
        apart(
                "keys/ConnectionKeysTest",
                TARGET,
                "limits.four-eyes product url token username password max-in-flight max-requests-per-second");
        apart("sync/TransportTest", TARGET, "proxy proxy-username proxy-password ssl-bundle allow-http");
        apart(
                "sync/TransportTest",
                CONNECTION,
                "entra.proxy entra.proxy-username entra.proxy-password entra.ssl-bundle entra.allow-http");
        apart("sync/LeadsTest", TARGET, "default-project-lead default-component-lead");
        apart("sync/UserManagementTest", TARGET, "user-management.application user-management.password");
        apart("routes/StartWithBrokenRoutesTest", "", "routes-dir");
        apart("routes/RouteLintTest", "", "routes-allow");
        apart("sync/RetentionTest", "", "retention");
        apart("settings/loading/FaultsTest", "", "allow-http");
        apart("api/ConnectionNamesTest", "", "access.*.password-hash access.*.roles");
        apart("sync/NotifyTest", "", "notify.webhook");
        apart("sync/MailTest", "", "notify.mail");
    }

    private static void apart(String test, String prefix, String keys) {
        for (String key : keys.split(" ", -1)) {
            APART.put(prefix + key, test);
        }
    }

    @Test
    void everyKeyOfTheSchemaIsTested() throws IOException {
        List<String> rules = Rules.all()
                .map(rule -> rule.key().replace("manual.team-in", "manual.*"))
                .toList();
        List<String> untested = keys().stream()
                .filter(key -> !APART.containsKey(key))
                .filter(key ->
                        rules.stream().noneMatch(rule -> key.equals(CONNECTION + rule) || key.equals(TARGET + rule)))
                .toList();
        assertThat(untested).isEmpty();
        assertThat(rules).as("one row for each").doesNotHaveDuplicates();
    }

    @Test
    void aTestThatIsNamedHereSpeaksOfItsKey() {
        assertThat(APART)
                .allSatisfy((key, test) -> assertThat(TESTS.resolve(test + ".java"))
                        .content()
                        .contains(key.substring(key.lastIndexOf('.') + 1)));
    }

    /** The paths of all keys below {@code roster}; a name that the administrator chooses is a star. */
    private static List<String> keys() throws IOException {
        JsonNode schema = JsonMapper.shared().readTree(Files.readString(Path.of("docs/application.schema.json")));
        List<String> keys = new ArrayList<>();
        collect("", schema.path("properties").path("roster"), keys);
        assertThat(keys).hasSizeGreaterThan(100);
        return keys;
    }

    private static void collect(String path, JsonNode place, List<String> keys) {
        Stream<Map.Entry<String, JsonNode>> fields = place.path("properties").properties().stream();
        JsonNode named = place.path("additionalProperties");
        if (!place.has("properties") && !named.isObject()) {
            keys.add(path);
        } else if (named.isObject()) {
            collect(join(path, "*"), named, keys);
        }
        fields.forEach(field -> collect(join(path, field.getKey()), field.getValue(), keys));
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
