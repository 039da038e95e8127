package dev.roster.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How often somebody has just tried a wrong password, by network address; it remembers no more than so many of them. */
final class WrongPasswords {

    /** So many in this time are a person's mistakes. */
    static final int ALLOWED = 10;

    static final Duration WINDOW = Duration.ofMinutes(5);
    static final int MOST_ADDRESSES = 10_000;

    private static final int LONGEST_ADDRESS = 60;
    private static final int NETWORK_GROUPS = 4;

    private final Clock clock;

    // Guarded by this.
    private final Map<String, Tries> byAddress = new LinkedHashMap<>();

    WrongPasswords(Clock clock) {
        this.clock = clock;
    }

    private record Tries(Instant until, int count) {}

    /** How long nobody may sign in from there; empty when anybody may. */
    synchronized Optional<Duration> closed(String address) {
        return Optional.ofNullable(byAddress.get(network(address)))
                .filter(tries -> tries.count() >= ALLOWED)
                .map(tries -> Duration.between(clock.instant(), tries.until()))
                .filter(left -> !left.isNegative() && !left.isZero());
    }

    /** A wrong password came from there. Returns whether that was the last one that is allowed for now. */
    synchronized boolean noted(String address) {
        Instant now = clock.instant();
        String network = network(address);
        Tries before = byAddress.get(network);
        Tries tries = before == null || !now.isBefore(before.until())
                ? new Tries(now.plus(WINDOW), 1)
                : new Tries(before.until(), before.count() + 1);
        byAddress.remove(network);
        byAddress.put(network, tries);
        if (byAddress.size() > MOST_ADDRESSES) {
            byAddress.remove(byAddress.keySet().iterator().next());
        }
        return tries.count() == ALLOWED;
    }

    synchronized int addresses() {
        return byAddress.size();
    }

    /** Whoever has one IPv6 address has the other 2⁶⁴ of its network as well. */
    private static String network(String address) {
        String network = address.indexOf(':') < 0
                ? address
                : Arrays.stream(address.split(":", -1)).limit(NETWORK_GROUPS).collect(Collectors.joining(":"));
        return network.substring(0, Math.min(network.length(), LONGEST_ADDRESS));
    }
}
