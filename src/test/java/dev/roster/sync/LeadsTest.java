package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.BitbucketVersion;
import dev.roster.demo.product.ConfluenceVersion;
import dev.roster.demo.product.JiraVersion;
import dev.roster.run.Check;
import dev.roster.run.CheckRequest;
import dev.roster.store.DeadLetters;
import dev.roster.store.DeadLetters.DeadLetter;
import dev.roster.store.OperationFilter;
import dev.roster.store.OperationQuery;
import dev.roster.store.OperationRow;
import dev.roster.store.PageRequest;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What leavers lead in Jira goes to the default leads before their accounts are deactivated or deleted. */
class LeadsTest {

    private static final int FOR_GOOD = Integer.MAX_VALUE;
    private static final String ODD = "o'neil \"100%\" +#;é";
    private static final Stage STAGE = Stage.empty();
    private static final Map<String, SimulatedTenant> TENANTS = new LinkedHashMap<>();

    @BeforeAll
    static void everybodyHasAnAccount() {
        for (JiraVersion version : JiraVersion.values()) {
            withBoth(scene(name(version), version), "boss", "deputy");
        }
        for (String name : List.of("shown", "refused", "waits", "unread", "leaving")) {
            withBoth(scene(name, JiraVersion.V11), "boss", "deputy");
        }
        STAGE.scene("waits").with("limits.leavers", "0");
        withBoth(scene("odd", JiraVersion.V10_2), ODD, ODD);
        withBoth(scene("missing", JiraVersion.V9), "nobody", "nobody");
        withBoth(scene("held", JiraVersion.V9), "nobody", "nobody");
        withBoth(scene("inactive", JiraVersion.V9), "asleep", "asleep");
        withBoth(scene("check", JiraVersion.V10_0), "boss", "asleep");
        for (String name : List.of("half", "let-go")) {
            scene(name, JiraVersion.V11).with("targets.jira.default-project-lead", "boss");
        }
        scene("unset", JiraVersion.V11);
        Map<Scene, Long> runs = new LinkedHashMap<>();
        TENANTS.keySet()
                .forEach(name -> runs.put(STAGE.scene(name), STAGE.scene(name).start()));
        runs.forEach((scene, run) ->
                assertThat(scene.ended(run).state()).as(scene.connection()).isEqualTo(RunState.COMPLETED));
        runs.keySet().forEach(Scene::forgetChanges);
    }

