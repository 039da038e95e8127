package dev.roster.explanation;

import dev.roster.directory.Reason;
import dev.roster.explanation.Step.Value;
import dev.roster.plan.Candidate;
import dev.roster.plan.MatchTrace;
import dev.roster.plan.MatchTrace.Try;
import java.util.List;
import java.util.Set;

/** Which account is the person's, as the settings let it be recognised. */
final class MatchStep {

    private static final String NAME = "match";
    private static final Set<Reason> UNCLEAR = Set.of(Reason.MATCH_CONFLICT, Reason.NAME_TAKEN, Reason.CLAIMED);

    private MatchStep() {}

    static Step of(Facts facts) {
        Candidate candidate = facts.candidate();
        if (candidate == null) {
            return Step.of(NAME, "none", null, "nothing in the product is recorded as theirs", List.of());
        }
        List<Try> tries =
                MatchTrace.of(candidate, facts.target().settings().users().match(), facts.showsEmails());
        List<Value> values = tries.stream().map(MatchStep::value).toList();
        Reason reason = facts.decided() == null ? null : facts.decided().reason();
        if (reason != null && UNCLEAR.contains(reason)) {
            return Step.of(NAME, "unclear", reason, PlanStep.text(facts.decided()), values);
        }
        if (candidate.account() != null) {
            return Step.of(
                    NAME, "recorded", null, "the account " + candidate.account().name() + " is theirs", values);
        }
        if (facts.decided() != null && facts.decided().adopts()) {
            return Step.of(NAME, "found", Reason.ADOPTED, PlanStep.text(facts.decided()), values);
        }
        boolean found = tries.stream().anyMatch(each -> each.account() != null);
        return Step.of(
                NAME,
                found ? "foreign" : "none",
                null,
                found ? "an account was found that is not taken over" : "no account in the product matches",
                values);
    }

    private static Value value(Try each) {
        String account = each.account() == null ? "" : each.account() + ": ";
        return new Value(each.way(), account + (each.note() == null ? "" : each.note()), each.found(), false);
    }
}
