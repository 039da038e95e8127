package dev.roster.explanation;

import dev.roster.directory.Reason;
import dev.roster.explanation.Step.Value;
import dev.roster.mapping.SelectionRule;
import dev.roster.plan.AccountPlanner;
import dev.roster.plan.Candidate;
import dev.roster.settings.Scope;
import dev.roster.store.UserFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the rules select the person, rule by rule. */
final class ScopeStep {

    private static final String NAME = "scope";

    private ScopeStep() {}

    static Step of(Facts facts) {
        if (facts.gone()) {
            return Step.of(NAME, "out", Reason.DELETED, "somebody who is not in Entra is not selected", List.of());
        }
        Reason against = against(facts);
        List<SelectionRule> rules = rules(facts);
        List<Value> values = rules.stream()
                .map(rule -> new Value(
                        rule.key(), rule.value(), rule.passed() ? "passed" : "stopped", decides(rule, against)))
                .toList();
        if (against == null) {
            String doubt =
                    facts.looked() || facts.target().settings().scope().groups().isEmpty()
                            ? "selected"
                            : "not stopped by the rules about the person; no run has read the groups of the scope yet";
            return Step.of(NAME, facts.looked() ? "in" : "not-known", null, doubt, values);
        }
        return Step.of(NAME, "out", against, against.text(), values);
    }

    /** Null when the person is selected. */
    static @Nullable Reason against(Facts facts) {
        Candidate candidate = facts.candidate();
        if (candidate != null) {
            return candidate.verdict() == Reason.PROTECTED ? Reason.PROTECTED : AccountPlanner.whyLeft(candidate);
        }
        return facts.rules().stream()
                .filter(rule -> !rule.passed())
                .findFirst()
                .map(ScopeStep::reason)
                .orElse(null);
    }

    private static Reason reason(SelectionRule rule) {
        return switch (rule.key()) {
            case "users.protected" -> Reason.PROTECTED;
            case "scope.guests" -> Reason.GUEST;
            case "scope.exclude-users" -> Reason.EXCLUDED;
            default -> Reason.NOT_INCLUDED;
        };
    }

    private static boolean decides(SelectionRule rule, @Nullable Reason against) {
        if (against == null || rule.passed()) {
            return false;
        }
        return switch (against) {
            case OUT_OF_SCOPE -> Set.of("scope.groups", "scope.user-filter").contains(rule.key());
            case DISABLED -> rule.key().equals("accountEnabled");
            case PROTECTED, GUEST, EXCLUDED, NOT_INCLUDED -> reason(rule) == against;
            default -> false;
        };
    }

    private static List<SelectionRule> rules(Facts facts) {
        List<SelectionRule> rules = new ArrayList<>(facts.rules());
        Scope scope = facts.target().settings().scope();
        Candidate candidate = facts.candidate();
        if (facts.looked() && !scope.groups().isEmpty()) {
            rules.add(groups(scope, facts.scopeGroups()));
        }
        Optional<UserFilter> filter = UserFilter.of(scope);
        if (filter.isPresent() && candidate != null) {
            rules.add(filtered(facts, filter.get(), candidate));
        }
        if (candidate != null) {
            rules.add(new SelectionRule("accountEnabled", String.valueOf(candidate.enabled()), candidate.enabled()));
        }
        return rules;
    }

    private static SelectionRule groups(Scope scope, List<String> in) {
        return new SelectionRule(
                "scope.groups",
                in.isEmpty() ? "in none of " + String.join(", ", scope.groups()) : "in " + String.join(", ", in),
                !in.isEmpty());
    }

    /** Remembered where Graph was not asked: then groups and filter are known only together. */
    private static SelectionRule filtered(Facts facts, UserFilter filter, Candidate candidate) {
        Boolean asked = facts.findings().filters().get(filter.key());
        boolean matches = asked == null ? candidate.inScope() : asked;
        return new SelectionRule(
                "scope.user-filter",
                (matches ? "matches " : "does not match ") + filter.text() + (asked == null ? ", as remembered" : ""),
                matches);
    }
}
