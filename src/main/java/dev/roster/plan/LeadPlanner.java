package dev.roster.plan;

import dev.roster.directory.Lead;
import dev.roster.directory.Operation;
import dev.roster.directory.OperationKind;
import dev.roster.directory.Reason;
import dev.roster.directory.Wave;
import dev.roster.plan.HandOver.Leaver;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Decides who takes over what leavers lead in one target. Nobody's things are handed over in part: where one of them
 * has no successor, the leaver stays as they are until it has.
 */
public final class LeadPlanner {

    private static final int MOST_NAMED = 10;

    private final int target;
    private final Successor projects;
    private final Successor components;

    /** @param target the target's number */
    public LeadPlanner(int target, Successor projects, Successor components) {
        this.target = target;
        this.projects = projects;
        this.components = components;
    }

    public HandOver decide(Leaver leaver) {
        List<Lead> stuck = leaver.leads().stream()
                .filter(lead -> successor(lead).unfit() != null && !goesWithTheAccount(leaver, lead))
                .toList();
        if (stuck.isEmpty()) {
            return new HandOver(leaver.operation(), operations(leaver), null, null);
        }
        Successor missing = successor(stuck.get(0));
        List<Lead> alike =
                stuck.stream().filter(lead -> successor(lead).equals(missing)).toList();
        return new HandOver(
                leaver.operation(), List.of(), missing.unfit(), "leads " + names(alike) + "; see " + missing.setting());
    }

    private Successor successor(Lead lead) {
        return lead.kind() == Lead.Kind.PROJECT ? projects : components;
    }

    /** With a deleted account goes its lead of components, as long as the settings do not say who has it next. */
    private boolean goesWithTheAccount(Leaver leaver, Lead lead) {
        return leaver.kind() == OperationKind.DELETE_USER
                && lead.kind() == Lead.Kind.COMPONENT
                && components.unfit() == Reason.NO_DEFAULT_LEAD;
    }

    private List<Operation> operations(Leaver leaver) {
        return leaver.leads().stream()
                .filter(lead -> successor(lead).name() != null)
                .map(lead -> handOver(
                        leaver, lead, Objects.requireNonNull(successor(lead).name())))
                .toList();
    }

    private Operation handOver(Leaver leaver, Lead lead, String successor) {
        OperationKind kind = lead.kind() == Lead.Kind.PROJECT
                ? OperationKind.REASSIGN_PROJECT_LEAD
                : OperationKind.REASSIGN_COMPONENT_LEAD;
        return new Operation(
                0,
                target,
                Wave.LEADS_HANDED_OVER,
                kind,
                leaver.user(),
                lead.name(),
                leaver.personId(),
                leaver.accountId(),
                led(lead, leaver.user()),
                led(lead, successor),
                Reason.LEAD_LEAVES);
    }

    /** In a fixed order, as plans are compared by what is stored of them. */
    private static Map<String, String> led(Lead lead, String by) {
        Map<String, String> led = new TreeMap<>();
        led.put(lead.kind().word(), lead.id());
        led.put("lead", by);
        return led;
    }

    private static String names(List<Lead> leads) {
        String named = leads.stream().limit(MOST_NAMED).map(Lead::name).collect(Collectors.joining(", "));
        return leads.size() <= MOST_NAMED ? named : named + " and " + (leads.size() - MOST_NAMED) + " more";
    }
}
