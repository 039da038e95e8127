package dev.roster.settings.loading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.settings.Connection;
import dev.roster.settings.GroupRules;
import dev.roster.settings.Limits;
import dev.roster.settings.Scope;
import dev.roster.settings.Target;
import dev.roster.settings.UserRules;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule: its default, the connection's value, and a target's own. */
class EveryRuleTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** A rule, with the way to it in the connection and in the target. */
    record Rule(
            String key,
            String yaml,
            String preset,
            String read,
            Function<Connection, ? extends Object> ofConnection,
            Function<Target, ? extends Object> ofTarget,
            String other,
            String otherRead) {
        @Override
        public String toString() {
            return key;
        }
    }

    static Stream<Rule> rules() {
        return Stream.of(
                scope("groups", "[Staff, Sales]", "[]", "[Staff, Sales]", Scope::groups, "One", "[One]"),
                scope("nested", "false", "true", "false", Scope::nested, "true", "true"),
                scope("guests", "true", "false", "true", Scope::guests, "false", "false"),
                scope(
                        "user-filter",
                        "department eq 'IT'",
                        "null",
                        "department eq 'IT'",
                        s -> String.valueOf(s.userFilter()),
                        "''",
                        "null"),
                scope("include-users", "['a.*', 'b{1,2}']", "[]", "[a.*, b{1,2}]", Scope::includeUsers, "[]", "[]"),
                scope("exclude-users", "svc-.*", "[]", "[svc-.*]", Scope::excludeUsers, "x,y", "[x, y]"),
                users(
                        "username",
                        "[mail]",
                        "[onPremisesSamAccountName, mailNickname, userPrincipalName]",
                        "[mail]",
                        UserRules::username,
                        "employeeId, mail",
                        "[employeeId, mail]"),
                users(
                        "username-pattern",
                        "(.*)@.*",
                        "null",
                        "(.*)@.*",
                        u -> String.valueOf(u.usernamePattern()),
                        "''",
                        "null"),
                users("username-case", "keep", "LOWER", "KEEP", UserRules::usernameCase, "lower", "LOWER"),
                users(
                        "display-name",
                        "[givenName]",
                        "[displayName]",
                        "[givenName]",
                        UserRules::displayName,
                        "surname",
                        "[surname]"),
                users(
                        "email",
                        "[mail]",
                        "[mail, userPrincipalName]",
                        "[mail]",
                        UserRules::email,
                        "[userPrincipalName]",
                        "[userPrincipalName]"),
                users(
                        "match",
                        "[username]",
                        "[ENTRA_ID, USERNAME, EMAIL]",
                        "[USERNAME]",
                        UserRules::match,
                        "email, entra_id",
                        "[EMAIL, ENTRA_ID]"),
                users("create", "false", "true", "false", UserRules::create, "true", "true"),
                users("update", "false", "true", "false", UserRules::update, "true", "true"),
                users("rename", "true", "TOGETHER", "TRUE", UserRules::rename, "no", "FALSE"),
                users("activate", "false", "true", "false", UserRules::activate, "true", "true"),
                users("when-disabled", "delete", "DEACTIVATE", "DELETE", UserRules::whenDisabled, "keep", "KEEP"),
                users(
                        "when-deleted",
                        "keep",
                        "DEACTIVATE",
                        "KEEP",
                        UserRules::whenDeleted,
                        "remove-groups",
                        "REMOVE_GROUPS"),
                users(
                        "when-out-of-scope",
                        "deactivate",
                        "REMOVE_GROUPS",
                        "DEACTIVATE",
                        UserRules::whenOutOfScope,
                        "keep",
                        "KEEP"),
                users("existing", "adopt", "APPROVE", "ADOPT", UserRules::existing, "skip", "SKIP"),
                users("adopt", "[root]", "[]", "[root]", UserRules::adopt, "[]", "[]"),
                users("protected", "[admin]", "[]", "[admin]", UserRules::protectedAccounts, "[]", "[]"),
                groups("mapping", "manual", "ON_THE_FLY", "MANUAL", GroupRules::mapping, "off", "OFF"),
                groups("include", "[jira-.*]", "[]", "[jira-.*]", GroupRules::include, ".*", "[.*]"),
                groups("exclude", "[x]", "[]", "[x]", GroupRules::exclude, "[]", "[]"),
                groups(
                        "kinds",
                        "[microsoft-365]",
                        "[SECURITY]",
                        "[MICROSOFT_365]",
                        GroupRules::kinds,
                        "[security, distribution]",
                        "[SECURITY, DISTRIBUTION]"),
                groups("empty", "true", "false", "true", GroupRules::empty, "false", "false"),
                groups("existing", "join", "APPROVE", "JOIN", GroupRules::existing, "skip", "SKIP"),
                groups("rename-pattern", "^SG-", "null", "^SG-", g -> String.valueOf(g.renamePattern()), "''", "null"),
                groups("name-case", "lower", "KEEP", "LOWER", GroupRules::nameCase, "keep", "KEEP"),
                groups("nested", "false", "true", "false", GroupRules::nested, "true", "true"),
                groups("create", "false", "true", "false", GroupRules::create, "true", "true"),
                groups("delete", "true", "false", "true", GroupRules::delete, "false", "false"),
                groups("adopt-memberships", "true", "false", "true", GroupRules::adoptMemberships, "false", "false"),
                groups("membership", "exact", "MANAGED", "EXACT", GroupRules::membership, "additive", "ADDITIVE"),
                groups(
                        "default-groups.all-users",
                        "[a, b]",
                        "[]",
                        "[a, b]",
                        GroupRules::defaultGroupsForAll,
                        "[]",
                        "[]"),
                groups(
                        "default-groups.new-users",
                        "[a]",
                        "[]",
                        "[a]",
                        GroupRules::defaultGroupsForNew,
                        "b,c",
                        "[b, c]"),
                groups("protected", "[admins]", "[]", "[admins]", GroupRules::protectedGroups, "[]", "[]"),
                limits("leavers", "50", "5%", "50", Limits::leavers, "20%", "20%"),
                limits("removed-memberships", "1.5%", "10%", "1.5%", Limits::removedMemberships, "0", "0"),
                limits("deleted-groups", "0%", "5%", "0%", Limits::deletedGroups, "100%", "100%"),
                limits("four-eyes", "true", "false", "true", Limits::fourEyes, "off", "false"),
                limits("at-least", "0", "10", "0", Limits::atLeast, "3", "3"),
                limits("first-run", "run", "APPROVE", "RUN", Limits::firstRun, "approve", "APPROVE"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleHasItsDefaultInTheConnectionAndInTheTarget(Rule rule) {
        Connection connection = Given.yaml(folder, Given.LEAST).connection();
        assertThat(ValueText.of(rule.ofConnection().apply(connection))).isEqualTo(rule.preset());
        assertThat(ValueText.of(rule.ofTarget().apply(connection.targets().get(0))))
                .isEqualTo(rule.preset());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleOfTheConnectionIsThatOfItsTargets(Rule rule) {
        String file = Given.LEAST + "---\n" + ValueText.nested("roster.connections.acme." + rule.key(), rule.yaml());
        Connection connection = Given.yaml(folder, file).connection();
        assertThat(ValueText.of(rule.ofConnection().apply(connection))).isEqualTo(rule.read());
        assertThat(ValueText.of(rule.ofTarget().apply(connection.targets().get(0))))
                .isEqualTo(rule.read());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleOfTheTargetReplacesThatOfTheConnection(Rule rule) {
        String file = Given.LEAST
                + "---\n" + ValueText.nested("roster.connections.acme." + rule.key(), rule.yaml())
                + "---\n" + ValueText.nested("roster.connections.acme.targets.jira." + rule.key(), rule.other());
        Connection connection = Given.yaml(folder, file).connection();
        assertThat(ValueText.of(rule.ofConnection().apply(connection))).isEqualTo(rule.read());
        assertThat(ValueText.of(rule.ofTarget().apply(connection.targets().get(0))))
                .isEqualTo(rule.otherRead());
    }

    @Test
    void replacementsAreReadWithTheirPatterns() {
        String file = Given.LEAST + """
                ---
                roster:
                  connections:
                    acme:
                      users: {username-pattern: '(.*)@.*', username-replacement: $1}
                      groups: {rename-pattern: '^SG-', rename-replacement: 'entra-'}
                      targets:
                        jira:
                          users: {username-replacement: '$1-x'}
                          groups: {rename-replacement: }
                """;
        Connection connection = Given.yaml(folder, file).connection();
        assertThat(connection.users().usernameReplacement()).isEqualTo("$1");
        assertThat(connection.groups().renameReplacement()).isEqualTo("entra-");
        assertThat(jiraOf(connection).users().usernameReplacement()).isEqualTo("$1-x");
        assertThat(jiraOf(connection).groups().renameReplacement()).isEmpty();
        assertThat(Given.yaml(folder, Given.LEAST).connection().users().usernameReplacement())
                .isEmpty();
    }

    @Test
    void aTargetAddsToTheManualMappingAndReplacesItsEntries() {
        String file = Given.LEAST + """
                ---
                roster:
                  connections:
                    acme:
                      groups: {manual: {Staff: [all, more], Sales: sales}}
                      targets: {jira: {groups: {manual: {Sales: [jira-sales], Lab: lab}}}}
                """;
        Connection connection = Given.yaml(folder, file).connection();
        assertThat(connection.groups().manual())
                .isEqualTo(Map.of("Staff", List.of("all", "more"), "Sales", List.of("sales")));
        assertThat(jiraOf(connection).groups().manual())
                .isEqualTo(
                        Map.of("Staff", List.of("all", "more"), "Sales", List.of("jira-sales"), "Lab", List.of("lab")));
    }

    private static Rule scope(
            String key,
            String yaml,
            String preset,
            String read,
            Function<Scope, ? extends Object> of,
            String other,
            String otherRead) {
        return new Rule(
                "scope." + key,
                yaml,
                preset,
                read,
                c -> of.apply(c.scope()),
                t -> of.apply(t.scope()),
                other,
                otherRead);
    }

    private static Rule users(
            String key,
            String yaml,
            String preset,
            String read,
            Function<UserRules, ? extends Object> of,
            String other,
            String otherRead) {
        return new Rule(
                "users." + key,
                yaml,
                preset,
                read,
                c -> of.apply(c.users()),
                t -> of.apply(t.users()),
                other,
                otherRead);
    }

    private static Rule groups(
            String key,
            String yaml,
            String preset,
            String read,
            Function<GroupRules, ? extends Object> of,
            String other,
            String otherRead) {
        return new Rule(
                "groups." + key,
                yaml,
                preset,
                read,
                c -> of.apply(c.groups()),
                t -> of.apply(t.groups()),
                other,
                otherRead);
    }

    private static Rule limits(
            String key,
            String yaml,
            String preset,
            String read,
            Function<Limits, ? extends Object> of,
            String other,
            String otherRead) {
        return new Rule(
                "limits." + key,
                yaml,
                preset,
                read,
                c -> of.apply(c.limits()),
                t -> of.apply(t.limits()),
                other,
                otherRead);
    }

    private static Target jiraOf(Connection connection) {
        return connection.targets().get(0);
    }
}
