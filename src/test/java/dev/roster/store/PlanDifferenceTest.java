package dev.roster.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.directory.OperationKind;
import dev.roster.store.PlanDifference.Missing;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is compared when somebody approves late, what a plan would hit first, and how long requests took. */
@ParameterizedClass
@EnumSource(Database.class)
class PlanDifferenceTest {

    private final Tables tables;
    private final PlanDifference difference;

    PlanDifferenceTest(Database database) {
        tables = new Tables(database.withTables());
        difference = new PlanDifference(tables.jdbc);
    }

    private void plans(Run run, String kind, String user, @Nullable String group, @Nullable String account) {
        tables.jdbc
                .sql("""
                insert into operation (run_id, target_no, wave, kind, user_name, group_name, account_id, reason, status)
                values (?, ?, 1, ?, ?, ?, ?, 'leaver', 'planned')""")
                .params(run.id(), run.targets().get(0).no(), kind, user)
                .param(group)
                .param(account)
                .update();
    }

    private Missing missing(Run plan, Run later) {
        return difference.missing(plan.id(), later.id(), List.of("jira"), 2);
    }

    @Test
    void whatALaterPlanDoesNotHaveIsCountedAndTheFirstAreNamed() {
        Run plan = tables.run();
        Run later = tables.run();
        for (String user : List.of("ann", "bob", "cid", "dee")) {
            plans(plan, "remove-member", user, "team", null);
        }
        plans(later, "remove-member", "cid", "team", null);
        plans(later, "remove-member", "new", "team", null);

        assertThat(missing(plan, later))
                .isEqualTo(new Missing(3, List.of("jira: remove-member ann team", "jira: remove-member bob team")));
        assertThat(missing(plan, plan).count()).isZero();
        assertThat(difference.missing(plan.id(), later.id(), List.of("wiki"), 2).count())
                .isZero();
        assertThat(difference.missing(plan.id(), later.id(), List.of(), 2).count())
                .isZero();
    }

    @Test
    void anAccountThatWasMadeAnewIsAnotherOne() {
        Run plan = tables.run();
        Run later = tables.run();
        plans(plan, "deactivate-user", "ann", null, "JIRAUSER1");
        plans(later, "deactivate-user", "ann", null, "JIRAUSER2");
        assertThat(missing(plan, later).first()).containsExactly("jira: deactivate-user ann");
    }

    @Test
    void soIsAnAccountThatWouldNoLongerBeTakenOver() {
        Run plan = tables.run();
        Run later = tables.run();
        tables.jdbc
                .sql("insert into adoption (run_id, target_no, kind, name_key, person_id) values (?, ?, ?, ?, ?)")
                .params(plan.id(), plan.targets().get(0).no(), "user", "ann", "p1")
                .update();
        assertThat(missing(plan, later).first()).containsExactly("jira: take-over-user ann");
    }

    @Test
    void thoseWhomAPlanHitsFirstAreNamedOnce() {
        Run plan = tables.run();
        Removals removals = new Removals(tables.jdbc, tables.clock());
        plans(plan, "remove-member", "bob", "team-b", null);
        plans(plan, "remove-member", "bob", "team-a", null);
        plans(plan, "deactivate-user", "ann", null, null);
        RunTarget target = plan.targets().get(0);

        assertThat(removals.firstLeavers(plan, target)).containsExactly("ann", "bob");
        assertThat(removals.first(plan, target, OperationKind.REMOVE_MEMBER))
                .containsExactly("bob: team-b", "bob: team-a");
    }

    @Test
    void theTimeOfARequestThatWritesCountsWhereThereIsOne() {
        RequestTimes times = new RequestTimes(tables.jdbc);
        times.keep("acme.jira", 10.0, null);
        times.keep("acme.wiki", null, null);
        assertThat(times.all()).hasSize(1).containsEntry("acme.jira", 10.0);
        times.keep("acme.jira", null, 30.0);
        assertThat(times.all()).containsEntry("acme.jira", 30.0);
        times.keep("acme.jira", 20.0, null);
        assertThat(times.all()).containsEntry("acme.jira", 30.0);
    }
}
