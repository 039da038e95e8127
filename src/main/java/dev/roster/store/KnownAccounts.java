package dev.roster.store;

import dev.roster.plan.MembershipPlanner.Wanted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of people who have come up while the memberships of one target are compared. People are in many groups,
 * and to look their accounts up for each two hundred groups was the dearest statement of a plan.
 *
 * <p>It holds so many and no more, however large the directory is; whoever is known longest goes first. Good for
 * one comparison, in which what was decided about people stays, and for one thread at a time.
 */
public final class KnownAccounts {

    /** Some 20 MB. */
    private static final int MOST = 100_000;

    /** Of somebody who is to be in no group. */
    private static final Account NONE = new Account("", "");

    private final Map<String, Account> known;

    KnownAccounts(int most) {
        this.known = new LinkedHashMap<>() {
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

    /** @param wanted rows of wanted-members.sql */
    public Page page(List<Map<String, Object>> wanted) {
        return new Page(wanted);
    }

    /** Some memberships that are wanted, each with the account of its person, where that is known. */
    public final class Page {

        private final List<Map<String, Object>> wanted;
        private final @Nullable Account[] accounts;
        private final Map<String, Account> fresh = new HashMap<>();

        private Page(List<Map<String, Object>> wanted) {
            this.wanted = wanted;
            this.accounts = new Account[wanted.size()];
            int at = 0;
            for (Map<String, Object> row : wanted) {
                String person = person(row);
                accounts[at] = known.get(person);
                if (accounts[at] == null) {
                    fresh.put(person, NONE);
                }
                at++;
            }
        }

        /** Whom to look up. */
        public Set<String> unknown() {
            return fresh.keySet();
        }

        /**
         * The memberships of those who have an account.
         *
         * @param found rows of accounts-that-join.sql about those who were unknown; it leaves some people out
         */
        public List<Wanted> members(List<Map<String, Object>> found) {
            found.forEach(row -> fresh.put(person(row), account(row)));
            List<Wanted> members = new ArrayList<>(accounts.length);
            int at = 0;
            for (Map<String, Object> row : wanted) {
                Account account = accounts[at++];
                add(row, account != null ? account : fresh.getOrDefault(person(row), NONE), members);
            }
            known.putAll(fresh);
            return members;
        }

        private void add(Map<String, Object> row, Account account, List<Wanted> members) {
            if (account != NONE) {
                members.add(
                        new Wanted(CandidateRows.text(row, "group_key"), account.key(), account.name(), person(row)));
            }
        }
    }

    private static String person(Map<String, Object> row) {
        return CandidateRows.text(row, "person_id");
    }

    private static Account account(Map<String, Object> row) {
        String key = CandidateRows.text(row, "account_key");
        String name = CandidateRows.text(row, "account_name");
        return new Account(key, name.equals(key) ? key : name);
    }
}
