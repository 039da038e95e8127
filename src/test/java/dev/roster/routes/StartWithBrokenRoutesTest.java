package dev.roster.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.Roster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        new SpringApplicationBuilder(Roster.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.config.location=classpath:/application.yaml",
                        "--spring.datasource.url=jdbc:hsqldb:mem:broken-routes",
                        "--spring.datasource.username=sa",
                        "--spring.jmx.enabled=false",
                        "--camel.main.jmx-enabled=false",
                        "--roster.routes-dir=" + folder);
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
        assertThat(output.getAll()).contains("there is no file whose name ends in .camel.yaml");
    }
}
