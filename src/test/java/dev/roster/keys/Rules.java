package dev.roster.keys;

import dev.roster.demo.product.JiraSimulator;
import java.util.List;
import java.util.stream.Stream;

/** The rows of the keys that a target can have for itself. */
final class Rules {

    private static final String EVERYBODY = "ann bob cid dee eve fay hal nel zoe";
    private static final String GROUPS = "team-a Team-Big team-gone team-in";

    private Rules() {}

    static Stream<Rule> all() {
        return Stream.of(scope(), usernames(), accounts(), leavers(), groups(), memberships(), limits())
                .flatMap(List::stream);
    }

    private static List<Rule> scope() {
        return List.of(
                Rule.of("scope.groups", "team-in", "").shows(Result::accounts, EVERYBODY, "nel"),
                Rule.of("scope.nested", "false", "true")
                        .with("scope.groups", "team-a")
                        .shows(r -> r.has("nel"), true, false),
                Rule.of("scope.guests", "true", "false").shows(r -> r.has("gus"), false, true),
                Rule.of("scope.user-filter", "department eq 'IT'", "").shows(Result::accounts, EVERYBODY, "ann"),
                Rule.of("scope.include-users", "a..|BOB", "").shows(Result::accounts, EVERYBODY, "ann bob"),
                Rule.of("scope.exclude-users", "[^a].*", "").shows(Result::accounts, EVERYBODY, "ann"));
    }

    private static List<Rule> usernames() {
        return List.of(
                Rule.of("users.username", "department, userPrincipalName", "onPremisesSamAccountName, mailNickname")
                        .with("users.username-case", "keep")
                        .shows(r -> r.has("bob@example.com"), false, true),
                Rule.of("users.username-pattern", "nn", "").shows(r -> r.has("a"), false, true),
                Rule.of("users.username-replacement", "mm", "")
                        .with("users.username-pattern", "nn")
                        .shows(r -> r.has("amm"), false, true),
                Rule.of("users.username-case", "keep", "lower").shows(r -> r.reason("ZoE"), "no-match", "illegal-name"),
                Rule.of("users.display-name", "department, userPrincipalName", "displayName")
                        .shows(r -> r.account("ann").displayName(), "The ann", "IT"),
                Rule.of("users.email", "userPrincipalName", "mail, userPrincipalName")
                        .shows(r -> r.account("ann").emailAddress(), "ann.lee@example.com", "ann@example.com"));
    }

    private static List<Rule> accounts() {
        return List.of(
                Rule.of("users.match", "username", "entra-id, username, email")
                        .with("users.existing", "adopt")
                        .given(seed -> seed.user("alee", "A Lee", "ann.lee@example.com"))
                        .shows(r -> r.reason("ann"), "adopted", "no-match"),
                Rule.of("users.create", "false", "true").shows(Result::accounts, EVERYBODY, ""),
                Rule.of("users.update", "false", "true")
                        .after(2)
                        .shows(r -> r.account("ann").displayName(), "Ann New", "The ann"),
                // Together would keep names here as well, as the other target keeps them.
                Rule.of("users.rename", "false", "true").after(2).shows(r -> r.has("robert"), true, false),
                Rule.of("users.activate", "false", "true").after(3).shows(r -> r.active("hal"), true, false),
                Rule.of("users.existing", "skip", "approve")
                        .given(seed -> seed.user("ann", "Ann", "ann@old.example"))
                        .shows(r -> r.reason("ann"), "adopted", "existing-skipped"),
                Rule.of("users.adopt", "ann", "")
                        .with("users.existing", "adopt")
                        .given(seed ->
                                seed.user("ann", "Ann", "ann@old.example").member("ann", "jira-administrators"))
                        .shows(r -> r.reason("ann"), "administrator", "adopted"),
                Rule.of("users.protected", "AN.", "").shows(r -> r.reason("ann"), "no-match", "protected"));
    }

