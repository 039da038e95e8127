package dev.roster.reload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.store.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The edits that {@code docs/routes.md} shows, pasted into a running Roster. */
@ExtendWith(OutputCaptureExtension.class)
class DocumentedEditsTest {

    private static final Path DOCUMENT = Path.of("docs", "routes.md");
    private static final Stage STAGE = Stage.empty();
    private static final SimulatedTenant TENANT = new SimulatedTenant("Example", "example.com");

    @SuppressWarnings("NullAway.Init")
    private static String staff;

    @SuppressWarnings("NullAway.Init")
    private static Scene scene;

    @SuppressWarnings("NullAway.Init")
    private static RoutesUnderWatch routes;

    @BeforeAll
    static void start() throws IOException {
        staff = TENANT.addGroup("staff").id();
        scene = STAGE.scene("acme", Landscape.start(TENANT))
                .with("groups.include", "staff")
                .with("users.username", "mailNickname");
        routes = new RoutesUnderWatch(STAGE);
        STAGE.app();
    }

    @AfterAll
    static void end() {
        STAGE.close();
        routes.close();
    }

    @AfterEach
    void takeBack() {
        routes.restore();
    }

    private static String person(String nickname, String domain) {
        String id = TENANT.addPerson(nickname + "@" + domain, nickname).id();
        TENANT.changePerson(id, p -> p.withMail(nickname + "@" + domain).withMailNickname(nickname));
        TENANT.addMember(staff, id);
        return id;
    }

    /** The blocks below a heading, in their order. */
    private static List<String> blocks(String heading) throws IOException {
        String document = Files.readString(DOCUMENT);
        int begin = document.indexOf("### " + heading + "\n");
        assertThat(begin).as(heading).isPositive();
        String section = document.substring(begin, document.indexOf("\n#", begin + 1));
        Matcher block = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(section);
        return block.results().map(match -> match.group(1)).toList();
    }

    private static void pasteBefore(String file, String place, String block) {
        assertThat(RoutesUnderWatch.shipped(file).split(Pattern.quote(place), -1))
                .as("places")
                .hasSize(2);
        routes.edit(file, place, block + place);
    }

    @Test
    void anotherUsernameRule() throws IOException {
        person("mia", "example.com");
        person("pat", "partner.example.com");
        pasteBefore(
                "graph.camel.yaml",
                "        - setVariable:\n            name: people\n",
                blocks("Another username rule").get(0));
        routes.taken();

        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(scene.jira().directory().members("staff")).contains("mia", "x-pat");
    }

    @Test
    void aNewFilterStep() throws IOException {
        person("ina", "example.com");
        String leo = person("leo", "example.com");
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        pasteBefore(
                "apply.camel.yaml",
                "        - toD:\n            uri: direct:${variable.route}",
                blocks("A new filter step").get(0));
        routes.taken();
        TENANT.removeMember(staff, leo);

        var run = scene.sync();

        assertThat(run.state()).isEqualTo(RunState.COMPLETED);
        assertThat(scene.operations(run)).isNotEmpty().allSatisfy(operation -> {
            assertThat(operation.kind()).isEqualTo("remove-member");
            assertThat(operation.status()).isEqualTo("skipped");
        });
        assertThat(scene.jira().directory().members("staff")).contains("leo");
    }

    @Test
    void oneMoreTarget(CapturedOutput output) throws IOException {
        person("zoe", "example.com");
        List<String> blocks = blocks("One more target");
        String place =
                "            message: \"operation ${variable.operation.id} ${variable.operation.kind.word} done\"\n";
        routes.edit("dead-letter.camel.yaml", place, place + blocks.get(1));
        assertThat(routes.refused())
                .singleElement()
                .satisfies(fault -> assertThat(fault.problem()).contains("direct:announce"));
        routes.save("announce.camel.yaml", blocks.get(0));
        routes.taken();

        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        RoutesUnderWatch.soon()
                .untilAsserted(() -> assertThat(output.getAll())
                        .containsPattern("acme\\.jira: operation \\d+, create-user")
                        .containsPattern("acme\\.confluence: operation \\d+, create-user"));
    }
}