    private static String name(JiraVersion version) {
        return version.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Scene scene(String name, JiraVersion version) {
        SimulatedTenant tenant = Cast.nobody();
        Cast.people(tenant, "ann", "cid", "dee", "eve");
        if (name.equals("leaving")) {
            Cast.people(tenant, "boss");
        }
        TENANTS.put(name, tenant);
        Scene scene = STAGE.scene(name, Landscape.start(tenant, version, ConfluenceVersion.V10_0, BitbucketVersion.V10))
                .with("users.when-deleted", "delete");
        for (String lead : List.of("boss", "deputy", "asleep", ODD)) {
            if (!lead.equals("boss") || !name.equals("leaving")) {
                scene.jira().directory().seed().user(lead, "The " + lead, "lead@example.com");
            }
        }
        scene.jira().directory().seed().active("asleep", false);
        return scene;
    }

    private static void withBoth(Scene scene, String project, String component) {
        scene.with("targets.jira.default-project-lead", project).with("targets.jira.default-component-lead", component);
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    private static SimulatedTenant tenant(String name) {
        return Kept.in(TENANTS, name);
    }

    /** Cid is disabled and Dee deleted; both lead a project and a component. */
    private static Scene leave(String name) {
        Scene scene = STAGE.scene(name);
        scene.jira().addProject("WEB", "Web site", "cid");
        scene.jira().addComponent("WEB", "Shop", "dee");
        scene.jira().addComponent("WEB", "Blog", null);
        scene.jira().addProject("OPS", "Operations", "dee");
        scene.jira().addComponent("OPS", "Pager <b>${x}{{y}}", "cid");
        scene.jira().addProject("OWN", "Ann's own", "ann");
        Cast.enable(tenant(name), "cid", false);
        Cast.delete(tenant(name), "dee");
        return scene;
    }

    private static long scans(Scene scene) {
        return scene.jira().server().exchanges().stream()
                .filter(exchange -> exchange.request().rawPath().endsWith("/project"))
                .count();
    }

    private static List<OperationRow> operations(RunRow run) {
        return STAGE.app()
                .getBean(OperationQuery.class)
                .page(run.id(), new OperationFilter("jira", null, null, null, null), new PageRequest(0, 100))
                .items();
    }

    /** As in {@code deactivate-user cid skipped still-leads}. */
    private static List<String> lines(RunRow run) {
        return operations(run).stream()
                .map(row -> String.join(
                        " ",
                        Stream.of(row.kind(), row.user(), row.group(), row.status(), row.reason())
                                .filter(part -> part != null)
                                .toList()))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void everythingIsHandedOverBeforeTheirAccountsGo(JiraVersion version) {
        assertThat(scans(STAGE.scene(name(version)))).as("without leavers").isZero();
        Scene scene = leave(name(version));
        RunRow run = scene.sync();
        assertThat(run.state()).isEqualTo(RunState.COMPLETED);
        List<String> changes = Scene.changes(scene.jira());
        assertThat(changes.subList(0, 4))
                .containsExactlyInAnyOrder(
                        "SET_PROJECT_LEAD boss WEB",
                        "SET_PROJECT_LEAD boss OPS",
                        "SET_COMPONENT_LEAD deputy Shop",
                        "SET_COMPONENT_LEAD deputy Pager <b>${x}{{y}}");
        assertThat(changes.subList(4, changes.size()))
                .containsExactlyInAnyOrder("DEACTIVATE_USER cid", "DELETE_USER dee");
        assertThat(scene.jira().projectLead("OWN")).isEqualTo("ann");
        assertThat(scans(scene)).isEqualTo(1);
        assertThat(Scene.changes(scene.confluence()))
                .containsExactlyInAnyOrder("DEACTIVATE_USER cid", "DELETE_USER dee");

        assertThat(operations(scene.sync())).isEmpty();
        assertThat(scans(scene)).isEqualTo(1);
    }

    @Test
    void handOversAreOperationsOfTheirOwn() {
        RunRow run = leave("shown").sync();
        assertThat(operations(run))
                .filteredOn(row -> "cid".equals(row.user()))
                .extracting(OperationRow::kind, OperationRow::group, OperationRow::before, OperationRow::after)
                .contains(tuple(
                        "reassign-project-lead",
                        "WEB",
                        Map.of("project", "WEB", "lead", "cid"),
                        Map.of("project", "WEB", "lead", "boss")))
                .hasSize(3);
        assertThat(lines(run))
                .contains("reassign-component-lead cid OPS/Pager <b>${x}{{y}} done lead-leaves")
                .contains("reassign-project-lead dee OPS done lead-leaves");
    }

    @Test
    void namesReachJiraAsTheyAre() {
        Scene scene = leave("odd");
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(scene.jira().projectLead("WEB")).isEqualTo(ODD);
        assertThat(scene.jira().componentLead("WEB", "Shop")).isEqualTo(ODD);
    }

    @Test
    void aFailedHandOverHoldsBackThatLeaverOnlyUntilItSucceeds() {
        Scene scene = leave("refused");
        scene.jira()
                .server()
                .plan(PlannedFault.answer(
                        PlannedFault.on("PUT", "/project/WEB"), FOR_GOOD, SimulatedAnswer.json(403, "{}")));
        RunRow run = scene.sync();
        assertThat(run.state()).isEqualTo(RunState.COMPLETED_WITH_ERRORS);
        assertThat(lines(run))
                .contains("reassign-project-lead cid WEB dead lead-leaves")
                .contains("deactivate-user cid skipped still-leads")
                .contains("delete-user dee done deleted");
        assertThat(scene.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.kind()).isEqualTo("reassign-project-lead");
            assertThat(letter.user()).isEqualTo("cid");
            assertThat(letter.group()).isEqualTo("WEB");
        });

        RunRow next = scene.sync();
        assertThat(next.state()).isEqualTo(RunState.COMPLETED);
        assertThat(lines(next))
                .containsExactlyInAnyOrder(
                        "reassign-project-lead cid WEB skipped waiting-to-retry",
                        "deactivate-user cid skipped still-leads");

        scene.jira().server().forgetFaults();
        STAGE.app()
                .getBean(DeadLetters.class)
                .retry(scene.deadLetters().stream().map(DeadLetter::id).toList());
        assertThat(lines(scene.sync()))
                .containsExactlyInAnyOrder(
                        "reassign-project-lead cid WEB done lead-leaves", "deactivate-user cid done disabled");
        assertThat(scene.deadLetters()).isEmpty();
        assertThat(scene.jira().projectLead("WEB")).isEqualTo("boss");
    }

    @Test
    void whoeverWasGivenAProjectByHandSinceThePlanKeepsIt() {
        Scene scene = leave("waits");
        RunRow waiting = scene.sync();
        assertThat(waiting.state()).isEqualTo(RunState.AWAITING_APPROVAL);
        assertThat(lines(waiting)).contains("reassign-project-lead cid WEB planned lead-leaves");
        scene.jira().handOver("WEB", "ann");
        assertThat(scene.approve(waiting).state()).isEqualTo(RunState.COMPLETED);
        assertThat(scene.jira().projectLead("WEB")).isEqualTo("ann");
        assertThat(scene.jira().projectLead("OPS")).isEqualTo("boss");
        assertThat(Scene.changes(scene.jira()))
                .contains("DEACTIVATE_USER cid")
                .doesNotContain("SET_PROJECT_LEAD boss WEB");
    }

    @ParameterizedTest
    @CsvSource({
        "missing,  default-lead-missing",
        "inactive, default-lead-inactive",
        "half,     no-default-lead",
    })
    void whereNobodyCanTakeOverTheLeaverIsHeldBackAndTheOthersGoOn(String name, String reason) {
        Scene scene = leave(name);
        Cast.enable(tenant(name), "eve", false);
        RunRow run = scene.sync();
        assertThat(run.state()).isEqualTo(RunState.COMPLETED);
        assertThat(lines(run))
                .contains("deactivate-user cid skipped " + reason, "deactivate-user eve done disabled")
                .doesNotContain("reassign-project-lead cid WEB done lead-leaves");
        assertThat(operations(run))
                .filteredOn(row -> "cid".equals(row.user()))
                .singleElement()
                .satisfies(row -> assertThat(row.error()).startsWith("leads ").contains("; see default-"));
        assertThat(scene.jira().projectLead("WEB")).isEqualTo("cid");
        assertThat(scene.deadLetters()).isEmpty();
    }

    @Test
    void whoeverIsHeldBackCostsNothingUntilTheirTimeHasCome() {
        Scene scene = leave("held");
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        int asked = scene.jira().server().exchanges().size();
        assertThat(operations(scene.sync())).isEmpty();
        assertThat(scene.jira().server().exchanges()).hasSize(asked);
        timeHasCome(scene);
        assertThat(lines(scene.sync())).contains("deactivate-user cid skipped default-lead-missing");
        assertThat(operations(scene.sync())).isEmpty();

        scene.jira().directory().seed().user("nobody", "Somebody", "nobody@example.com");
        timeHasCome(scene);
        assertThat(lines(scene.sync())).contains("deactivate-user cid done disabled", "delete-user dee done deleted");
        assertThat(scene.jira().projectLead("WEB")).isEqualTo("nobody");
        scene.sync(); // The name that Dee's account has given up is looked at once more.
        timeHasCome(scene);
        asked = scene.jira().server().exchanges().size();
        scene.sync();
        assertThat(scene.jira().server().exchanges()).hasSize(asked);
    }

    /** An hour or more later. */
    private static void timeHasCome(Scene scene) {
        STAGE.app().getBean(JdbcClient.class).sql("""
                update held_back set next_at = timestamp '2020-01-01 00:00:00+00:00' where target_no in (
                  select t.no from target_name t join connection_name c on c.no = t.connection_no where c.name = ?)""").param(scene.connection()).update();
    }

    @Test
    void aDeletedAccountsComponentsAreLetGoWhereNoLeadIsSetForThem() {
        Scene scene = STAGE.scene("let-go");
        scene.jira().addProject("LAB", "Laboratory", "ann");
        scene.jira().addComponent("LAB", "Bench", "eve");
        Cast.delete(tenant("let-go"), "eve");
        assertThat(lines(scene.sync())).contains("delete-user eve done deleted");
        assertThat(scene.jira().componentLead("LAB", "Bench")).isNull();
    }

    @Test
    void aDefaultLeadWhoLeavesTakesNothingOver() {
        Scene scene = leave("leaving");
        Cast.enable(tenant("leaving"), "boss", false);
        assertThat(lines(scene.sync()))
                .containsExactlyInAnyOrder(
                        "deactivate-user boss done disabled",
                        "deactivate-user cid skipped default-lead-leaves",
                        "delete-user dee skipped default-lead-leaves");
        timeHasCome(scene);
        assertThat(lines(scene.sync()))
                .containsExactlyInAnyOrder(
                        "deactivate-user cid skipped default-lead-inactive",
                        "delete-user dee skipped default-lead-inactive");
    }

    @Test
    void withoutDefaultLeadsJiraIsNotAskedAndRefuses() {
        Scene scene = leave("unset");
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED_WITH_ERRORS);
        assertThat(scene.deadLetters())
                .extracting(DeadLetter::kind)
                .containsExactlyInAnyOrder("deactivate-user", "delete-user");
        assertThat(scene.deadLetters())
                .allSatisfy(letter -> assertThat(letter.response())
                        .containsAnyOf("it leads components of these projects: OPS", "it leads these projects: OPS"));
        assertThat(scans(scene)).isZero();
    }

