package dev.roster.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.directory.Account;
import dev.roster.directory.Seats;
import dev.roster.store.SeatCounts.Use;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** How many licence seats a plan takes and gives back. */
@ParameterizedClass
@EnumSource(Database.class)
class SeatCountsTest {

    private final Tables tables;
    private final Run run;
    private final RunTarget target;

    SeatCountsTest(Database database) {
        tables = new Tables(database.withTables());
        run = tables.run();
        target = run.targets().get(0);
    }

    @BeforeEach
    void annWorksAndBobIsInactive() {
        account("ann", true);
        account("bob", false);
        account("cid", true);
        tables.seen.keepGroups(
                run, target, List.of("users", "devs"), Surroundings.of("1", "roster", List.of(), List.of()));
        Found found = Found.membersOf("users");
        Found.add(found, List.of("ann", "bob"));
        tables.seen.keepMembers(target, found);
        tables.seats.keep(target, List.of(new Seats("Jira", 3, List.of("Users", "devs"))));
    }

    private void account(String name, boolean active) {
        tables.seen.keepAccounts(run, target, List.of(new Account(name, name, name, null, active, true)));
    }

    private void planned(String kind, String user, @Nullable String group) {
        tables.jdbc
                .sql("insert into operation (run_id, target_no, wave, kind, user_name, group_name, reason, status)"
                        + " values (?, ?, 1, ?, ?, ?, 'changed', 'planned')")
                .params(run.id(), target.no(), kind, user)
                .param(group)
                .update();
    }

    private Use use() {
        return tables.seats.uses(run, target).get(0);
    }

    @Test
    void whoIsAddedOrActivatedTakesOneSeatAndWhoHasOneAlreadyTakesNone() {
        planned("add-member", "Cid", "Users");
        planned("add-member", "cid", "Devs");
        planned("add-member", "new", "devs");
        planned("add-member", "new", "others");
        planned("add-member", "ann", "devs");
        planned("activate-user", "bob", null);
        assertThat(use()).isEqualTo(new Use("Jira", 3, 0, 3));
        assertThat(use().fits()).isTrue();
        planned("add-member", "fay", "users");
        assertThat(use().fits()).isFalse();
    }

    @Test
    void whoLeavesGivesTheSeatBack() {
        planned("deactivate-user", "ann", null);
        planned("delete-user", "bob", null);
        planned("deactivate-user", "cid", null);
        assertThat(use()).isEqualTo(new Use("Jira", 3, 1, 0));
    }

    @Test
    void aProductThatTellsOfNoneForgetsThem() {
        tables.seats.keep(target, List.of(new Seats("Jira", 1, List.of("users"))));
        assertThat(use().left()).isEqualTo(1);
        tables.seats.keep(target, null);
        assertThat(tables.seats.uses(run, target)).isEmpty();
    }
}
