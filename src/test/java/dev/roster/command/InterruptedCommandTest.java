package dev.roster.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Roster;
import dev.roster.RunningService;
import dev.roster.command.Shell.Result;
import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl+C in the middle of a command, which is a process of its own. */
class InterruptedCommandTest {

    private static final int TERMINATED = 143;

    private final Path folder;

    InterruptedCommandTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aSyncIsStoppedAndTheNextOneGoesOnAtOnce() throws Exception {
        try (Landscape landscape = Landscape.start(RunningService.smallTenant())) {
            Map<String, String> settings = RunningService.settings(landscape);
            settings.put("spring.datasource.url", "jdbc:hsqldb:file:" + folder.resolve("roster"));
            settings.put(Landscape.key("groups.include"), "jira-.*");
            CountDownLatch writing = new CountDownLatch(1);
            landscape
                    .jira()
                    .server()
                    .plan(PlannedFault.slow(
                            request -> {
                                boolean write = !request.method().equals("GET");
                                if (write) {
                                    writing.countDown();
                                }
                                return write;
                            },
                            1,
                            Duration.ofSeconds(1)));

            Process sync = start(settings);
            assertThat(writing.await(90, TimeUnit.SECONDS)).as(error()).isTrue();
            sync.destroy();
            assertThat(sync.waitFor(60, TimeUnit.SECONDS)).isTrue();

            assertThat(sync.exitValue()).isEqualTo(TERMINATED);
            assertThat(error())
                    .contains("run 1 of demo stops after what is under way, as the program ends")
                    .doesNotContain("\tat ", "Exception");
            Shell shell = new Shell(settings);
            assertThat(shell.run("runs").out()).contains("stopped");
            Result next = shell.run("sync");
            assertThat(next.code()).as(next.out() + next.err()).isZero();
            assertThat(landscape.jira().directory().members("jira-devs")).containsExactly("ann");
        }
    }

    private Process start(Map<String, String> settings) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Roster.class.getName(),
                                "sync"),
                        Stream.of(RunningService.arguments(settings)))
                .toList();
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    private String error() throws IOException {
        return Files.readString(folder.resolve("err"));
    }
}
