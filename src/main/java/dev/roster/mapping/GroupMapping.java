package dev.roster.mapping;

import dev.roster.directory.Characters;
import dev.roster.directory.EntraGroup;
import dev.roster.directory.GuardedPattern;
import dev.roster.directory.NameRule;
import dev.roster.directory.PatternGaveUp;
import dev.roster.directory.Reason;
import dev.roster.settings.GroupRules;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** From a group in Entra to the groups of one target that it fills. */
public final class GroupMapping {
    private static final String NO_NAME = "(no name)";

    private final GroupRules.Mapping mapping;
    private final Set<String> kinds;
    private final List<GuardedPattern> included;
    private final List<GuardedPattern> excluded;
    private final List<GuardedPattern> protectedGroups;
    private final Rewriting rewriting;
    private final ManualEntries manual;
    private final NameRule names;

    /** @throws IllegalArgumentException when the replacement does not fit the pattern */
    public GroupMapping(GroupRules rules, NameRule names) {
        this.mapping = rules.mapping();
        this.kinds = rules.kinds().stream().map(GroupMapping::word).collect(Collectors.toUnmodifiableSet());
        this.included = GuardedPattern.full(rules.include());
        this.excluded = GuardedPattern.full(rules.exclude());
        this.protectedGroups = GuardedPattern.fullInAnyCase(rules.protectedGroups());
        this.rewriting = new Rewriting(
                "groups.rename-replacement", rules.renamePattern(), rules.renameReplacement(), rules.nameCase());
        this.manual = new ManualEntries(rules);
        this.names = names;
    }

    /**
     * Empty when the group is not selected. With manual mapping the groups of a faulty entry are in it as well; see
     * {@link ManualFaults}. Never fails on what a directory holds.
     */
    public List<MappedGroup> map(EntraGroup group) {
        return switch (mapping) {
            case OFF -> List.of();
            case MANUAL ->
                manual.targets(group).stream().map(name -> mapped(group, name)).toList();
            case ON_THE_FLY -> onTheFly(group);
        };
    }

    private List<MappedGroup> onTheFly(EntraGroup group) {
        try {
            return selected(group) ? List.of(mapped(group, rewriting.apply(group.name()))) : List.of();
        } catch (PatternGaveUp e) {
            return List.of(illegal(group, group.name(), e.detail()));
        }
    }

    private boolean selected(EntraGroup group) {
        String name = Rewriting.composed(group.name());
        return kinds.contains(group.kind())
                && GuardedPattern.firstMatching(included, name).isPresent()
                && GuardedPattern.firstMatching(excluded, name).isEmpty();
    }

    private MappedGroup mapped(EntraGroup group, String name) {
        try {
            return judged(group, name);
        } catch (PatternGaveUp e) {
            return illegal(group, name, e.detail());
        }
    }

    private MappedGroup judged(EntraGroup group, String name) {
        String refusal = names.refusal(name).orElse(null);
        if (refusal != null) {
            return illegal(group, name, refusal);
        }
        if (GuardedPattern.firstMatching(protectedGroups, name).isPresent()) {
            return new MappedGroup(group.id(), name, Reason.GROUP_PROTECTED, "under groups.protected");
        }
        Reason verdict = group.membersHidden() ? Reason.GROUP_HIDDEN : null;
        return new MappedGroup(group.id(), name, verdict, null);
    }

    private static MappedGroup illegal(EntraGroup group, String name, String detail) {
        String shown = name.isEmpty() ? NO_NAME : Characters.shown(name);
        return new MappedGroup(group.id(), shown, Reason.ILLEGAL_NAME, detail);
    }

    private static String word(GroupRules.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
