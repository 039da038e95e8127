package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedRequest;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.BitbucketVersion;
import dev.roster.demo.product.ConfluenceVersion;
import dev.roster.demo.product.JiraVersion;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.store.DeadLetters;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** One single question that a product answers with 200 and nonsense leaves that product out, and no other. */
@ExtendWith(OutputCaptureExtension.class)
class OneBadAnswerTest {

    private static final int FOR_GOOD = Integer.MAX_VALUE;
    private static final Stage STAGE = Stage.empty().withProperty("retry.times", "1");
    private static Scene scene;
    private static final SimulatedTenant TENANT = Cast.six();
    private static final SimulatedTenant LEAVING = Cast.six();

    @BeforeAll
    static void firstRun() {
        scene = STAGE.scene(
                        "bad", Landscape.start(TENANT, JiraVersion.V11, ConfluenceVersion.V10_0, BitbucketVersion.V10))
                .with("groups.include", "team-.*");
        STAGE.scene("task", Landscape.start(LEAVING))
                .with("groups.include", "team-.*")
                .with("users.when-deleted", "delete");
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    private static SimulatedProduct product(String name) {
        return switch (name) {
            case "jira" -> scene.jira();
            case "confluence" -> scene.confluence();
            default -> scene.bitbucket();
        };
    }

    /** Something that makes an ordinary run ask about accounts and about groups. */
    private static void change(String round) {
        Cast.group(TENANT, "team-" + round, "ann");
        TENANT.changePerson(Cast.upn("ann"), person -> person.withDisplayName("Ann " + round));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            jira       | sync      | /myself                 | []          | the answer is not an object
            jira       | sync      | /myself                 | {}          | no text in the field name
            jira       | sync      | /user/list              | -           | the answer is empty
            jira       | reconcile | /user/list              | []          | the page is not an object
            jira       | reconcile | /user/list              | [1]         | the page is a list of another kind
            jira       | reconcile | /groups/picker          | ["team-a"]  | the page is a list of another kind
            jira       | reconcile | /group/member           | []          | the page is not an object
            jira       | sync      | /group/member           | -           | the answer is empty
            jira       | sync      | /user                   | []          | the user is not an object
            jira       | sync      | /user                   | -           | the answer is empty
            jira       | reconcile | /serverInfo             | <html>      | not JSON
            confluence | sync      | /manifest               | "moved"     | the answer is not an object
            confluence | sync      | /user/current           | {"type":"anonymous"} | does not know the token
            confluence | sync      | /user/current           | [2]         | the user is not an object
            confluence | sync      | /rest/api/user          | -           | the answer is empty
            bitbucket  | sync      | /application-properties | {}          | no text in the field version
            bitbucket  | sync      | /application-properties | []          | the answer is not an object
            bitbucket  | reconcile | /more-members           | {"values":[ | not JSON
            """)
    @DisplayName("T3 one answer of 200 that is not the product's leaves that product out, and no other")
    void itIsLeftOut(String name, String kind, String path, String body, String reason, CapturedOutput output) {
        String round = UUID.randomUUID().toString().substring(0, 8);
        change(round);
        scene.forgetChanges();
        SimulatedProduct product = product(name);
        SimulatedAnswer answer = SimulatedAnswer.text(200, "application/json", body.equals("-") ? "" : body);
        product.server().plan(PlannedFault.answer(request -> isRead(request, path), FOR_GOOD, answer));
        RunRow run = kind.equals("sync") ? scene.sync() : scene.reconcile();
        product.server().forgetFaults();
        assertThat(run.leftOut()).as(String.valueOf(run)).containsExactly(name);
        assertThat(run.state()).isEqualTo(RunState.COMPLETED_WITH_ERRORS);
        assertThat(run.message()).contains(name + " was left out", reason);
        assertThat(output).contains("leaves out bad." + name).doesNotContain("Exhausted");
        assertThat(Scene.changes(product)).isEmpty();
        SimulatedProduct other = name.equals("jira") ? scene.confluence() : scene.jira();
        assertThat(other.directory().members("team-" + round)).containsExactly("ann");
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(product.directory().members("team-" + round)).containsExactly("ann");
    }

    private static boolean isRead(SimulatedRequest request, String path) {
        return request.method().equals("GET") && request.rawPath().endsWith(path);
    }

    @Test
    @DisplayName(
            "T3 an answer of 200 to a change, or to the look that settles one, that is not the product's is a dead letter")
    void whereItIsWrittenThatIsADeadLetter() {
        TENANT.changePerson(Cast.upn("bob"), person -> person.withDisplayName("Bob Newname"));
        Cast.join(TENANT, "team-a", "fay");
        scene.jira()
                .server()
                .plan(PlannedFault.answer(
                        request -> request.method().equals("POST"), FOR_GOOD, SimulatedAnswer.json(400, "{}")));
        scene.jira()
                .server()
                .plan(PlannedFault.answer(
                        request -> "groups".equals(request.query().get("expand")),
                        FOR_GOOD,
                        SimulatedAnswer.json(200, "[]")));
        RunRow run = scene.sync();
        scene.jira().server().forgetFaults();
        assertThat(run.leftOut()).as(String.valueOf(run)).isEmpty();
        assertThat(run.state()).as(String.valueOf(run)).isEqualTo(RunState.COMPLETED_WITH_ERRORS);
        assertThat(scene.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.user()).isEqualTo("fay");
            assertThat(letter.status()).isEqualTo(400);
        });
        assertThat(scene.jira().directory().account("bob").orElseThrow().displayName())
                .isEqualTo("Bob Newname");
        STAGE.app()
                .getBean(DeadLetters.class)
                .retry(scene.deadLetters().stream()
                        .map(DeadLetters.DeadLetter::id)
                        .toList());
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    @DisplayName("T3 a task that Confluence could not do is a dead letter, and the others go on")
    void aTaskThatFailsIsADeadLetter() {
        Scene tasks = STAGE.scene("task");
        assertThat(tasks.sync().state()).isEqualTo(RunState.COMPLETED);
        Cast.delete(LEAVING, "dee");
        tasks.confluence()
                .server()
                .plan(PlannedFault.answer(
                        request -> request.rawPath().contains("/longtask/"),
                        FOR_GOOD,
                        SimulatedAnswer.json(200, "{\"percentageComplete\":100,\"successful\":false}")));
        assertThat(tasks.sync().state()).isEqualTo(RunState.COMPLETED_WITH_ERRORS);
        assertThat(tasks.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.kind()).isEqualTo("delete-user");
            assertThat(letter.error()).isEqualTo("Confluence could not delete the account");
        });
        assertThat(tasks.jira().directory().account("dee")).isEmpty();
    }
}
