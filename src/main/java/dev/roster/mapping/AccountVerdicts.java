package dev.roster.mapping;

import dev.roster.directory.Characters;
import dev.roster.directory.GuardedPattern;
import dev.roster.directory.NameRule;
import dev.roster.directory.PatternGaveUp;
import dev.roster.directory.Reason;
import dev.roster.settings.Scope;
import dev.roster.settings.UserRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is not selected or cannot be written, and why; the first reason that holds is the one given. */
final class AccountVerdicts {
    private final UserRules rules;
    private final NameRule usernames;
    private final boolean guests;
    private final List<GuardedPattern> protectedAccounts;
    private final List<GuardedPattern> excluded;
    private final List<GuardedPattern> included;

    AccountVerdicts(UserRules rules, Scope scope, NameRule usernames) {
        this.rules = rules;
        this.usernames = usernames;
        this.guests = scope.guests();
        this.protectedAccounts = GuardedPattern.fullInAnyCase(rules.protectedAccounts());
        this.excluded = GuardedPattern.fullInAnyCase(scope.excludeUsers());
        this.included = GuardedPattern.fullInAnyCase(scope.includeUsers());
    }

    /**
     * Protection comes first, because a verdict that puts somebody out of scope may take memberships away.
     *
     * @param username empty when there is none
     */
    Optional<Verdict> of(boolean guest, String username) {
        if (isProtected(username)) {
            return Optional.of(new Verdict(Reason.PROTECTED, shown(username) + " is under users.protected"));
        }
        if (guest && !guests) {
            return Optional.of(new Verdict(Reason.GUEST, "scope.guests is false"));
        }
        if (username.isEmpty()) {
            String detail = "nothing left of " + String.join(", ", rules.username());
            return Optional.of(new Verdict(Reason.NO_USERNAME, detail));
        }
        return selection(username).or(() -> legality(username));
    }

    /** Each rule with what it saw; those for which nothing is configured are left out. */
    List<SelectionRule> rules(boolean guest, String username) {
        List<SelectionRule> rules = new ArrayList<>();
        if (!protectedAccounts.isEmpty()) {
            rules.add(rule("users.protected", username, first(protectedAccounts, username), false));
        }
        rules.add(new SelectionRule(
                "scope.guests", (guest ? "a guest" : "no guest") + "; guests: " + guests, guests || !guest));
        if (!excluded.isEmpty()) {
            rules.add(rule("scope.exclude-users", username, first(excluded, username), false));
        }
        if (!included.isEmpty()) {
            rules.add(rule("scope.include-users", username, first(included, username), true));
        }
        return rules;
    }

    /** Null when none matches; a pattern that cannot cope with the name counts as one that does. */
    private static @Nullable String first(List<GuardedPattern> patterns, String username) {
        try {
            return username.isEmpty()
                    ? null
                    : GuardedPattern.firstMatching(patterns, username)
                            .map(GuardedPattern::shown)
                            .orElse(null);
        } catch (PatternGaveUp e) {
            return e.detail();
        }
    }

    private static SelectionRule rule(String key, String username, @Nullable String match, boolean shouldMatch) {
        String value = (username.isEmpty() ? "no username" : shown(username))
                + (match == null ? " matches no pattern" : " matches " + match);
        return new SelectionRule(key, value, (match != null) == shouldMatch);
    }

    private boolean isProtected(String username) {
        return !username.isEmpty()
                && GuardedPattern.firstMatching(protectedAccounts, username).isPresent();
    }

    private Optional<Verdict> selection(String username) {
        Optional<GuardedPattern> exclusion = GuardedPattern.firstMatching(excluded, username);
        if (exclusion.isPresent()) {
            String detail = shown(username) + " matches " + exclusion.get().shown();
            return Optional.of(new Verdict(Reason.EXCLUDED, detail));
        }
        boolean selected = included.isEmpty()
                || GuardedPattern.firstMatching(included, username).isPresent();
        return selected
                ? Optional.empty()
                : Optional.of(new Verdict(Reason.NOT_INCLUDED, shown(username) + " matches no pattern"));
    }

    private Optional<Verdict> legality(String username) {
        return usernames.refusal(username).map(refusal -> new Verdict(Reason.ILLEGAL_NAME, refusal));
    }

    private static String shown(String username) {
        return '"' + Characters.shown(username) + '"';
    }
}
