package dev.roster.plan;

import dev.roster.directory.GuardedPattern;
import dev.roster.directory.Operation;
import dev.roster.directory.OperationKind;
import dev.roster.directory.Reason;
import dev.roster.directory.TargetGroup;
import dev.roster.directory.Wave;
import dev.roster.settings.GroupRules;
import dev.roster.settings.GroupRules.ExistingGroups;
import dev.roster.settings.GroupRules.Mapping;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of each group in one target. */
public final class GroupPlanner {

    private final int target;
    private final GroupRules rules;
    private final List<GuardedPattern> protectedGroups;

    /** @param target the target's number */
    public GroupPlanner(int target, GroupRules rules) {
        this.target = target;
        this.rules = rules;
        this.protectedGroups = GuardedPattern.fullInAnyCase(rules.protectedGroups());
    }

    /** The one decision about this group, with its reason and the operation it takes, if any. */
    public GroupDecision decide(GroupCandidate candidate) {
        if (candidate.sources() == 0 && !candidate.byDefault()) {
            return unwanted(candidate);
        }
        Reason against = whyNot(candidate);
        if (against != null) {
            return leave(candidate, against);
        }
        return candidate.group() == null ? create(candidate) : fill(candidate, candidate.group());
    }

    private @Nullable Reason whyNot(GroupCandidate candidate) {
        if (candidate.verdict() != null) {
            return candidate.verdict();
        }
        boolean manual = rules.mapping() == Mapping.MANUAL;
        if (!manual && candidate.sources() > 1) {
            return Reason.GROUP_CLASH;
        }
        if (isProtected(candidate)) {
            return Reason.GROUP_PROTECTED;
        }
        boolean administrators = candidate.group() != null && candidate.group().administrators();
        return administrators && !(manual && !candidate.byDefault()) ? Reason.GROUP_ADMINISTRATORS : null;
    }

    private boolean isProtected(GroupCandidate candidate) {
        return Untouchable.matchesAny(protectedGroups, candidate.name());
    }

    private GroupDecision create(GroupCandidate candidate) {
        if (!rules.create()) {
            return leave(candidate, Reason.GROUP_CREATE_OFF);
        }
        if (!candidate.hasMember() && !candidate.byDefault() && !rules.empty()) {
            return leave(candidate, Reason.GROUP_EMPTY);
        }
        if (candidate.sharedPlanned()) {
            return leave(candidate, Reason.GROUP_SHARED, candidate.sharedBy() + " creates it in this run");
        }
        Operation operation =
                operation(OperationKind.CREATE_GROUP, Wave.GROUPS_CREATED, candidate.name(), Reason.GROUP_MISSING);
        return new GroupDecision(candidate.name(), Reason.GROUP_MISSING, null, true, false, List.of(operation));
    }

    private GroupDecision fill(GroupCandidate candidate, TargetGroup group) {
        if (candidate.owned()) {
            return new GroupDecision(group.name(), Reason.UNCHANGED, null, true, false, List.of());
        }
        boolean named = rules.mapping() == Mapping.MANUAL || candidate.byDefault();
        if (!named && rules.existing() == ExistingGroups.SKIP) {
            return leave(candidate, Reason.GROUP_EXISTING_SKIPPED);
        }
        // A group that the settings name is joined without being taken over.
        return new GroupDecision(group.name(), Reason.GROUP_JOINED, null, true, !named, List.of());
    }

    private GroupDecision unwanted(GroupCandidate candidate) {
        if (isProtected(candidate)) {
            return leave(candidate, Reason.GROUP_PROTECTED);
        }
        // Changed settings alone delete nothing.
        if (candidate.inEntra()) {
            return leave(candidate, Reason.GROUP_NOT_CHOSEN);
        }
        TargetGroup group = candidate.group();
        if (group == null || !candidate.created() || !rules.delete()) {
            return leave(candidate, Reason.GROUP_GONE);
        }
        if (group.administrators()) {
            return leave(candidate, Reason.GROUP_ADMINISTRATORS);
        }
        if (candidate.sharedBy() != null) {
            return leave(candidate, Reason.GROUP_SHARED, "filled by " + candidate.sharedBy());
        }
        Operation operation =
                operation(OperationKind.DELETE_GROUP, Wave.GROUPS_DELETED, group.name(), Reason.GROUP_GONE);
        return new GroupDecision(group.name(), Reason.GROUP_GONE, null, false, false, List.of(operation));
    }

    private Operation operation(OperationKind kind, Wave wave, String group, Reason reason) {
        return new Operation(0, target, wave, kind, null, group, null, null, Map.of(), Map.of(), reason);
    }

    private static GroupDecision leave(GroupCandidate candidate, Reason reason) {
        return leave(candidate, reason, candidate.detail());
    }

    private static GroupDecision leave(GroupCandidate candidate, Reason reason, @Nullable String detail) {
        String name =
                candidate.group() == null ? candidate.name() : candidate.group().name();
        return new GroupDecision(name, reason, detail, false, false, List.of());
    }
}