    @Test
    void aJiraThatDoesNotTellWhoLeadsWhatIsLeftOutAndItsDeadLettersStay() {
        Scene scene = STAGE.scene("unread");
        scene.jira()
                .server()
                .plan(PlannedFault.answer(
                        request ->
                                request.method().equals("PUT") && request.body().contains("Ann Newname"),
                        FOR_GOOD,
                        SimulatedAnswer.json(403, "{}")));
        tenant("unread").changePerson(Cast.upn("ann"), person -> person.withDisplayName("Ann Newname"));
        scene.sync();
        scene.forgetChanges();

        leave("unread");
        scene.jira()
                .server()
                .plan(PlannedFault.answer(
                        PlannedFault.on("GET", "/project/OPS/components"), FOR_GOOD, SimulatedAnswer.json(403, "{}")));
        RunRow run = scene.sync();
        assertThat(run.state()).isEqualTo(RunState.COMPLETED_WITH_ERRORS);
        assertThat(run.message()).isEqualTo("jira was left out: HTTP 403");
        assertThat(operations(run)).isEmpty();
        assertThat(Scene.changes(scene.jira())).isEmpty();
        assertThat(Scene.changes(scene.confluence()))
                .containsExactlyInAnyOrder("DEACTIVATE_USER cid", "DELETE_USER dee");
        assertThat(scene.deadLetters()).extracting(DeadLetter::kind).containsExactly("update-user");

        scene.jira().server().forgetFaults();
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(Scene.changes(scene.jira())).contains("DEACTIVATE_USER cid", "DELETE_USER dee");
    }

    @Test
    void aCheckTellsWhetherTheDefaultLeadsAreThere() {
        STAGE.scene("check").jira().server().remember(true);
        List<Check> leads = STAGE.app().getBean(CheckRequest.class).check("check").checks().stream()
                .filter(check -> check.name().equals("default lead"))
                .toList();
        assertThat(leads)
                .extracting(check -> check.target() + " " + check.status() + " " + check.detail())
                .containsExactly("jira ok boss", "jira fail the account asleep is inactive");
        assertThat(STAGE.app().getBean(CheckRequest.class).check("missing").checks())
                .extracting(Check::detail)
                .contains("the product knows no nobody");
    }
}
