package dev.roster.mapping;

import dev.roster.settings.NameCase;
import dev.roster.settings.Scope;
import dev.roster.settings.UserRules;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The defaults of the settings, with single rules changed. */
final class SampleUserRules {
    private List<String> username = List.of("onPremisesSamAccountName", "mailNickname", "userPrincipalName");
    private List<String> displayName = List.of("displayName");
    private List<String> email = List.of("mail", "userPrincipalName");
    private @Nullable Pattern pattern;
    private String replacement = "";
    private NameCase nameCase = NameCase.LOWER;
    private List<Pattern> protectedAccounts = List.of();

    SampleUserRules username(String... names) {
        username = List.of(names);
        return this;
    }

    SampleUserRules displayName(String... names) {
        displayName = List.of(names);
        return this;
    }

    SampleUserRules email(String... names) {
        email = List.of(names);
        return this;
    }

    SampleUserRules replacing(String regex, String by) {
        pattern = Pattern.compile(regex);
        replacement = by;
        return this;
    }

    SampleUserRules keepingCase() {
        nameCase = NameCase.KEEP;
        return this;
    }

    SampleUserRules protecting(String... regexes) {
        protectedAccounts = patterns(regexes);
        return this;
    }

    UserRules rules() {
        return new UserRules(
                username,
                pattern,
                replacement,
                nameCase,
                displayName,
                email,
                List.of(UserRules.Match.ENTRA_ID, UserRules.Match.USERNAME, UserRules.Match.EMAIL),
                true,
                true,
                UserRules.Rename.TOGETHER,
                true,
                UserRules.WhenGone.DEACTIVATE,
                UserRules.WhenGone.DEACTIVATE,
                UserRules.WhenGone.REMOVE_GROUPS,
                UserRules.ExistingUsers.APPROVE,
                Set.of(),
                protectedAccounts);
    }

    static Scope everybody() {
        return new Scope(List.of(), true, true, null, List.of(), List.of());
    }

    static Scope withoutGuests() {
        return new Scope(List.of(), true, false, null, List.of(), List.of());
    }

    static Scope including(String... regexes) {
        return new Scope(List.of(), true, true, null, patterns(regexes), List.of());
    }

    static Scope excluding(String... regexes) {
        return new Scope(List.of(), true, true, null, List.of(), patterns(regexes));
    }

    static List<Pattern> patterns(String... regexes) {
        return List.of(regexes).stream().map(Pattern::compile).toList();
    }
}
