package dev.roster.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.directory.Lead;
import dev.roster.directory.Operation;
import dev.roster.directory.OperationKind;
import dev.roster.directory.OperationStatus;
import dev.roster.directory.Outcome;
import dev.roster.directory.Reason;
import dev.roster.directory.Wave;
import dev.roster.plan.HandOver;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class LeadsTest {

    private final Tables tables;
    private final Run run;
    private final RunTarget target;

    LeadsTest(Database database) {
        tables = new Tables(database.withTables());
        run = tables.run();
        target = run.targets().get(0);
    }

    private Operation operation(Wave wave, OperationKind kind, String user) {
        return new Operation(
                0, target.no(), wave, kind, user, null, null, "key-" + user, Map.of(), Map.of(), Reason.DISABLED);
    }

    private void planLeavers(String... users) {
        for (String user : users) {
            tables.operations.plan(run, List.of(operation(Wave.LEAVERS, OperationKind.DEACTIVATE_USER, user)));
        }
    }

    private long number(String user) {
        return tables.jdbc
                .sql("select id from operation where user_name = ? and kind = 'deactivate-user'")
                .param(user)
                .query(Long.class)
                .single();
    }

    private HandOver handOver(String user) {
        return new HandOver(
                number(user),
                List.of(operation(Wave.LEADS_HANDED_OVER, OperationKind.REASSIGN_PROJECT_LEAD, user)),
                null,
                null);
    }

    /** As in {@code deactivate-user ann planned disabled}. */
    private List<String> lines() {
        return tables.jdbc
                .sql("select kind || ' ' || user_name || ' ' || status || ' ' || reason from operation order by id")
                .query(String.class)
                .list();
    }

    @Test
    void thereAreLeaversOnceSomebodyIsToBeDeactivated() {
        tables.operations.plan(run, List.of(operation(Wave.ACCOUNTS, OperationKind.UPDATE_USER, "ann")));
        assertThat(tables.leads.anyLeaver(run, target)).isFalse();
        planLeavers("bob");
        assertThat(tables.leads.anyLeaver(run, target)).isTrue();
        assertThat(tables.leads.anyLeaver(tables.run(), target)).isFalse();
    }

    @Test
    void whoLeadsWhatIsKeptOnceAndForgottenTogether() {
        Lead web = new Lead(Lead.Kind.PROJECT, "WEB", "WEB", "key-ann");
        tables.leads.keep(target, List.of(web, new Lead(Lead.Kind.COMPONENT, "WEB", "WEB/Shop", "key-ann")));
        tables.leads.keep(target, List.of(web));
        assertThat(tables.count("seen_lead")).isEqualTo(2);
        tables.leads.forget(target);
        assertThat(tables.count("seen_lead")).isZero();
    }

    @Test
    void whoeverIsHeldBackIsALeaverAllTheSame() {
        planLeavers("ann", "bob");
        tables.leads.plan(
                run,
                target,
                List.of(new HandOver(number("ann"), List.of(), Reason.NO_DEFAULT_LEAD, "leads WEB; see default")));
        assertThat(lines())
                .containsExactly("deactivate-user ann skipped no-default-lead", "deactivate-user bob planned disabled");
        assertThat(tables.leads.leaving(run, target, List.of("key-ann", "key-bob", "key-cid")))
                .containsExactlyInAnyOrder("key-ann", "key-bob");
        assertThat(tables.leads.leaving(run, target, List.of())).isEmpty();
    }

    @Test
    void aFailedHandOverHoldsItsOwnLeaverBackOnly() {
        planLeavers("ann", "bob");
        tables.leads.plan(run, target, List.of(handOver("ann"), handOver("bob")));
        List<Operation> handOvers = tables.operations.next(run, target);
        assertThat(handOvers).extracting(Operation::kind).containsOnly(OperationKind.REASSIGN_PROJECT_LEAD);
        tables.operations.record(
                run,
                target,
                List.of(
                        outcome(handOvers.get(0), OperationStatus.DEAD),
                        outcome(handOvers.get(1), OperationStatus.DONE)),
                true);
        assertThat(lines()).contains("deactivate-user ann skipped still-leads", "deactivate-user bob planned disabled");
    }

    private static Outcome outcome(Operation operation, OperationStatus status) {
        return new Outcome(operation, status, null, 1, status == OperationStatus.DEAD ? 403 : 200, null, null, null);
    }
}
