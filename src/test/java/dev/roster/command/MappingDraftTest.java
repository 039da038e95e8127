package dev.roster.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MappingDraftTest {

    private static final JsonNode GROUPS = JsonMapper.shared().readTree("""
            [{"id": "1", "name": "Devs", "kind": "security", "members": 1,
              "mappedTo": {"bitbucket": ["Devs"], "confluence": ["devs"], "jira": ["Devs", "all \\"of\\" them"]}},
             {"id": "2", "name": "Two\\nlines: x", "kind": "microsoft-365", "members": null, "mappedTo": {}}]""");

    private static Object manual(List<String> targets) {
        Map<?, ?> file = new Yaml().load(String.join("\n", MappingDraft.of("North: South", GROUPS, targets)));
        Map<?, ?> connections = (Map<?, ?>) ((Map<?, ?>) file.get("roster")).get("connections");
        Map<?, ?> groups = (Map<?, ?>) ((Map<?, ?>) connections.get("North: South")).get("groups");
        assertThat(groups.get("mapping")).isEqualTo("manual");
        return groups.get("manual");
    }

    @Test
    void whatAGroupFillsAlreadyIsWrittenDown() {
        assertThat(manual(List.of())).isEqualTo(Map.of("1", List.of("Devs", "all \"of\" them"), "2", List.of()));
        assertThat(manual(List.of("confluence"))).isEqualTo(Map.of("1", List.of("devs"), "2", List.of()));
    }

    @Test
    void aCommentTellsWhichGroupALineIsAbout() {
        assertThat(MappingDraft.of("a", GROUPS, List.of()))
                .anyMatch(line -> line.endsWith("# Devs (security, 1 member)"))
                .anyMatch(line -> line.contains("lines: x (microsoft-365)"));
    }
}
