package dev.roster.store;

import dev.roster.plan.MembershipPlanner.Wanted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The accounts of people who have come up while the memberships of one target are compared. People are in many groups,
 * and to look their accounts up for each two hundred groups was the dearest statement of a plan.
 *
 * <p>It holds so many and no more, however large the directory is; whoever came up longest ago goes first. Good for one
 * comparison, in which what was decided about people stays, and for one thread at a time.
 */
public final class KnownAccounts {

    /** Some 20 MB. */
    private static final int MOST = 100_000;

    /** Of somebody who is to be in no group. */
    private static final Account NONE = new Account("", "");

    private final Map<String, Account> known;

    KnownAccounts(int most) {
        this.known = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Account> eldest) {
                return size() > most;
            }
        };
    }

    private record Account(String key, String name) {}

    /** Nobody has come up yet. */
    public static KnownAccounts none() {
        return new KnownAccounts(MOST);
    }

    /**
     * Whom to look up.
     *
     * @param wanted rows of wanted-members.sql
     */
    public Set<String> unknown(List<Map<String, Object>> wanted) {
        return wanted.stream()
                .map(row -> CandidateRows.text(row, "person_id"))
                .filter(person -> !known.containsKey(person))
                .collect(Collectors.toSet());
    }

    /**
     * Those of the wanted who have an account.
     *
     * @param wanted the same rows
     * @param accounts rows of accounts-that-join.sql about those who were unknown; it leaves some people out
     */
    public List<Wanted> members(List<Map<String, Object>> wanted, List<Map<String, Object>> accounts) {
        Map<String, Account> found = new HashMap<>();
        accounts.forEach(row -> found.put(CandidateRows.text(row, "person_id"), account(row)));
        List<Wanted> members = new ArrayList<>();
        for (Map<String, Object> row : wanted) {
            String person = CandidateRows.text(row, "person_id");
            Account account = found.computeIfAbsent(person, one -> known.getOrDefault(one, NONE));
            if (account != NONE) {
                members.add(new Wanted(CandidateRows.text(row, "group_key"), account.key(), account.name(), person));
            }
        }
        known.putAll(found);
        return members;
    }

    private static Account account(Map<String, Object> row) {
        String key = CandidateRows.text(row, "account_key");
        String name = CandidateRows.text(row, "account_name");
        return new Account(key, name.equals(key) ? key : name);
    }
}
