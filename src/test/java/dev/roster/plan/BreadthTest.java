package dev.roster.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.plan.Breadth.Facts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of a target a run plans. */
class BreadthTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            #reconcile | planned by | settings | unanswered | due  | people | groups | extent     | cause
            false      | -          | a        | false      | 0    | 10     | false  | EVERYTHING | first-plan
            true       | -          | a        | true       | 5    | 10     | true   | EVERYTHING | first-plan
            false      | a          | b        | false      | 0    | 10     | false  | EVERYTHING | settings-changed
            false      | a          | -        | false      | 0    | 10     | false  | EVERYTHING | settings-changed
            true       | a          | b        | false      | 0    | 10     | false  | EVERYTHING | settings-changed
            true       | a          | a        | true       | 5    | 10     | false  | EVERYTHING | reconcile
            false      | a          | a        | true       | 0    | 10     | false  | EVERYTHING | unanswered
            false      | a          | a        | false      | 999  | 999    | false  | DUE        | changes
            false      | a          | a        | false      | 1000 | 1999   | false  | EVERYTHING | much-due
            false      | a          | a        | false      | 1000 | 2000   | false  | DUE        | changes
            false      | a          | a        | false      | 1    | 10     | false  | DUE        | changes
            false      | a          | a        | false      | 0    | 10     | true   | DUE        | changes
            false      | a          | a        | false      | 0    | 10     | false  | NOTHING    | no-changes
            """)
    void theFactsDecide(
            boolean reconcile,
            @Nullable String plannedBy,
            @Nullable String settings,
            boolean unanswered,
            long due,
            long people,
            boolean groups,
            Breadth.Extent extent,
            String cause) {
        Breadth breadth = Breadth.of(new Facts(reconcile, plannedBy, settings, unanswered, due, people, groups));
        assertThat(breadth.extent()).isEqualTo(extent);
        assertThat(breadth.cause().word()).isEqualTo(cause);
        assertThat(Breadth.Cause.of(cause)).isEqualTo(breadth.cause());
    }
}
