package dev.roster.explanation;

import dev.roster.directory.Reason;
import dev.roster.explanation.Step.Value;
import dev.roster.settings.Limits;
import dev.roster.settings.UserRules.ExistingUsers;
import dev.roster.store.OperationRow;
import dev.roster.store.RehearsedPlan.Decided;
import dev.roster.store.RehearsedPlan.Filled;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a run would do now. */
final class PlanStep {

    private static final String NAME = "plan";
    private static final Set<Reason> AS_IT_SHOULD_BE = Set.of(Reason.UNCHANGED, Reason.KEPT);

    private PlanStep() {}

    static Step of(Facts facts) {
        Decided decided = facts.decided();
        if (decided == null) {
            return Step.of(NAME, "nothing", Reason.DELETED, "there is nothing of theirs to end", List.of());
        }
        List<Value> values = new ArrayList<>();
        if (ScopeStep.against(facts) == null) {
            facts.groups().forEach(group -> values.add(group(group)));
        }
        waits(facts, decided).forEach(why -> values.add(new Value("approval", why, "waits", true)));
        return Step.of(NAME, outcome(facts, decided), decided.reason(), text(decided), values);
    }

    /** The reason in words, with what is special about this person. */
    static String text(@Nullable Decided decided) {
        if (decided == null) {
            return "";
        }
        return decided.reason().text() + (decided.detail() == null ? "" : ": " + decided.detail());
    }

    private static String outcome(Facts facts, Decided decided) {
        List<OperationRow> operations = facts.operations();
        if (operations.stream().anyMatch(operation -> operation.status().equals("planned")) || decided.adopts()) {
            return "change";
        }
        if (!operations.isEmpty()) {
            return "held-back";
        }
        boolean notSelected = decided.reason() != Reason.PROTECTED && decided.reason() == ScopeStep.against(facts);
        return notSelected || AS_IT_SHOULD_BE.contains(decided.reason()) ? "nothing" : "left-alone";
    }

    private static Value group(Filled group) {
        String why = group.fills()
                ? ""
                : ": " + group.reason().text() + (group.detail() == null ? "" : ", " + group.detail());
        return new Value(
                "group " + group.name(),
                "through " + group.source() + why,
                group.fills() ? "filled" : group.reason().word(),
                false);
    }

    private static List<String> waits(Facts facts, Decided decided) {
        List<String> waits = new ArrayList<>();
        if (decided.adopts() && facts.target().settings().users().existing() == ExistingUsers.APPROVE) {
            waits.add("users.existing is approve: a run that takes an account over waits");
        }
        Limits limits = facts.target().settings().limits();
        if (!facts.managed() && limits.firstRun() == Limits.FirstRun.APPROVE) {
            waits.add("limits.first-run is approve: the first run against a product with accounts waits");
        }
        return waits;
    }
}
