package dev.roster.plan;

import dev.roster.settings.GroupRules.Membership;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what some groups of a target should hold with what they hold. */
public final class MembershipPlanner {

    private final Membership rule;
    private final boolean adopts;

    /** @param adopts whether a membership that was there, and that Entra wants as well, counts as given */
    public MembershipPlanner(Membership rule, boolean adopts) {
        this.rule = rule;
        this.adopts = adopts;
    }

    /**
     * A group of the target.
     *
     * @param key what spellings of its name have in common
     * @param fills whether the plan adds and removes members
     * @param free whether what Roster gave may be taken away: not where the plan leaves the group as it is
     * @param created by Roster, so that every membership in it counts as given
     * @param forAll whether everybody is in it by default
     */
    public record Group(String key, String name, boolean fills, boolean free, boolean created, boolean forAll) {}

    /** Somebody who should be in a group. */
    public record Wanted(String groupKey, String accountKey, String accountName, String personId) {}

    /**
     * Somebody who is in a group.
     *
     * @param given when Roster wrote that
     * @param claimed when another target with the same product manages the account; then it is left to that one, whoever
     *     gave the membership
     */
    public record Seen(String groupKey, String accountKey, boolean given, boolean claimed) {}

    /** Somebody who may have to leave a group, unless the person's own decision stands against it. */
    public record Leaving(Group group, String accountKey) {}

    /** Memberships to add, those that may have to go, and those that count as given from now on. */
    public record Comparison(List<Added> added, List<Leaving> leaving, List<Seen> adopted) {}

    /** Somebody who is not in the group and should be. */
    public record Added(Group group, Wanted wanted) {}

    /** An account in a group. */
    public record Pair(String groupKey, String accountKey) {}

    /** Memberships that Roster gave and that are not there any more, of groups that show anybody. */
    public static List<Pair> lost(List<Pair> given, List<Pair> seen) {
        Set<Pair> held = new HashSet<>(seen);
        Set<String> peopled = new HashSet<>();
        seen.forEach(member -> peopled.add(member.groupKey()));
        return given.stream()
                .filter(member -> peopled.contains(member.groupKey()) && !held.contains(member))
                .toList();
    }

    public Comparison compare(Map<String, Group> groups, List<Wanted> wanted, List<Seen> seen) {
        Set<Pair> held = new HashSet<>();
        seen.forEach(member -> held.add(new Pair(member.groupKey(), member.accountKey())));
        Set<Pair> due = new HashSet<>();
        List<Added> added = new ArrayList<>();
        for (Wanted member : wanted) {
            Pair pair = new Pair(member.groupKey(), member.accountKey());
            Group group = groups.get(member.groupKey());
            if (due.add(pair) && group != null && !held.contains(pair)) {
                added.add(new Added(group, member));
            }
        }
        List<Leaving> leaving = new ArrayList<>();
        List<Seen> adopted = new ArrayList<>();
        for (Seen member : seen) {
            Group group = groups.get(member.groupKey());
            boolean wantedStill = due.contains(new Pair(member.groupKey(), member.accountKey()));
            if (group != null && !wantedStill && mayGo(group, member)) {
                leaving.add(new Leaving(group, member.accountKey()));
            }
            if (adopts && wantedStill && !member.given()) {
                adopted.add(member);
            }
        }
        return new Comparison(added, leaving, adopted);
    }

    private boolean mayGo(Group group, Seen member) {
        if (!group.free() || member.claimed() || rule == Membership.ADDITIVE) {
            return false;
        }
        return member.given() || group.created() || rule == Membership.EXACT && group.fills();
    }
}
