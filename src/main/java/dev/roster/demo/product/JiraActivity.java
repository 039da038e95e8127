package dev.roster.demo.product;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which accounts have issues or comments to their name. */
final class JiraActivity {

    private final Set<Integer> accounts = ConcurrentHashMap.newKeySet();

    void add(SimulatedAccount account) {
        accounts.add(account.number());
    }

    boolean of(SimulatedAccount account) {
        return accounts.contains(account.number());
    }
}
