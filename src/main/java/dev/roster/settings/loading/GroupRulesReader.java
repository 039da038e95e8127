package dev.roster.settings.loading;

import dev.roster.settings.GroupRules;
import dev.roster.settings.GroupRules.ExistingGroups;
import dev.roster.settings.GroupRules.Kind;
import dev.roster.settings.GroupRules.Mapping;
import dev.roster.settings.GroupRules.Membership;
import dev.roster.settings.NameCase;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code groups}. */
final class GroupRulesReader {
    private static final Key<Mapping> MAPPING = Key.of(
            "mapping", Words.of(Mapping.class), "on-the-fly", "how Entra groups find their groups in the target");
    private static final Key<List<Pattern>> INCLUDE = Key.of(
            "include",
            Patterns.EXACT.list(),
            "",
            "regular expressions on the Entra display name, full match; nothing chosen, nothing synced");
    private static final Key<List<Pattern>> EXCLUDE =
            Key.of("exclude", Patterns.EXACT.list(), "", "regular expressions on the Entra display name, full match");
    private static final Key<List<Kind>> KINDS =
            Key.of("kinds", Words.of(Kind.class).list(), "security", "kinds of Entra group that are synced");
    private static final Key<Boolean> EMPTY =
            Key.of("empty", Words.TRUTH, "false", "create groups that have no selected member");
    private static final Key<ExistingGroups> EXISTING = Key.of(
            "existing",
            Words.of(ExistingGroups.class),
            "approve",
            "groups of the same name that Roster did not create");
    private static final Key<Pattern> RENAME_PATTERN =
            Key.of("rename-pattern", Patterns.EXACT, "", "on-the-fly: regular expression to find in the Entra name");
    private static final Key<String> RENAME_REPLACEMENT =
            Key.of("rename-replacement", Names.TEXT, "", "what replaces it in the target's name, as in $1");
    private static final Key<NameCase> NAME_CASE = Key.of(
            "name-case",
            Words.of(NameCase.class),
            "keep",
            "upper case in group names; lower for Confluence targets unless the target itself sets it");
    private static final Key<Boolean> NESTED =
            Key.of("nested", Words.TRUTH, "true", "members of nested groups are members (flattened)");
    private static final Key<Boolean> CREATE =
            Key.of("create", Words.TRUTH, "true", "create groups that are missing in the target");
    private static final Key<Boolean> DELETE = Key.of(
            "delete", Words.TRUTH, "false", "delete groups that this connection created and Entra no longer has");
    private static final Key<List<String>> MANUAL =
            Key.of("manual.*", Names.TEXT.list(), "", "Entra group (name or id, taken literally) to target groups");
    private static final Key<Boolean> ADOPT_MEMBERSHIPS = Key.of(
            "adopt-memberships",
            Words.TRUTH,
            "false",
            "memberships that were there and that Entra also wants count as given");
    private static final Key<Membership> MEMBERSHIP = Key.of(
            "membership",
            Words.of(Membership.class),
            "managed",
            "additive: never removes; managed: removes only what Roster gave; exact: equal to Entra");
    private static final Key<List<String>> ALL_USERS =
            Key.of("default-groups.all-users", Names.TEXT.list(), "", "target groups for everybody who is selected");
    private static final Key<List<String>> NEW_USERS =
            Key.of("default-groups.new-users", Names.TEXT.list(), "", "target groups for accounts that Roster creates");
    private static final Key<List<Pattern>> PROTECTED = Key.of(
            "protected",
            Patterns.ANY_CASE.list(),
            "",
            "regular expressions on the target's group name, full match, any case; groups never touched");

    static final List<Key<?>> KEYS = List.of(
            MAPPING,
            INCLUDE,
            EXCLUDE,
            KINDS,
            EMPTY,
            EXISTING,
            RENAME_PATTERN,
            RENAME_REPLACEMENT,
            NAME_CASE,
            NESTED,
            CREATE,
            DELETE,
            MANUAL,
            ADOPT_MEMBERSHIPS,
            MEMBERSHIP,
            ALL_USERS,
            NEW_USERS,
            PROTECTED);

    private GroupRulesReader() {}

    /**
     * The rules of a connection, or of a target.
     *
     * @param lowerCaseOnly the product takes no upper case, so that {@code keep} counts only where the target sets it:
     *     set for the whole connection, it speaks of the other products
     */
    static GroupRules read(Section groups, boolean lowerCaseOnly) {
        Pattern pattern = groups.find(RENAME_PATTERN);
        NameCase nameCase = groups.get(NAME_CASE);
        return new GroupRules(
                groups.get(MAPPING),
                groups.get(INCLUDE),
                groups.get(EXCLUDE),
                kinds(groups.get(KINDS)),
                groups.get(EMPTY),
                groups.get(EXISTING),
                pattern,
                Replacement.read(groups, RENAME_PATTERN, pattern, RENAME_REPLACEMENT),
                lowerCaseOnly && !groups.isSetHere(NAME_CASE) ? NameCase.LOWER : nameCase,
                groups.get(NESTED),
                groups.get(CREATE),
                groups.get(DELETE),
                manual(groups.child("manual")),
                groups.get(ADOPT_MEMBERSHIPS),
                groups.get(MEMBERSHIP),
                groups.get(ALL_USERS),
                groups.get(NEW_USERS),
                groups.get(PROTECTED));
    }

    private static Set<Kind> kinds(List<Kind> kinds) {
        Set<Kind> set = EnumSet.noneOf(Kind.class);
        set.addAll(kinds);
        return Collections.unmodifiableSet(set);
    }

    private static Map<String, List<String>> manual(Section manual) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        manual.names().forEach(name -> groups.put(name, manual.named(name, MANUAL)));
        return Collections.unmodifiableMap(groups);
    }
}
