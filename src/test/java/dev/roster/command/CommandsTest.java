package dev.roster.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.RunningService;
import dev.roster.command.Shell.Result;
import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.graph.SimulatedTenant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One-shot commands in a process of their own, on an embedded database that no service has open. */
class CommandsTest {

    private SimulatedTenant tenant;
    private Landscape landscape;
    private Shell shell;

    @BeforeEach
    void start(@TempDir Path folder) {
        tenant = RunningService.smallTenant();
        landscape = Landscape.start(tenant);
        landscape.jira().directory().seed().user("old", "Somebody else", "old@example.com");
        Map<String, String> settings = RunningService.settings(landscape);
        settings.put(
                "spring.datasource.url", "jdbc:hsqldb:file:" + folder.resolve("roster") + ";hsqldb.write_delay=false");
        settings.put(Landscape.key("groups.include"), "jira-.*");
        shell = new Shell(settings);
    }

    @AfterEach
    void stop() {
        landscape.close();
    }

    @Test
    void aPlanIsApprovedAndFollowedByASyncThatFindsNothing() {
        Shell careful = shell.with(Landscape.key("limits.first-run"), "approve");

        Result plan = careful.run("plan", "--target=jira");
        assertThat(plan.code()).as(plan.err()).isEqualTo(3);
        assertThat(plan.out())
                .contains("run 1 of demo: completed", "jira    create-user", "it would wait for approval:")
                .contains("the first run against jira", "'approve 1' carries it out", "carrying it out takes about ")
                .doesNotContain("takes away")
                .contains("warning: jira: no group that Roster fills grants access", ": jira-software-users");
        assertThat(plan.err())
                .containsPattern("run 1 {2}(queued|reading|looking|planning)")
                .doesNotContain("Exception");
        assertThat(landscape.jira().directory().account("ann")).isEmpty();

        Result waiting = careful.run("sync", "--json", "--target=jira");
        assertThat(waiting.code()).isEqualTo(3);
        assertThat(waiting.err()).isEmpty();
        assertThat(waiting.json().get("state").stringValue()).isEqualTo("awaiting-approval");
        assertThat(waiting.json().get("trigger").stringValue()).isEqualTo("command-line");

        Result again = careful.run("sync", "--target=jira");
        assertThat(again.code()).as("the same plan waits already").isEqualTo(3);

        Result approved = careful.run("approve", waiting.json().get("id").asString());
        assertThat(approved.code()).as(approved.out() + approved.err()).isEqualTo(0);
        assertThat(landscape.jira().directory().account("ann")).isPresent();

        Result refused = careful.run("approve", waiting.json().get("id").asString());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("nothing to approve");
    }

    @Test
    void everyOtherCommandAnswers() {
        Result none = shell.run("groups");
        assertThat(none.code()).isZero();
        assertThat(none.err()).contains("No groups have been read yet");

        landscape
                .jira()
                .server()
                .plan(PlannedFault.answer(
                        PlannedFault.on("POST", "/rest/api/2/group"), 9, SimulatedAnswer.json(403, "{}")));
        Result dead = shell.run("sync");
        assertThat(dead.code()).as(dead.out()).isEqualTo(1);
        assertThat(dead.out()).contains("completed-with-errors", "dead letters: ");

        Result check = shell.run("check", "--target=jira");
        assertThat(check.code()).as(check.out()).isZero();
        assertThat(check.out())
                .contains("ok    Entra: sign-in", "ok    jira: read users")
                .doesNotContain("bitbucket");

        Result draft = shell.run("groups", "--draft");
        assertThat(draft.out())
                .contains("mapping: manual", ": [\"jira-devs\"] # jira-devs (security, 1 member)", ": [] # ");

        Result runs = shell.run("runs", "--connection=demo");
        assertThat(runs.out()).contains("command-line", "completed-with-errors");

        Result about = shell.run("runs", "--user", "ANN", "--target=jira", "--limit=1");
        assertThat(about.out())
                .containsPattern("1 .*demo +jira +add-member +ann +jira-devs ")
                .contains("1 earlier ones are not shown");
        assertThat(shell.run("runs", "--group=Jira-Devs", "--json")
                        .json()
                        .get("total")
                        .intValue())
                .isPositive();

        assertThat(shell.run("dead-letters").out())
                .contains("create-group", "jira-devs", "open")
                .containsPattern("count.* ids")
                .containsPattern("1 +demo +jira +create-group +403 ");
        assertThat(shell.run("dead-letters", "retry", "--reason=x").code()).isEqualTo(2);
        assertThat(shell.run("dead-letters", "discard", "--reason=no licence", "--json")
                        .json()
                        .get("count")
                        .intValue())
                .isPositive();
        assertThat(shell.run("dead-letters", "list", "--target=jira").out()).contains("discarded");
        assertThat(shell.run("dead-letters", "retry", "4711").code()).isEqualTo(1);
        assertThat(shell.run("audit", "--connection=demo").out())
                .contains("discard", "command-line", "create-group jira-devs", "no licence");
        assertThat(shell.run("audit", "--limit=0").code()).isEqualTo(2);

        String ann = tenant.person("ann@example.com").orElseThrow().id();
        tenant.changePerson(ann, person -> person.withAccountEnabled(false));
        assertThat(shell.run("plan").out())
                .containsPattern("takes away +target +user +group +reason")
                .containsPattern("deactivate-user +jira +ann +disabled");
    }

