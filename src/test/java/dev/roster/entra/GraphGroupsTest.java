package dev.roster.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.directory.EntraGroup;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphGroupsTest {

    private static Map<String, Object> group(boolean security, List<String> types, @Nullable Object visibility) {
        Map<String, Object> group = new HashMap<>(Map.of("id", "2e58", "displayName", "jira-users"));
        group.put("securityEnabled", security);
        group.put("groupTypes", types);
        group.put("visibility", visibility);
        return group;
    }

    private static EntraGroup only(Map<String, Object> group) {
        return GraphGroups.groups(List.of(group)).get(0);
    }

    @Test
    void tellsTheKindsApart() {
        assertThat(only(group(true, List.of(), null)))
                .isEqualTo(new EntraGroup("2e58", "jira-users", "security", false));
        assertThat(only(group(true, List.of("DynamicMembership"), null)).kind()).isEqualTo("security");
        assertThat(only(group(false, List.of("Unified"), "Public")).kind()).isEqualTo("microsoft-365");
        assertThat(only(group(true, List.of("DynamicMembership", "Unified"), "Private"))
                        .kind())
                .isEqualTo("microsoft-365");
        assertThat(only(group(false, List.of(), null)).kind()).isEqualTo("distribution");
    }

    @Test
    void hiddenMembershipIsNoticed() {
        assertThat(only(group(false, List.of("Unified"), "HiddenMembership")).membersHidden())
                .isTrue();
        assertThat(only(group(false, List.of("Unified"), "Private")).membersHidden())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"roles":["GroupMember.Read.All","Member.Read.Hidden"]} | false
            {"roles":["GroupMember.Read.All"]}                      | true
            {}                                                      | true
            not json                                                | true
            """)
    void hiddenMembersAreSeenByWhomThePermissionWasGranted(String claims, boolean hidden) {
        String payload = Base64.getUrlEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        List<Map<String, Object>> groups = List.of(group(false, List.of("Unified"), "HiddenMembership"));
        assertThat(GraphGroups.groups(groups, "head." + payload + ".sign"))
                .extracting(EntraGroup::membersHidden)
                .containsExactly(hidden);
        assertThat(GraphGroups.groups(groups, "opaque").get(0).membersHidden()).isTrue();
    }

    @Test
    void aGroupWithoutIdNameOrKindSpoilsTheAnswer() {
        for (String field : List.of("id", "displayName", "securityEnabled")) {
            Map<String, Object> group = group(true, List.of(), null);
            group.put(field, null);
            assertThatThrownBy(() -> only(group)).isInstanceOf(MalformedAnswer.class);
        }
    }

    @Test
    void theRemovedAreNoGroups() {
        assertThat(GraphGroups.groups(List.of(Map.of("id", "1", "@removed", Map.of("reason", "changed")))))
                .isEmpty();
    }

    @Test
    void selectsEveryFieldItReads() {
        assertThat(GraphGroups.select().split(","))
                .contains("id", "displayName", "groupTypes", "securityEnabled", "visibility");
    }
}
