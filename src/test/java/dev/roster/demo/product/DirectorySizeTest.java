package dev.roster.demo.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.demo.product.DirectoryChange.What;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Three products of full size fit into one process. */
@Tag("bench")
class DirectorySizeTest {

    private static final int USERS = 100_000;
    private static final int GROUPS = 10_000;
    private static final int MEMBERSHIPS = 1_000_000;
    private static final long MOST_BYTES = 350L * 1024 * 1024 / 3;

    @Test
    void aDirectoryOfFullSizeTakesAThirdOfTheRoom() {
        long before = used();
        long start = System.nanoTime();
        SimulatedDirectory directory = filled();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        long bytes = used() - before;

        assertThat(directory.membershipCount()).isEqualTo(MEMBERSHIPS);
        assertThat(directory.changes()).hasSize(USERS + GROUPS + MEMBERSHIPS);
        assertThat(bytes).as("took %s", took).isLessThan(MOST_BYTES);
        assertThat(took).isLessThan(Duration.ofMinutes(1));
    }

    private static SimulatedDirectory filled() {
        SimulatedDirectory directory = new SimulatedDirectory(AccountKeys.JIRA, Clock.systemUTC());
        SimulatedGroup[] groups = new SimulatedGroup[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = directory.createGroup("Group " + i);
        }
        for (int i = 0; i < USERS; i++) {
            String name = "user" + i + "@example.com";
            SimulatedAccount account = directory.create(name, "Some User " + i, name, true);
            directory.join(What.ADD_MEMBER, account, groups[0]); // One group holds everybody.
            for (int k = 1; k < MEMBERSHIPS / USERS; k++) {
                directory.join(What.ADD_MEMBER, account, groups[1 + (i + k * 1117) % (GROUPS - 1)]);
            }
        }
        return directory;
    }

    @SuppressWarnings("UnnecessarySystemGc") // The measurement needs a clean heap.
    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
