package dev.roster.product;

import dev.roster.directory.Lead;
import dev.roster.directory.Operation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How Jira tells who leads its projects and components. */
final class JiraLeads {

    private JiraLeads() {}

    static List<String> projects(Object list) {
        return Json.objects(list, "the list of projects").stream()
                .map(project -> Json.text(project, "key"))
                .toList();
    }

    static List<Lead> ofProjects(Object list) {
        return Json.objects(list, "the list of projects").stream()
                .flatMap(project -> {
                    String key = Json.text(project, "key");
                    return lead(project, Lead.Kind.PROJECT, key, key);
                })
                .toList();
    }

    static List<Lead> ofComponents(Object list) {
        return Json.objects(list, "the list of components").stream()
                .flatMap(component -> lead(
                        component,
                        Lead.Kind.COMPONENT,
                        Json.text(component, "id"),
                        Json.text(component, "project") + "/" + Json.text(component, "name")))
                .toList();
    }

    /** None when nobody leads it. */
    private static Stream<Lead> lead(Map<String, Object> led, Lead.Kind kind, String id, String name) {
        return led.get("lead") == null
                ? Stream.of()
                : Stream.of(new Lead(kind, id, name, Json.text(Json.object(led.get("lead"), "the lead"), "key")));
    }

    /** An answer that does not tell is no reason to give somebody else's project away. */
    static boolean isLead(@Nullable Object led, Operation operation) {
        return led instanceof Map<?, ?> map
                && map.get("lead") instanceof Map<?, ?> lead
                && lead.get("key") instanceof String key
                && key.equals(operation.accountId());
    }
}
