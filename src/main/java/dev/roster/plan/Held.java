package dev.roster.plan;

import dev.roster.plan.MembershipPlanner.Pair;
import dev.roster.plan.MembershipPlanner.Seen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is in some groups, and what is said of each membership while they are compared.
 *
 * <p>A table for each group, not one of all pairs: rows come group by group, and a small table stays in the processor's
 * caches while they do. One for everything that is said, as a million memberships are looked up in it.
 */
final class Held {

    private final List<Member> members = new ArrayList<>();
    private final Map<String, Map<String, Member>> groups = new HashMap<>();

    /** A membership, and whether Roster gave it and whether Entra wants it. */
    static final class Member {

        private final Seen seen;
        private boolean given;
        private boolean wanted;

        private Member(Seen seen) {
            this.seen = seen;
        }

        Seen seen() {
            return seen;
        }

        boolean given() {
            return given;
        }

        boolean wanted() {
            return wanted;
        }
    }

    Held(List<Seen> seen) {
        for (Seen one : seen) {
            Member member = new Member(one);
            members.add(member);
            groups.computeIfAbsent(one.groupKey(), group -> new HashMap<>()).put(one.accountKey(), member);
        }
    }

    /** In the order in which they were seen. */
    List<Member> members() {
        return members;
    }

    /** @return those that are not there, of groups that show anybody */
    List<Pair> giveAll(List<Pair> given) {
        List<Pair> lost = new ArrayList<>();
        for (Pair pair : given) {
            Member member = find(pair.groupKey(), pair.accountKey());
            if (member != null) {
                member.given = true;
            } else if (groups.containsKey(pair.groupKey())) {
                lost.add(pair);
            }
        }
        return lost;
    }

    /** @return whether it is there */
    boolean want(String group, String account) {
        Member member = find(group, account);
        if (member != null) {
            member.wanted = true;
        }
        return member != null;
    }

    private @Nullable Member find(String group, String account) {
        Map<String, Member> accounts = groups.get(group);
        return accounts == null ? null : accounts.get(account);
    }
}
