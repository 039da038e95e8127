package dev.roster.explanation;

import dev.roster.directory.Reason;
import dev.roster.mapping.MappingTrace;
import dev.roster.mapping.SelectionRule;
import dev.roster.plan.Candidate;
import dev.roster.store.OperationRow;
import dev.roster.store.RehearsedPlan.Decided;
import dev.roster.store.RehearsedPlan.Filled;
import dev.roster.store.RunTarget;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the steps of one target are told from.
 *
 * @param looked whether a run has ever looked at the product
 * @param managed whether anything in the target is recorded as managed
 * @param candidate null when the target neither wants nor holds anything of theirs, or was never looked at
 * @param trace null when Graph could not be asked, or does not show the person
 * @param rules those about the person alone
 * @param scopeGroups the groups of the scope that hold the person
 * @param namesakes others whose username comes out the same
 * @param decided null as for the candidate
 */
record Facts(
        RunTarget target,
        Findings findings,
        boolean looked,
        boolean managed,
        boolean showsEmails,
        @Nullable Candidate candidate,
        @Nullable MappingTrace trace,
        List<SelectionRule> rules,
        List<String> scopeGroups,
        List<String> namesakes,
        @Nullable Decided decided,
        List<OperationRow> operations,
        List<Filled> groups) {

    /** Whether Graph says that the person is not in Entra, or Roster remembers so. */
    boolean gone() {
        return findings.live() ? !findings.present() : candidate == null || isDeleted(candidate);
    }

    private static boolean isDeleted(Candidate candidate) {
        return candidate.verdict() == Reason.DELETED;
    }
}
