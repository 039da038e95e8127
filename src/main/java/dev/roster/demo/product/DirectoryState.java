package dev.roster.demo.product;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Users, groups and memberships, without lock or log. */
final class DirectoryState {

    private final NameTable<SimulatedAccount> accounts = new NameTable<>();
    private final NameTable<SimulatedGroup> groups = new NameTable<>();
    private final List<SortedNumbers> membersByGroup = new ArrayList<>();
    private final List<SortedNumbers> groupsByAccount = new ArrayList<>();
    private final Map<Integer, SortedNumbers> subgroups = new HashMap<>();
    private int memberships;

    NameTable<SimulatedAccount> accounts() {
        return accounts;
    }

    NameTable<SimulatedGroup> groups() {
        return groups;
    }

    int memberships() {
        return memberships;
    }

    void add(SimulatedAccount account) {
        accounts.add(account);
        if (account.number() == groupsByAccount.size()) {
            groupsByAccount.add(new SortedNumbers(groups::nameOf));
        }
    }

    void add(SimulatedGroup group) {
        groups.add(group);
        membersByGroup.add(new SortedNumbers(accounts::nameOf));
    }

    /** Puts the new state of an account in the place of the old one; its name may change. */
    void replace(SimulatedAccount old, SimulatedAccount now) {
        // The lists are sorted by name, so the number has to leave them before the name changes.
        int[] in = groupsOf(old).toArray();
        for (int group : in) {
            membersByGroup.get(group).remove(old.number());
        }
        accounts.remove(old);
        accounts.add(now);
        for (int group : in) {
            membersByGroup.get(group).add(now.number());
        }
    }

    void delete(SimulatedAccount account) {
        for (int group : groupsOf(account).toArray()) {
            leave(account, groups.numbered(group));
        }
        accounts.remove(account);
    }

    void delete(SimulatedGroup group) {
        for (int account : members(group).toArray()) {
            leave(accounts.numbered(account), group);
        }
        subgroups.remove(group.number());
        subgroups.values().forEach(children -> children.remove(group.number()));
        groups.remove(group);
    }

    boolean join(SimulatedAccount account, SimulatedGroup group) {
        boolean joined = members(group).add(account.number());
        if (joined) {
            groupsOf(account).add(group.number());
            memberships++;
        }
        return joined;
    }

    boolean leave(SimulatedAccount account, SimulatedGroup group) {
        boolean left = members(group).remove(account.number());
        if (left) {
            groupsOf(account).remove(group.number());
            memberships--;
        }
        return left;
    }

    SortedNumbers members(SimulatedGroup group) {
        return membersByGroup.get(group.number());
    }

    SortedNumbers groupsOf(SimulatedAccount account) {
        return groupsByAccount.get(account.number());
    }

    void nest(SimulatedGroup parent, SimulatedGroup child) {
        subgroups
                .computeIfAbsent(parent.number(), number -> new SortedNumbers(groups::nameOf))
                .add(child.number());
    }

    @Nullable
    SortedNumbers subgroups(SimulatedGroup group) {
        return subgroups.get(group.number());
    }

    /** The members of a group and of all groups within it. */
    SortedNumbers membersWithin(SimulatedGroup group) {
        if (subgroups(group) == null) {
            return members(group);
        }
        SortedNumbers all = new SortedNumbers(accounts::nameOf);
        SortedNumbers seen = new SortedNumbers(groups::nameOf);
        collect(group, seen, all);
        return all;
    }

    private void collect(SimulatedGroup group, SortedNumbers seen, SortedNumbers all) {
        if (!seen.add(group.number())) {
            return;
        }
        SortedNumbers direct = members(group);
        for (int i = 0; i < direct.size(); i++) {
            all.add(direct.get(i));
        }
        SortedNumbers children = subgroups(group);
        for (int i = 0; children != null && i < children.size(); i++) {
            collect(groups.numbered(children.get(i)), seen, all);
        }
    }
}
