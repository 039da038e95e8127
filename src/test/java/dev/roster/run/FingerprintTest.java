package dev.roster.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.settings.Connection;
import dev.roster.settings.loading.SettingsLoader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class FingerprintTest {

    private static final Map<String, String> ROUTES = Map.of("a.camel.yaml", "- route:", "b.camel.yaml", "- beans:");

    private static final Map<String, String> SETTINGS = Map.of(
            "entra.tenant-id", "t",
            "entra.client-id", "c",
            "entra.client-secret", "s",
            "targets.jira.product", "jira",
            "targets.jira.url", "https://jira.example.com",
            "targets.jira.token", "t",
            "groups.manual.Staff[0]", "staff",
            "groups.manual.Sales[0]", "sales");

    private static Connection connection(Map<String, String> settings) {
        Map<String, Object> keys = new HashMap<>();
        settings.forEach((key, value) -> keys.put("roster.connections.acme." + key, value));
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", keys));
        return new SettingsLoader().load(environment).connections().get(0);
    }

    private static String with(String key, String value) {
        Map<String, String> settings = new LinkedHashMap<>(SETTINGS);
        settings.put(key, value);
        return Fingerprint.of(connection(settings), ROUTES, "1");
    }

    private static String usual() {
        return Fingerprint.of(connection(SETTINGS), ROUTES, "1");
    }

    @ParameterizedTest
    @CsvSource({
        "entra.tenant-id, other",
        "entra.read, list",
        "scope.guests, true",
        "scope.include-users[0], ann",
        "users.username-case, keep",
        "users.adopt[0], root",
        "groups.manual.Sales[0], sellers",
        "targets.jira.url, https://other.example.com",
        "targets.jira.groups.delete, true",
        "targets.jira.default-project-lead, lead",
        "targets.jira.user-management.application, other",
        "targets.wiki.product, jira"
    })
    void whatAPlanFollowsFromChangesIt(String key, String value) {
        Map<String, String> settings = new LinkedHashMap<>(SETTINGS);
        settings.put("targets.wiki.url", "https://wiki.example.com");
        settings.put("targets.wiki.token", "t");
        settings.put("targets.wiki.product", "confluence");
        settings.put("targets.jira.user-management.application", "roster");
        settings.put("targets.jira.user-management.password", "p");
        String before = Fingerprint.of(connection(settings), ROUTES, "1");
        settings.put(key, value);
        assertThat(Fingerprint.of(connection(settings), ROUTES, "1")).isNotEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "entra.client-secret, another",
        "entra.page-size, 100",
        "targets.jira.token, another",
        "targets.jira.max-in-flight, 9",
        "limits.leavers, 50%",
        "schedule.cron, 0 0 3 * * ?"
    })
    void secretsAndWhatOnlySaysWhenAndHowFastDoNot(String key, String value) {
        assertThat(with(key, value)).isEqualTo(usual());
    }

    @Test
    void routesAndVersionCount() {
        Connection connection = connection(SETTINGS);
        assertThat(List.of(
                        Fingerprint.of(connection, Map.of("a.camel.yaml", "- route:"), "1"),
                        Fingerprint.of(connection, Map.of("a.camel.yaml", "- beans:", "b.camel.yaml", "- route:"), "1"),
                        Fingerprint.of(connection, ROUTES, "2"),
                        usual()))
                .doesNotHaveDuplicates()
                .allSatisfy(fingerprint -> assertThat(fingerprint).matches("[0-9a-f]{64}"));
    }

    @Test
    void theOrderOfMapsAndSetsDoesNot() {
        Map<String, String> reversed = new LinkedHashMap<>();
        reversed.put("groups.manual.Sales[0]", "sales");
        reversed.put("groups.manual.Staff[0]", "staff");
        SETTINGS.forEach(reversed::putIfAbsent);
        Map<String, String> routes = new LinkedHashMap<>();
        routes.put("b.camel.yaml", "- beans:");
        routes.put("a.camel.yaml", "- route:");
        assertThat(Fingerprint.of(connection(reversed), routes, "1")).isEqualTo(usual());
    }

    @Test
    void whatIsReadOfGroupsDoesNotDependOnWhatTheRulesChoose() {
        Map<String, String> settings = new LinkedHashMap<>(SETTINGS);
        settings.put("groups.include[0]", "team-.*");
        String before = Fingerprint.ofReading(connection(SETTINGS), ROUTES, "1", false);
        assertThat(Fingerprint.ofReading(connection(settings), ROUTES, "1", false))
                .isEqualTo(before);
        assertThat(Fingerprint.ofReading(connection(SETTINGS), ROUTES, "1", true))
                .isNotEqualTo(before);
        assertThat(Fingerprint.ofReading(connection(SETTINGS), Map.of(), "1", false))
                .isNotEqualTo(before);
    }
}
