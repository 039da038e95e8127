package dev.roster.reload;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.RunningService;
import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.routes.RouteFault;
import dev.roster.store.RunState;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.camel.Route;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Edits that Roster does not take: it says why, and goes on as before. */
@ExtendWith(OutputCaptureExtension.class)
class RefusedEditsTest {

    private static final Stage STAGE = Stage.empty();
    private static final String IN_SYNC = "      uri: direct:sync\n      steps:\n";

    @SuppressWarnings("NullAway.Init")
    private static Scene scene;

    @SuppressWarnings("NullAway.Init")
    private static RoutesUnderWatch routes;

    @BeforeAll
    static void start() throws IOException {
        scene = STAGE.scene("acme", Landscape.start(RunningService.smallTenant()))
                .with("groups.include", "jira-.*");
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

    /**
     * An edit of one file.
     *
     * @param at what stands on the line where the fault is said to be, after the edit; empty for no such line
     * @param said a part of what is said
     */
    private record Edit(String name, String file, String before, String after, String at, String said) {

        /** As in {@code sync.camel.yaml, line 7}. */
        String place() {
            String edited = RoutesUnderWatch.shipped(file).replace(before, after);
            assertThat(edited).contains(at);
            return file + ", line "
                    + edited.substring(0, edited.indexOf(at)).lines().count();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A step put before the first one of the route sync. */
    private static Edit step(String name, String step, String at, String said) {
        return new Edit(name, "sync.camel.yaml", IN_SYNC, IN_SYNC + step, at, said);
    }

    static Stream<Edit> edits() {
        return Stream.of(
                step("no YAML", "        - log: {\n        - setBody: {}\n", "- setBody: {}", "no YAML"),
                step("an unknown step", "        - too:\n            uri: direct:scheduled\n", "- too", "too"),
                step(
                        "an unknown option",
                        "        - to:\n            uri: seda:runs\n            parameters:\n              sizo: 1\n",
                        "sizo",
                        "sizo"),
                step("a forbidden component", "        - to:\n            uri: exec:ls\n", "exec:ls", "exec:"),
                step(
                        "a missing bean",
                        "        - bean:\n            ref: nobody\n            method: go\n",
                        "nobody",
                        "nobody"),
                step(
                        "a missing method",
                        "        - bean:\n            ref: runs\n            method: \"vanish()\"\n",
                        "vanish()",
                        "vanish"),
                step(
                        "half of an edit",
                        "        - to:\n            uri: direct:yet-to-come\n",
                        "yet-to-come",
                        "direct:yet-to-come"),
                step(
                        "a secret",
                        "        - log:\n            message: \"{{roster.token}}\"\n",
                        "roster.token",
                        "a secret in a route"),
                new Edit(
                        "a template that is called otherwise",
                        "look.camel.yaml",
                        "    id: look-target\n",
                        "    id: look-at-target\n",
                        "",
                        "look-target"),
                new Edit(
                        "a parameter that nobody gives",
                        "look.camel.yaml",
                        "        uri: \"direct:look-{{target}}\"",
                        "        uri: \"direct:look-{{targets}}\"",
                        "{{targets}}",
                        "targets"),
                new Edit(
                        "another bean",
                        "errors.camel.yaml",
                        "backOffMultiplier: 2\n        maximumRedeliveryDelay: 900000",
                        "backOffMultiplier: 3\n        maximumRedeliveryDelay: 900000",
                        "name: again",
                        "the bean 'again' is not as before"),
                new Edit(
                        "an address that is another's",
                        "sync.camel.yaml",
                        "uri: direct:scheduled\n      steps",
                        "uri: direct:sync\n      steps",
                        "",
                        "begins at direct:sync, too"),
                new Edit(
                        "a schedule that is never due, which shows when it starts",
                        "housekeeping.camel.yaml",
                        "cron: 0 40 4 * * ?",
                        "cron: 0 40 4 1 1 ? 2001",
                        "",
                        "never fire"),
                new Edit(
                        "a schedule that is none",
                        "housekeeping.camel.yaml",
                        "cron: 0 40 4 * * ?",
                        "cron: every night",
                        "every night",
                        "every night"));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void isSaidWithFileAndLineAndTheOldRoutesGoOn(Edit edit, CapturedOutput output) {
        Route before = routes.camel().getRoute("plan");
        routes.edit(edit.file, edit.before, edit.after);

        List<RouteFault> faults = routes.refused();

        assertThat(faults).as("%s", faults).anySatisfy(fault -> {
            assertThat(fault.problem()).contains(edit.said);
            assertThat(fault.mend()).isNotBlank();
            if (!edit.at.isEmpty()) {
                assertThat(fault.place()).isEqualTo(edit.place());
            }
        });
        assertThat(output.getAll().split("the edit of " + edit.file + " is not taken", -1))
                .hasSize(2);
        assertThat(routes.camel().getRoute("plan")).isSameAs(before);
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void aFileThatOthersNeedCannotGoAlone() {
        routes.delete("leads.camel.yaml");
        assertThat(routes.refused())
                .anySatisfy(fault -> assertThat(fault.problem()).contains("leads"));
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void aFolderThatIsGoneIsNoReasonToStop() {
        List.copyOf(routes.loaded().keySet()).forEach(routes::delete);
        assertThat(routes.refused())
                .anySatisfy(fault -> assertThat(fault.problem()).contains("holds no file"));
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void onceMendedItIsTaken() {
        routes.edit("sync.camel.yaml", IN_SYNC, IN_SYNC + "        - to:\n            uri: direct:yet-to-come\n");
        routes.refused();
        assertThat(health().getStatus()).isEqualTo(Status.UP);
        assertThat(health().getDetails())
                .containsEntry("edits", "refused")
                .containsEntry("files", List.of("sync.camel.yaml"))
                .extractingByKey("faults", as(InstanceOfAssertFactories.list(String.class)))
                .singleElement(as(InstanceOfAssertFactories.STRING))
                .matches("sync.camel.yaml, line \\d+: no route begins at direct:yet-to-come;.*");

        routes.save("own.camel.yaml", """
                - route:
                    id: yet-to-come
                    description: The other half.
                    from:
                      uri: direct:yet-to-come
                      steps:
                        - log:
                            message: here it is
                """);
        routes.taken();

        assertThat(health().getDetails()).containsEntry("edits", "as-in-files").doesNotContainKey("faults");
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
    }

    private static Health health() {
        HealthIndicator indicator = STAGE.app().getBean("routesHealthIndicator", HealthIndicator.class);
        return Objects.requireNonNull(indicator.health());
    }
}
