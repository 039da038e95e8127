package dev.roster.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.settings.Target;
import dev.roster.settings.loading.SettingsLoader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class EstimateTest {

    private static List<Target> targets(int inFlight, int perSecond) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "roster.connections.acme.entra.tenant-id", "t",
                "roster.connections.acme.entra.client-id", "c",
                "roster.connections.acme.entra.client-secret", "s"));
        for (String name : List.of("jira", "wiki")) {
            String key = "roster.connections.acme.targets." + name + ".";
            settings.put(key + "product", name.equals("jira") ? "jira" : "confluence");
            settings.put(key + "url", "https://" + name + ".example.com");
            settings.put(key + "token", "t");
        }
        settings.put("roster.connections.acme.targets.jira.max-in-flight", inFlight);
        settings.put("roster.connections.acme.targets.jira.max-requests-per-second", perSecond);
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        return new SettingsLoader().load(environment).connections().get(0).targets();
    }

    @ParameterizedTest
    @CsvSource({
        // Jira's plan, requests at once, a second; milliseconds each; the other target's plan, milliseconds each
        "1000, 4,  0, 200,    0, 100, 50",
        "1000, 4,  10, 200,   0, 100, 100",
        "1000, 4,  100, 200,  0, 100, 50",
        "1,    4,  0, 200,    0, 100, 1",
        "1000, 4,  0, 200, 4000, 100, 100",
        "0,    4,  0, 200, 4000, 100, 100",
        "0,    4,  0, 200,    0, 100, ",
        "1000, 4,  0, ,       0, 100, ",
        "1000, 4,  0, 200,    1, , "
    })
    void requestsTimesTheirTimeAtTheTargetsPace(
            long jira, int inFlight, int perSecond, Double jiraMillis, long wiki, Double wikiMillis, Long seconds) {
        Map<String, Double> millis = new HashMap<>();
        if (jiraMillis != null) {
            millis.put("acme.jira", jiraMillis);
        }
        if (wikiMillis != null) {
            millis.put("acme.wiki", wikiMillis);
        }
        Map<String, Map<String, OperationCounts>> counts = Map.of(
                "jira", Map.of("create-user", new OperationCounts(jira, 0, 0, 0)),
                "wiki", Map.of("add-member", new OperationCounts(wiki, 7, 7, 7)));

        assertThat(Estimate.seconds(counts, targets(inFlight, perSecond), millis)
                        .orElse(null))
                .isEqualTo(seconds);
    }
}
