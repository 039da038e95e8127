package dev.roster.demo.product;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A project and its components.
 *
 * @param lead the number of the leading account, which may be gone or inactive
 */
record JiraProject(String id, String key, String name, int lead, String assigneeType, List<Component> components) {

    /**
     * A component of a project.
     *
     * @param lead null when nobody leads it
     */
    record Component(String id, String name, @Nullable Integer lead, String assigneeType) {

        Component ledBy(@Nullable Integer newLead) {
            return new Component(id, name, newLead, assigneeType);
        }

        Component assigning(String newAssigneeType) {
            return new Component(id, name, lead, newAssigneeType);
        }

        boolean isLedBy(int account) {
            return lead != null && lead == account;
        }
    }

    JiraProject ledBy(int newLead) {
        return new JiraProject(id, key, name, newLead, assigneeType, components);
    }

    JiraProject assigning(String newAssigneeType) {
        return new JiraProject(id, key, name, lead, newAssigneeType, components);
    }

    JiraProject withComponents(List<Component> newComponents) {
        return new JiraProject(id, key, name, lead, assigneeType, List.copyOf(newComponents));
    }
}
