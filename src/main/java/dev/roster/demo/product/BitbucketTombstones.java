package dev.roster.demo.product;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Deleted users, whose id Bitbucket keeps for seven days; guarded by the directory's lock. */
final class BitbucketTombstones {

    private static final Duration KEPT = Duration.ofDays(7);

    /** A deleted user. */
    private record Tombstone(SimulatedAccount account, Instant at) {}

    private final Clock clock;
    private final Map<String, Tombstone> byName = new HashMap<>();

    BitbucketTombstones(Clock clock) {
        this.clock = clock;
    }

    void bury(SimulatedAccount account) {
        byName.put(account.folded(), new Tombstone(account, clock.instant()));
    }

    /** Gives the deleted user of that name back, if its time is not over. */
    Optional<SimulatedAccount> revive(String name) {
        return Optional.ofNullable(byName.remove(Named.fold(name)))
                .filter(one -> one.at().plus(KEPT).isAfter(clock.instant()))
                .map(Tombstone::account);
    }
}
