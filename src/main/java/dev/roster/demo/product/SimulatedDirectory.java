package dev.roster.demo.product;

import dev.roster.demo.product.DirectoryChange.What;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The users, groups and memberships of one product, and a log of every change that a client made to them. Names are
 * compared without regard to case; each keeps its own spelling. Safe for use by many threads.
 */
public final class SimulatedDirectory {

    private final AccountKeys keys;
    private final Clock clock;
    private final DirectoryState state = new DirectoryState();
    private final ChangeLog log = new ChangeLog();

    SimulatedDirectory(AccountKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** All accounts, sorted by name. */
    public List<SimulatedAccount> accounts() {
        return exclusively(() -> all(state.accounts().sorted(), state.accounts()::numbered));
    }

    /** Empty when there is none of that name. */
    public synchronized Optional<SimulatedAccount> account(String name) {
        return Optional.ofNullable(state.accounts().find(name));
    }

    /** The names of all groups, sorted. */
    public List<String> groups() {
        return exclusively(() -> names(all(state.groups().sorted(), state.groups()::numbered)));
    }

    public synchronized boolean hasGroup(String name) {
        return state.groups().find(name) != null;
    }

    /**
     * The names of a group's direct members, sorted.
     *
     * @throws NoSuchElementException there is no such group
     */
    public List<String> members(String group) {
        return exclusively(() -> names(all(state.members(known(group)), state.accounts()::numbered)));
    }

    /**
     * The names of the groups that an account is a direct member of, sorted.
     *
     * @throws NoSuchElementException there is no such account
     */
    public List<String> groupsOf(String user) {
        return exclusively(() -> {
            SimulatedAccount account = account(user).orElseThrow(() -> new NoSuchElementException(user));
            return names(all(state.groupsOf(account), state.groups()::numbered));
        });
    }

    /** How many accounts there are. */
    public synchronized int accountCount() {
        return state.accounts().size();
    }

    /** How many direct memberships there are in all. */
    public synchronized int membershipCount() {
        return state.memberships();
    }

    /** The oracle: every change accepted from a client so far, in order; what was seeded is not in it. */
    public List<DirectoryChange> changes() {
        return log.changes();
    }

    /** Forgets the changes so far; the users and groups stay. */
    public void forgetChanges() {
        log.clear();
    }

    /** Puts things into the product as its own administrators would: not in the log, and no rule checked. */
    public DirectorySeed seed() {
        return new DirectorySeed(this, state, keys);
    }

    /** Nobody else reads or changes the directory while this works. */
    synchronized <T extends @Nullable Object> T exclusively(Supplier<T> work) {
        return work.get();
    }

    Optional<SimulatedAccount> accountByKey(String key) {
        return accountByNumber(keys.numberOf(key));
    }

    synchronized Optional<SimulatedAccount> accountByNumber(int number) {
        return Optional.ofNullable(state.accounts().living(number));
    }

    synchronized Optional<SimulatedGroup> group(String name) {
        return Optional.ofNullable(state.groups().find(name));
    }

    Slice<SimulatedAccount> accounts(Predicate<SimulatedAccount> wanted, int start, int limit) {
        return exclusively(() -> slice(state.accounts().sorted(), wanted, start, limit));
    }

    /** The accounts with a higher number than the given one, by number. */
    synchronized List<SimulatedAccount> accountsAfter(int number, int limit) {
        List<SimulatedAccount> found = new ArrayList<>();
        for (int next = number + 1; next < state.accounts().nextNumber() && found.size() < limit; next++) {
            SimulatedAccount account = state.accounts().living(next);
            if (account != null) {
                found.add(account);
            }
        }
        return found;
    }

    Slice<SimulatedAccount> members(SimulatedGroup group, Predicate<SimulatedAccount> wanted, int start, int limit) {
        return exclusively(() -> slice(state.members(group), wanted, start, limit));
    }

    Slice<SimulatedAccount> membersWithin(
            SimulatedGroup group, Predicate<SimulatedAccount> wanted, int start, int limit) {
        return exclusively(() -> slice(state.membersWithin(group), wanted, start, limit));
    }

    synchronized boolean isMember(SimulatedAccount account, SimulatedGroup group) {
        return state.groupsOf(account).contains(group.number());
    }

    List<String> subgroups(SimulatedGroup group) {
        return exclusively(() -> {
            SortedNumbers children = state.subgroups(group);
            return children == null ? List.of() : names(all(children, state.groups()::numbered));
        });
    }

    /** The name must be free. */
    synchronized SimulatedAccount create(String name, String displayName, String email, boolean passwordKnown) {
        SimulatedAccount account =
                SimulatedAccount.of(state.accounts().nextNumber(), keys, name, displayName, email, passwordKnown);
        state.add(account);
        log(What.CREATE_USER, name, null, null);
        return account;
    }

    /** Brings a deleted account back under its old number. */
    synchronized void restore(SimulatedAccount account) {
        state.add(account);
        log(What.CREATE_USER, account.name(), null, null);
    }

    synchronized SimulatedAccount update(What what, SimulatedAccount old, SimulatedAccount now) {
        state.replace(old, now);
        log(what, old.name(), null, what == What.RENAME_USER ? now.name() : null);
        return now;
    }

    synchronized void delete(SimulatedAccount account) {
        state.delete(account);
        log(What.DELETE_USER, account.name(), null, null);
    }

    /** The name must be free. */
    synchronized SimulatedGroup createGroup(String name) {
        SimulatedGroup group = new SimulatedGroup(state.groups().nextNumber(), name, Named.fold(name));
        state.add(group);
        log(What.CREATE_GROUP, null, name, null);
        return group;
    }

    synchronized void deleteGroup(SimulatedGroup group) {
        state.delete(group);
        log(What.DELETE_GROUP, null, group.name(), null);
    }

    /** False, and nothing in the log, when already a member. */
    synchronized boolean join(What what, SimulatedAccount account, SimulatedGroup group) {
        boolean joined = state.join(account, group);
        if (joined) {
            log(what, account.name(), group.name(), null);
        }
        return joined;
    }

    /** False, and nothing in the log, when not a member. */
    synchronized boolean leave(SimulatedAccount account, SimulatedGroup group) {
        boolean left = state.leave(account, group);
        if (left) {
            log(What.REMOVE_MEMBER, account.name(), group.name(), null);
        }
        return left;
    }

    void log(What what, @Nullable String user, @Nullable String group, @Nullable String detail) {
        log.add(what, user, group, detail, clock.instant());
    }

    private SimulatedGroup known(String group) {
        return group(group).orElseThrow(() -> new NoSuchElementException(group));
    }

    private Slice<SimulatedAccount> slice(
            SortedNumbers numbers, Predicate<SimulatedAccount> wanted, int start, int limit) {
        List<SimulatedAccount> items = new ArrayList<>();
        int total = 0;
        for (int i = 0; i < numbers.size(); i++) {
            SimulatedAccount account = state.accounts().numbered(numbers.get(i));
            if (wanted.test(account)) {
                if (total >= start && items.size() < limit) {
                    items.add(account);
                }
                total++;
            }
        }
        return new Slice<>(items, start, total);
    }

    private static <T> List<T> all(SortedNumbers numbers, IntFunction<T> byNumber) {
        List<T> all = new ArrayList<>(numbers.size());
        for (int i = 0; i < numbers.size(); i++) {
            all.add(byNumber.apply(numbers.get(i)));
        }
        return all;
    }

    private static List<String> names(List<? extends Named> named) {
        List<String> names = new ArrayList<>(named.size());
        named.forEach(one -> names.add(one.name()));
        return names;
    }
}
