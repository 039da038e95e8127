package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedRequest;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.store.DeadLetters;
import dev.roster.store.DeadLetters.DeadLetter;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Operations that fail for good, while all others go on. */
class DeadLetterTest {

    private static final int FOR_GOOD = Integer.MAX_VALUE;
    private static final Stage STAGE = Stage.empty();

    private static SimulatedTenant healing;
    private static SimulatedTenant changing;
    private static RunRow refused;

    @BeforeAll
    static void scenes() {
        scene("refused");
        scene("failing");
        scene("silent");
        scene("asks-for-too-long");
        scene("bulk");
        healing = scene("healing");
        scene("discarded");
        changing = scene("changed");
        Scene scene = STAGE.scene("refused");
        plan(
                scene,
                body("POST", "/user", "\"bob\""),
                SimulatedAnswer.json(403, "{\"errorMessages\":[\"no " + Landscape.JIRA_TOKEN + "\\u0007\"]}"));
        refused = scene.sync();
    }

    private static SimulatedTenant scene(String name) {
        SimulatedTenant tenant = Cast.six();
        STAGE.scene(name, Landscape.start(tenant)).with("groups.include", "team-.*");
        return tenant;
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    private static Predicate<SimulatedRequest> body(String method, String path, String part) {
        return request -> request.method().equals(method)
                && request.rawPath().endsWith(path)
                && request.body().contains(part);
    }

    private static void plan(Scene scene, Predicate<SimulatedRequest> matches, SimulatedAnswer answer) {
        scene.jira().server().plan(PlannedFault.answer(matches, FOR_GOOD, answer));
    }

    @Test
    void aRefusalIsKeptWithItsStatusAndRedactedAnswerAndTheOthersGoOn() {
        Scene scene = STAGE.scene("refused");
        assertThat(refused.state()).isEqualTo(RunState.COMPLETED_WITH_ERRORS);
        assertThat(scene.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.target()).isEqualTo("jira");
            assertThat(letter.kind()).isEqualTo("create-user");
            assertThat(letter.user()).isEqualTo("bob");
            assertThat(letter.status()).isEqualTo(403);
            assertThat(letter.attempts()).isEqualTo(1);
            assertThat(letter.error()).isEqualTo("HTTP 403");
            assertThat(letter.response()).contains("no ***").doesNotContain(Landscape.JIRA_TOKEN);
        });
        assertThat(scene.jira().directory().members("team-a")).containsExactly("ann", "cid", "dee", "eve");
        assertThat(scene.confluence().directory().members("team-a")).hasSize(5);
    }

    @Test
    void whatRestsOnAnAccountThatCouldNotBeCreatedIsNotTried() {
        Scene scene = STAGE.scene("refused");
        assertThat(scene.deadLetters()).extracting(DeadLetter::kind).containsExactly("create-user");
        RunRow next = scene.sync();
        assertThat(scene.operations(next))
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(operation.status()).isEqualTo("skipped"))
                .extracting(Scene.Operation::kind)
                .containsOnly("create-user", "add-member");
        assertThat(next.state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void aServiceThatKeepsFailingIsTriedSixTimes() {
        Scene scene = STAGE.scene("failing");
        plan(scene, body("POST", "/group/user", "\"eve\""), SimulatedAnswer.json(500, "{}"));
        scene.sync();
        assertThat(scene.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.kind()).isEqualTo("add-member");
            assertThat(letter.user()).isEqualTo("eve");
            assertThat(letter.group()).isEqualTo("team-a");
            assertThat(letter.status()).isEqualTo(500);
            assertThat(letter.attempts()).isEqualTo(6);
        });
        assertThat(scene.jira().directory().members("team-a")).containsExactly("ann", "bob", "cid", "dee");
    }

    @Test
    void aServiceThatNeverAnswersLeavesALetterWithoutStatus() {
        Scene scene = STAGE.scene("silent");
        scene.jira().server().plan(PlannedFault.reset(body("POST", "/group/user", "\"eve\""), FOR_GOOD));
        scene.sync();
        assertThat(scene.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.status()).isNull();
            assertThat(letter.error()).startsWith("no answer");
            assertThat(letter.response()).isNull();
        });
    }

    @Test
    void aWaitOfMoreThanAQuarterOfAnHourGivesTheProductUpWithoutDeadLetters() {
        Scene scene = STAGE.scene("asks-for-too-long");
        plan(scene, body("POST", "/user", ""), SimulatedAnswer.json(429, "{}").with("Retry-After", "901"));
        RunRow run = scene.sync();
        assertThat(scene.deadLetters()).isEmpty();
        assertThat(scene.operations(run))
                .filteredOn(operation ->
                        operation.target().equals("jira") && !operation.kind().equals("create-group"))
                .isNotEmpty()
                .allSatisfy(operation -> {
                    assertThat(operation.status()).isEqualTo("skipped");
                    assertThat(operation.reason()).isEqualTo("not-tried");
                });
        assertThat(scene.bitbucket().directory().members("team-a")).hasSize(5);
        scene.jira().server().forgetFaults();
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(scene.jira().directory().members("team-a")).hasSize(5);
    }

    @Test
    void oneOfSeveralMembersWhoIsRefusedDoesNotTakeTheOthersWithThem() {
        Scene scene = STAGE.scene("bulk");
        scene.bitbucket()
                .server()
                .plan(PlannedFault.answer(
                        body("POST", "/add-users", "\"bob\""), FOR_GOOD, SimulatedAnswer.json(403, "{\"errors\":[]}")));
        RunRow run = scene.sync();
        assertThat(run.state()).isEqualTo(RunState.COMPLETED_WITH_ERRORS);
        assertThat(scene.bitbucket().directory().members("team-a")).containsExactly("ann", "cid", "dee", "eve");
        assertThat(scene.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.user()).isEqualTo("bob");
            assertThat(letter.status()).isEqualTo(403);
        });
    }

    @Test
    void aLetterWaitsForItsTimeAndASuccessClosesIt() {
        Scene scene = STAGE.scene("healing");
        plan(scene, body("PUT", "/user", "Ann Newname"), SimulatedAnswer.json(403, "{}"));
        scene.sync();
        Cast.change(healing);
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED_WITH_ERRORS);

        RunRow waiting = scene.sync();
        assertThat(scene.operations(waiting)).singleElement().satisfies(operation -> {
            assertThat(operation.status()).isEqualTo("skipped");
            assertThat(operation.reason()).isEqualTo("waiting-to-retry");
        });

        scene.jira().server().forgetFaults();
        letters().retry(scene.deadLetters().stream().map(DeadLetter::id).toList());
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(scene.deadLetters()).isEmpty();
        assertThat(scene.jira().directory().account("ann").orElseThrow().displayName())
                .isEqualTo("Ann Newname");
    }

    @Test
    void aDiscardedLetterStaysSilentAndOneWithNothingLeftToDoIsForgotten() {
        Scene scene = STAGE.scene("discarded");
        plan(scene, body("POST", "/group", "\"team-b\""), SimulatedAnswer.json(403, "{}"));
        scene.sync();
        letters().discard(scene.deadLetters().stream().map(DeadLetter::id).toList(), null);
        assertThat(scene.operations(scene.sync()))
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(operation.reason()).isIn("silenced", "not-tried"));

        scene.jira().directory().seed().group("team-b").member("ann", "team-b");
        RunRow run = scene.reconcile();
        assertThat(run.waitsFor()).contains("existing groups");
        assertThat(scene.deadLetters()).isEmpty();
    }

    @Test
    void aDiscardedLetterSpeaksAgainWhenSomethingElseIsWanted() {
        Scene scene = STAGE.scene("changed");
        scene.sync();
        changing.changePerson(Cast.upn("bob"), person -> person.withDisplayName("The Bob"));
        plan(scene, request -> request.method().equals("PUT"), SimulatedAnswer.json(403, "{}"));
        RunRow refusedRun = scene.sync();
        letters().discard(scene.deadLetters().stream().map(DeadLetter::id).toList(), null);
        assertThat(scene.operations(refusedRun))
                .filteredOn(operation -> operation.target().equals("jira"))
                .extracting(Scene.Operation::status)
                .containsExactly("discarded");
        assertThat(scene.operations(scene.sync()))
                .extracting(Scene.Operation::reason)
                .containsExactly("silenced");

        scene.jira().server().forgetFaults();
        changing.changePerson(Cast.upn("bob"), person -> person.withDisplayName("Bob the Great"));
        assertThat(scene.operations(scene.sync()))
                .filteredOn(operation -> operation.target().equals("jira"))
                .extracting(Scene.Operation::status)
                .containsExactly("done");
        assertThat(scene.deadLetters()).isEmpty();
    }

    private static DeadLetters letters() {
        return STAGE.app().getBean(DeadLetters.class);
    }
}