    @Test
    void aProductThatFailsIsLeftOutAndEndsWithOne() {
        landscape
                .confluence()
                .server()
                .plan(PlannedFault.answer(
                        PlannedFault.on("GET", "/rest/api/group"), 9, SimulatedAnswer.json(403, "{}")));

        Result result = shell.run("plan");

        assertThat(result.code()).as(result.out()).isEqualTo(1);
        assertThat(result.out()).contains("left out: confluence");

        landscape.graph().behaviour().grant(Set.of("User.Read.All"));
        landscape.graph().expireTokens();
        Result check = shell.run("check", "--json");
        assertThat(check.code()).isEqualTo(1);
        assertThat(check.json().get("ok").booleanValue()).isFalse();
        assertThat(check.out()).contains("permission GroupMember.Read.All", "give admin consent");
    }

    @Test
    void whatIsUnknownEndsWithTwoAndNamesWhatThereIs() {
        Result connection = shell.run("sync", "--connection=nobody");
        assertThat(connection.code()).isEqualTo(2);
        assertThat(connection.err()).contains("no connection is called nobody; there is demo");

        Result target = shell.run("plan", "--target=trello");
        assertThat(target.code()).isEqualTo(2);
        assertThat(target.err()).contains("has no target trello");
        assertThat(shell.run("runs", "--connection=nobody").code()).isEqualTo(2);
        assertThat(shell.run("runs").out().lines()).as("no run was opened").hasSize(1);
    }

    @Test
    void wrongSettingsEndWithTwoAndTheListOfFaults() {
        Result result = shell.with(Landscape.key("schedule.cron"), "every minute")
                .with(Landscape.key("usres.create"), "true")
                .run("sync");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .contains("The settings have", "roster.connections.demo.schedule.cron", "mend:")
                .doesNotContain("\tat ");
    }

    @Test
    void withoutItsRoutesNoCommandStartsAndTheSettingIsNamed(@TempDir Path empty) {
        Result result = shell.with("roster.routes-dir", empty.resolve("routes").toString())
                .run("sync");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .contains("1. roster.routes-dir", "there is no folder " + empty.resolve("routes"), "mend:")
                .doesNotContain("\tat ");
    }

    @Test
    void withoutAConnectionThereIsNothingToDo() {
        Map<String, String> settings = RunningService.settings(landscape);
        settings.keySet().removeIf(key -> key.startsWith("roster."));

        Result result = new Shell(settings).run("sync");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("there is no connection");
    }

    @Test
    void nothingThatIsDueStartsBesideACommand() {
        Shell everySecond = shell.with(Landscape.key("schedule.cron"), "* * * * * ?");
        landscape
                .graph()
                .server()
                .plan(PlannedFault.slow(PlannedFault.on("GET", "/v1.0/groups"), 1, Duration.ofMillis(2500)));

        everySecond.run("plan");

        assertThat(everySecond.run("runs", "--json").json()).hasSize(1);
    }
}
