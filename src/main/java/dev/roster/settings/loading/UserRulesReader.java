package dev.roster.settings.loading;

import dev.roster.settings.NameCase;
import dev.roster.settings.UserRules;
import dev.roster.settings.UserRules.ExistingUsers;
import dev.roster.settings.UserRules.Match;
import dev.roster.settings.UserRules.Rename;
import dev.roster.settings.UserRules.WhenGone;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code users}. */
final class UserRulesReader {
    private static final Key<List<String>> USERNAME = Key.of(
            "username",
            Names.GRAPH_ATTRIBUTE.listOfAtLeastOne(),
            "onPremisesSamAccountName, mailNickname, userPrincipalName",
            "attributes for the username: the first that is not empty");
    private static final Key<Pattern> USERNAME_PATTERN = Key.of(
            "username-pattern", Patterns.EXACT, "", "regular expression to find in the chosen username, as in (.*)@.*");
    private static final Key<String> USERNAME_REPLACEMENT =
            Key.of("username-replacement", Names.TEXT, "", "what replaces it, as in $1");
    private static final Key<NameCase> USERNAME_CASE =
            Key.of("username-case", Words.of(NameCase.class), "lower", "upper case in usernames");
    private static final Key<List<String>> DISPLAY_NAME = Key.of(
            "display-name",
            Names.GRAPH_ATTRIBUTE.listOfAtLeastOne(),
            "displayName",
            "attributes for the full name: the first that is not empty");
    private static final Key<List<String>> EMAIL = Key.of(
            "email",
            Names.GRAPH_ATTRIBUTE.listOfAtLeastOne(),
            "mail, userPrincipalName",
            "attributes for the e-mail address: the first that is not empty");
    private static final Key<List<Match>> MATCH = Key.of(
            "match",
            Words.of(Match.class).listOfAtLeastOne(),
            "entra-id, username, email",
            "how an existing account is recognised, in order");
    private static final Key<Boolean> CREATE =
            Key.of("create", Words.TRUTH, "true", "create accounts that are missing");
    private static final Key<Boolean> UPDATE =
            Key.of("update", Words.TRUTH, "true", "carry over changed names and e-mail addresses");
    private static final Key<Rename> RENAME = Key.of(
            "rename",
            Words.of(Rename.class),
            "together",
            "carry over changed usernames; together: nowhere unless every target of the connection can rename");
    private static final Key<Boolean> ACTIVATE =
            Key.of("activate", Words.TRUTH, "true", "activate accounts of people who are back");
    private static final Key<WhenGone> WHEN_DISABLED =
            Key.of("when-disabled", Words.of(WhenGone.class), "deactivate", "disabled in Entra");
    private static final Key<WhenGone> WHEN_DELETED =
            Key.of("when-deleted", Words.of(WhenGone.class), "deactivate", "gone from Entra");
    private static final Key<WhenGone> WHEN_OUT_OF_SCOPE = Key.of(
            "when-out-of-scope", Words.of(WhenGone.class), "remove-groups", "still in Entra, but no longer selected");
    private static final Key<ExistingUsers> EXISTING = Key.of(
            "existing",
            Words.of(ExistingUsers.class),
            "approve",
            "accounts found by username or e-mail that Roster did not create");
    private static final Key<List<String>> ADOPT = Key.of(
            "adopt",
            Names.TEXT.list(),
            "",
            "usernames that may be adopted although they are in an administrators' group");
    private static final Key<List<Pattern>> PROTECTED = Key.of(
            "protected",
            Patterns.ANY_CASE.list(),
            "",
            "regular expressions, full match, any case; accounts never touched, whatever the rules say");

    static final List<Key<?>> KEYS = List.of(
            USERNAME,
            USERNAME_PATTERN,
            USERNAME_REPLACEMENT,
            USERNAME_CASE,
            DISPLAY_NAME,
            EMAIL,
            MATCH,
            CREATE,
            UPDATE,
            RENAME,
            ACTIVATE,
            WHEN_DISABLED,
            WHEN_DELETED,
            WHEN_OUT_OF_SCOPE,
            EXISTING,
            ADOPT,
            PROTECTED);

    private UserRulesReader() {}

    static UserRules read(Section users) {
        Pattern pattern = users.find(USERNAME_PATTERN);
        return new UserRules(
                users.get(USERNAME),
                pattern,
                Replacement.read(users, USERNAME_PATTERN, pattern, USERNAME_REPLACEMENT),
                users.get(USERNAME_CASE),
                users.get(DISPLAY_NAME),
                users.get(EMAIL),
                users.get(MATCH),
                users.get(CREATE),
                users.get(UPDATE),
                users.get(RENAME),
                users.get(ACTIVATE),
                users.get(WHEN_DISABLED),
                users.get(WHEN_DELETED),
                users.get(WHEN_OUT_OF_SCOPE),
                users.get(EXISTING),
                Set.copyOf(new LinkedHashSet<>(users.get(ADOPT))),
                users.get(PROTECTED));
    }
}
