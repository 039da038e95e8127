package dev.roster.mapping;

import dev.roster.directory.NameRule;
import dev.roster.directory.Person;
import dev.roster.directory.SampleNameRules;
import dev.roster.settings.Scope;
import java.util.Map;

/** People to map, and mappings with all but one thing at its default. */
final class SampleAccounts {

    private SampleAccounts() {}

    static Person anna() {
        return person(Map.of(
                "onPremisesSamAccountName", "Anna.Berg", "displayName", "Anna Berg", "mail", "Anna@Example.com"));
    }

    static Person named(String name) {
        return person(Map.of("onPremisesSamAccountName", name, "displayName", "Anna", "mail", "anna@example.com"));
    }

    static Person person(Map<String, String> attributes) {
        return new Person("id-1", null, true, false, attributes);
    }

    static AccountMapping jira(SampleUserRules rules) {
        return mapping(rules, SampleNameRules.JIRA_USER);
    }

    static AccountMapping jira(Scope scope) {
        return new AccountMapping(
                new SampleUserRules().rules(), scope, SampleNameRules.JIRA_USER, SampleNameRules.JIRA_DISPLAY);
    }

    static AccountMapping confluence(SampleUserRules rules) {
        return mapping(rules, SampleNameRules.CONFLUENCE_USER);
    }

    static AccountMapping mapping(SampleUserRules rules, NameRule usernames) {
        return new AccountMapping(
                rules.rules(), SampleUserRules.everybody(), usernames, SampleNameRules.CONFLUENCE_DISPLAY);
    }
}
