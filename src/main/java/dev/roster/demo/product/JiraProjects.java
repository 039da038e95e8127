package dev.roster.demo.product;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Jira's projects and who leads them and their components; all under the directory's lock. */
final class JiraProjects {

    private static final int FIRST_ID = 10000;

    private final SimulatedDirectory directory;
    private final Map<String, JiraProject> byKey = new LinkedHashMap<>();
    private int nextId = FIRST_ID;

    JiraProjects(SimulatedDirectory directory) {
        this.directory = directory;
    }

    void add(String key, String name, SimulatedAccount lead) {
        directory.exclusively(() -> byKey.put(
                key, new JiraProject(Integer.toString(nextId++), key, name, lead.number(), "PROJECT_LEAD", List.of())));
    }

    void addComponent(String projectKey, String name, @Nullable SimulatedAccount lead) {
        change(known(projectKey), project -> {
            List<JiraProject.Component> components = new ArrayList<>(project.components());
            Integer number = lead == null ? null : lead.number();
            components.add(new JiraProject.Component(
                    Integer.toString(nextId++), name, number, lead == null ? "PROJECT_DEFAULT" : "COMPONENT_LEAD"));
            return project.withComponents(components);
        });
    }

    List<JiraProject> all() {
        return directory.exclusively(() -> List.copyOf(byKey.values()));
    }

    /** By key or id. */
    Optional<JiraProject> find(String keyOrId) {
        return all().stream()
                .filter(one -> one.key().equalsIgnoreCase(keyOrId) || one.id().equals(keyOrId))
                .findFirst();
    }

    JiraProject known(String keyOrId) {
        return find(keyOrId)
                .orElseThrow(() -> Refusal.of(404, "No project could be found with key '" + keyOrId + "'."));
    }

    JiraProject change(JiraProject project, UnaryOperator<JiraProject> change) {
        return directory.exclusively(() -> {
            JiraProject now = change.apply(project);
            byKey.put(project.key(), now);
            return now;
        });
    }

    /** Why Jira will not deactivate this account; empty when it will. */
    Optional<String> leadership(SimulatedAccount account) {
        List<String> components = all().stream()
                .filter(project -> project.components().stream().anyMatch(one -> one.isLedBy(account.number())))
                .map(JiraProject::key)
                .toList();
        if (!components.isEmpty()) {
            return Optional.of("it leads components of these projects: " + String.join(", ", components));
        }
        return projectsLed(account);
    }

    Optional<String> projectsLed(SimulatedAccount account) {
        List<String> led = all().stream()
                .filter(project -> project.lead() == account.number())
                .map(JiraProject::key)
                .toList();
        return led.isEmpty() ? Optional.empty() : Optional.of("it leads these projects: " + String.join(", ", led));
    }

    void clearComponentLead(SimulatedAccount account) {
        for (JiraProject project : all()) {
            change(
                    project,
                    old -> old.withComponents(old.components().stream()
                            .map(one -> one.isLedBy(account.number()) ? one.ledBy(null) : one)
                            .toList()));
        }
    }
}
