package dev.roster.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessThroughGroupsTest {

    @Test
    void aFewGroupsAreAllNamed() {
        assertThat(AccessThroughGroups.advice(List.of("users", "staff"))).endsWith(": users, staff");
    }

    @Test
    void manyGroupsAreCounted() {
        assertThat(AccessThroughGroups.advice(Collections.nCopies(13, "users"))).endsWith("users, and 3 more");
    }

    @Test
    void withoutOneToFillAccessHasToBeGiven() {
        assertThat(AccessThroughGroups.advice(List.of())).contains("Let one of the groups that Roster fills");
    }
}
