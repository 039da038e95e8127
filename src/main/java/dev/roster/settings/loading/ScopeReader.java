package dev.roster.settings.loading;

import dev.roster.settings.Scope;
import java.util.List;
import java.util.regex.Pattern;

/** Reads {@code scope}. */
final class ScopeReader {
    private static final Key<List<String>> GROUPS = Key.of(
            "groups",
            Names.TEXT.list(),
            "",
            "sync users from these groups: display names or object ids; empty = the whole tenant");
    private static final Key<Boolean> NESTED = Key.of("nested", Words.TRUTH, "true", "members of nested groups count");
    private static final Key<Boolean> GUESTS = Key.of("guests", Words.TRUTH, "false", "guests are synced, too");
    private static final Key<String> USER_FILTER = Key.of(
            "user-filter",
            Names.TEXT,
            "",
            "OData $filter evaluated by Graph; with read: delta each run also lists the ids that match it");
    private static final Key<List<Pattern>> INCLUDE_USERS = Key.of(
            "include-users",
            Patterns.ANY_CASE.list(),
            "",
            "regular expressions on the mapped username, full match, any case; empty = everybody");
    private static final Key<List<Pattern>> EXCLUDE_USERS = Key.of(
            "exclude-users",
            Patterns.ANY_CASE.list(),
            "",
            "regular expressions on the mapped username, full match, any case");

    static final List<Key<?>> KEYS = List.of(GROUPS, NESTED, GUESTS, USER_FILTER, INCLUDE_USERS, EXCLUDE_USERS);

    private ScopeReader() {}

    static Scope read(Section scope) {
        return new Scope(
                scope.get(GROUPS),
                scope.get(NESTED),
                scope.get(GUESTS),
                scope.find(USER_FILTER),
                scope.get(INCLUDE_USERS),
                scope.get(EXCLUDE_USERS));
    }
}
