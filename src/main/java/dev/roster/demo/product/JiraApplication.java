package dev.roster.demo.product;

import java.util.List;

/**
 * An application of Jira, which its groups give access to; every active user in one of them takes a seat.
 *
 * @param defaultGroups where Jira puts a new user that is to have the application
 */
public record JiraApplication(String key, String name, List<String> groups, List<String> defaultGroups) {

    boolean grantedBy(String group) {
        return groups.stream().anyMatch(group::equalsIgnoreCase);
    }
}
