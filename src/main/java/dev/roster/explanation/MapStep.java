package dev.roster.explanation;

import dev.roster.directory.Reason;
import dev.roster.explanation.Step.Value;
import dev.roster.mapping.MappingTrace;
import dev.roster.mapping.MappingTrace.Origin;
import dev.roster.plan.Candidate;
import dev.roster.settings.UserRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the person's account would be called and show. */
final class MapStep {

    private static final String NAME = "map";
    private static final Set<Reason> FAULTS = Set.of(Reason.NO_USERNAME, Reason.ILLEGAL_NAME, Reason.NO_EMAIL);

    private MapStep() {}

    static Step of(Facts facts) {
        if (facts.gone()) {
            return Step.of(NAME, "not-asked", null, "there is nobody to map", List.of());
        }
        MappingTrace trace = facts.trace();
        return trace == null ? remembered(facts) : mapped(facts, trace);
    }

    private static Step mapped(Facts facts, MappingTrace trace) {
        List<Value> values = values(trace, facts.target().settings().users());
        Reason fault = trace.account().verdict();
        if (fault != null && FAULTS.contains(fault)) {
            return Step.of(NAME, "refused", fault, text(fault, trace.account().detail()), values);
        }
        return clash(facts, trace.account().username(), values)
                .orElseGet(() -> Step.of(NAME, "mapped", null, shown(trace), values));
    }

    /** The name is of no use where somebody else has it, too. */
    private static Optional<Step> clash(Facts facts, @Nullable String username, List<Value> values) {
        Candidate candidate = facts.candidate();
        if (candidate == null || !candidate.clashes()) {
            return Optional.empty();
        }
        String detail = username + " is also what " + String.join(", ", facts.namesakes()) + " comes to";
        return Optional.of(Step.of(NAME, "clash", Reason.NAME_CLASH, detail, values));
    }

    private static Step remembered(Facts facts) {
        Candidate candidate = facts.candidate();
        if (candidate == null) {
            return Step.of(NAME, "not-known", null, "nothing is remembered", List.of());
        }
        List<Value> values = List.of(
                Value.plain("username", or(candidate.username(), "(none)")),
                Value.plain("display name", or(candidate.displayName(), "(none)")),
                Value.plain("e-mail", or(candidate.email(), "(none)")));
        Reason fault = candidate.verdict();
        if (fault != null && FAULTS.contains(fault)) {
            return Step.of(NAME, "refused", fault, text(fault, candidate.detail()), values);
        }
        return clash(facts, candidate.username(), values)
                .orElseGet(() -> Step.of(NAME, "remembered", null, "as the last run mapped them", values));
    }

    private static List<Value> values(MappingTrace trace, UserRules rules) {
        List<Value> values = new ArrayList<>();
        values.add(new Value("username", username(trace, rules), trace.refusal() == null ? null : "refused", false));
        values.add(Value.plain(
                "display name", from(trace.displayName(), trace.account().displayName())));
        values.add(Value.plain("e-mail", from(trace.email(), trace.account().email())));
        return values;
    }

    private static String username(MappingTrace trace, UserRules rules) {
        Origin origin = trace.username();
        if (origin == null) {
            return "(none): nothing in " + String.join(", ", rules.username());
        }
        String written = trace.written() == null ? "(none)" : trace.written();
        String pattern = rules.usernamePattern() == null
                ? ""
                : ", pattern " + rules.usernamePattern().pattern() + " -> " + rules.usernameReplacement();
        return written + " from " + origin.attribute() + " " + origin.value() + pattern + ", case "
                + rules.usernameCase().name().toLowerCase(Locale.ROOT)
                + (trace.refusal() == null ? "" : "; " + trace.refusal());
    }

    private static String from(@Nullable Origin origin, @Nullable String written) {
        return origin == null ? "(none)" : or(written, "(none)") + " from " + origin.attribute();
    }

    private static String text(Reason reason, @Nullable String detail) {
        return reason.text() + (detail == null ? "" : ": " + detail);
    }

    /** A detail speaks of the display name, unless it speaks of a verdict. */
    private static String shown(MappingTrace trace) {
        String detail = trace.account().verdict() == null ? trace.account().detail() : null;
        return detail == null ? "the product can hold it" : detail;
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
