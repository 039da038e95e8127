package dev.roster.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.Roster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The start of the service with routes that it does not take. */
@ExtendWith(OutputCaptureExtension.class)
class StartWithBrokenRoutesTest {

    private static final String BROKEN = """
            - route:
                id: own
                description: Of the operator's own.
                from:
                  uri: timer:own?repeatCount=1
                  steps:
                    - log:
                        message: the broken route runs
                    - to:
                        uri: exec:ls
                    - setHeader:
                        name: CamelHttpUri
                        expression:
                          simple:
                            expression: "${body}"
            """;

    private final Path folder;

    StartWithBrokenRoutesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private void start() {
        start(folder, Map.of());
    }

    private static void start(Path folder, Map<String, String> further) {
        Stream<String> usual = Stream.of(
                "--spring.config.location=classpath:/application.yaml",
                "--spring.datasource.url=jdbc:hsqldb:mem:broken-routes",
                "--spring.datasource.username=sa",
                "--spring.jmx.enabled=false",
                "--camel.main.jmx-enabled=false",
                "--roster.routes-dir=" + folder);
        new SpringApplicationBuilder(Roster.class)
                .web(WebApplicationType.NONE)
                .run(Stream.concat(
                                usual,
                                further.entrySet().stream()
                                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue()))
                        .toArray(String[]::new));
    }

    @Test
    void endsWithOneListAndNoRouteHasRun(CapturedOutput output) throws IOException {
        Files.writeString(folder.resolve("own.camel.yaml"), BROKEN);
        assertThatThrownBy(this::start).hasRootCauseInstanceOf(InvalidRoutes.class);
        assertThat(output.getAll())
                .contains("The routes have 2 faults:")
                .contains("1. own.camel.yaml, line 10")
                .contains("2. own.camel.yaml, line 12")
                .contains("problem: sets the header 'CamelHttpUri'")
                .doesNotContain("\tat ", "the broken route runs");
    }

    @Test
    void anEmptyFolderIsNoServiceWithoutRoutes(CapturedOutput output) {
        assertThatThrownBy(this::start).hasRootCauseInstanceOf(InvalidRoutes.class);
        assertThat(output.getAll())
                .contains("1. roster.routes-dir\n")
                .contains("the folder " + folder + " holds no file whose name ends in .camel.yaml");
    }

    @Test
    void aMissingFolderIsNamedWithTheSettingThatPointsToIt(CapturedOutput output) {
        Path missing = folder.resolve("nowhere");
        assertThatThrownBy(() -> start(missing, Map.of())).hasRootCauseInstanceOf(InvalidRoutes.class);
        assertThat(output.getAll())
                .contains("1. roster.routes-dir\n")
                .contains("problem: there is no folder " + missing)
                .contains("or set roster.routes-dir")
                .doesNotContain("\tat ");
    }

    @Test
    void routesThatNobodyHasCheckedDoNotComeInBesideTheFolder(CapturedOutput output) throws IOException {
        Path beside = Files.createDirectory(folder.resolve("beside"));
        Files.writeString(beside.resolve("own.camel.yaml"), BROKEN);
        Map<String, String> ways = Map.of(
                "camel.main.routes-include-pattern",
                "file:" + beside + "/*.camel.yaml",
                "camel.main.routes-reload-enabled",
                "true");

        assertThatThrownBy(() -> start(Path.of("routes"), ways)).hasRootCauseInstanceOf(InvalidRoutes.class);

        assertThat(output.getAll())
                .contains("The routes have 2 faults:")
                .contains("1. camel.main.routes-include-pattern\n", "2. camel.main.routes-reload-enabled\n")
                .contains("roster.routes-dir says where the routes are")
                .doesNotContain("\tat ", "the broken route runs");
    }
}
