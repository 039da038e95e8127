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
     * @param claimed when another target with the same product manages the account; then it is left to that one, whoever
     *     gave the membership
     */
    public record Seen(String groupKey, String accountKey, boolean claimed) {}

    /** Somebody who may have to leave a group, unless the person's own decision stands against it. */
    public record Leaving(Group group, String accountKey) {}

    /**
     * What follows from a comparison.
     *
     * @param added memberships to add
     * @param leaving those that may have to go
     * @param adopted those that count as given from now on
     * @param lost those that Roster gave and that are not there any more, of groups that show anybody
     */
    public record Comparison(List<Added> added, List<Leaving> leaving, List<Seen> adopted, List<Pair> lost) {}

    /** Somebody who is not in the group and should be. */
    public record Added(Group group, Wanted wanted) {}

    /** An account in a group. */
    public record Pair(String groupKey, String accountKey) {}

    /** @param given what Roster wrote, in these groups */
    public Comparison compare(Map<String, Group> groups, List<Wanted> wanted, List<Seen> seen, List<Pair> given) {
        Held held = new Held(seen);
        List<Pair> lost = held.giveAll(given);
        List<Added> added = added(groups, wanted, held);
        List<Leaving> leaving = new ArrayList<>();
        List<Seen> adopted = new ArrayList<>();
        for (Held.Member member : held.members()) {
            Group group = groups.get(member.seen().groupKey());
            if (group != null && !member.wanted() && mayGo(group, member)) {
                leaving.add(new Leaving(group, member.seen().accountKey()));
            }
            if (adopts && member.wanted() && !member.given()) {
                adopted.add(member.seen());
            }
        }
        return new Comparison(added, leaving, adopted, lost);
    }

    private static List<Added> added(Map<String, Group> groups, List<Wanted> wanted, Held held) {
        Set<Pair> missing = new HashSet<>();
        List<Added> added = new ArrayList<>();
        for (Wanted member : wanted) {
            Group group = groups.get(member.groupKey());
            boolean there = held.want(member.groupKey(), member.accountKey());
            if (!there && group != null && missing.add(new Pair(member.groupKey(), member.accountKey()))) {
                added.add(new Added(group, member));
            }
        }
        return added;
    }

    private boolean mayGo(Group group, Held.Member member) {
        if (!group.free() || member.seen().claimed() || rule == Membership.ADDITIVE) {
            return false;
        }
        return member.given() || group.created() || rule == Membership.EXACT && group.fills();
    }
}