    private static List<Rule> leavers() {
        return List.of(
                Rule.of("users.when-disabled", "keep", "deactivate").after(2).shows(r -> r.active("dee"), false, true),
                Rule.of("users.when-deleted", "delete", "deactivate").after(2).shows(r -> r.has("eve"), true, false),
                Rule.of("users.when-out-of-scope", "deactivate", "remove-groups")
                        .with("scope.groups", "team-a")
                        .after(2)
                        .shows(r -> r.active("fay"), true, false));
    }

    private static List<Rule> groups() {
        return List.of(
                Rule.of("groups.mapping", "off", "on-the-fly").shows(Result::groups, GROUPS, ""),
                Rule.of("groups.include", "team-i.", "")
                        .with("groups.include", null)
                        .shows(Result::groups, "", "team-in"),
                Rule.of("groups.exclude", "team-.*", "").shows(Result::groups, GROUPS, "Team-Big"),
                Rule.of("groups.kinds", "microsoft-365", "security").shows(Result::groups, GROUPS, "team-365"),
                Rule.of("groups.empty", "true", "false")
                        .shows(r -> r.reason("team-none"), "group-empty", "group-missing"),
                Rule.of("groups.existing", "skip", "approve")
                        .given(seed -> seed.group("team-a"))
                        .shows(r -> r.reason("team-a"), "group-joined", "group-existing-skipped"),
                Rule.of("groups.rename-pattern", "(?i)team-", "").shows(Result::groups, GROUPS, "a Big gone in"),
                Rule.of("groups.rename-replacement", "the-", "")
                        .with("groups.rename-pattern", "(?i)team-")
                        .shows(Result::groups, "a Big gone in", "the-a the-Big the-gone the-in"),
                Rule.of("groups.name-case", "lower", "keep")
                        .shows(Result::groups, GROUPS, "team-a team-big team-gone team-in"),
                Rule.of("groups.create", "false", "true")
                        .shows(r -> r.reason("team-a"), "group-missing", "group-create-off"),
                Rule.of("groups.delete", "true", "false")
                        .after(2)
                        .shows(Result::groups, GROUPS, "team-a Team-Big team-in"),
                Rule.of("groups.manual.team-in", "devs, ops", "")
                        .with("groups.mapping", "manual")
                        .shows(Result::groups, "", "devs ops"),
                Rule.of("groups.protected", "TEAM-A", "")
                        .shows(r -> r.reason("team-a"), "group-missing", "group-protected"));
    }

    private static List<Rule> memberships() {
        return List.of(
                Rule.of("groups.nested", "false", "true")
                        .shows(r -> r.members("team-a").contains("nel"), true, false),
                Rule.of("groups.adopt-memberships", "true", "false")
                        .with("users.existing", "adopt")
                        .with("groups.existing", "join")
                        .given(seed -> seed.user("cid", "Cid", "cid@old.example")
                                .group("team-a")
                                .member("cid", "team-a"))
                        .after(2)
                        .shows(r -> r.members("team-a").contains("cid"), true, false),
                Rule.of("groups.membership", "additive", "managed")
                        .after(2)
                        .shows(r -> r.members("team-a").contains("cid"), false, true),
                Rule.of("groups.default-groups.all-users", JiraSimulator.USERS, "")
                        .shows(r -> r.members(JiraSimulator.USERS).contains("zoe"), false, true),
                Rule.of("groups.default-groups.new-users", "newcomers", "")
                        .given(seed -> seed.group("newcomers"))
                        .shows(r -> r.members("newcomers").contains("zoe"), false, true));
    }

    private static List<Rule> limits() {
        return List.of(
                Rule.of("limits.leavers", "2", "5%").after(2).shows(Result::waits, false, true),
                Rule.of("limits.removed-memberships", "0", "10%").after(2).shows(Result::waits, false, true),
                Rule.of("limits.deleted-groups", "0", "5%")
                        .with("groups.delete", "true")
                        .after(2)
                        .shows(Result::waits, false, true),
                Rule.of("limits.at-least", "1", "10").after(2).shows(Result::waits, false, true),
                Rule.of("limits.first-run", "run", "approve")
                        .with("limits.first-run", null)
                        .given(seed -> seed.user("local", "Local", "local@example.com"))
                        .shows(Result::waits, true, false));
    }
}
