package dev.roster.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.RunningService;
import dev.roster.command.Shell.Result;
import dev.roster.console.Caller;
import dev.roster.demo.Landscape;
import dev.roster.store.ServiceFile;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.hsqldb.jdbc.JDBCDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands beside a process that has the embedded database open. */
class ServiceCommandsTest {

    private Path folder;

    @BeforeEach
    void start(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void commandsGoThroughTheServiceThatRuns() throws IOException {
        Landscape landscape = Landscape.start(RunningService.smallTenant());
        landscape.jira().directory().seed().user("old", "Somebody else", "old@example.com");
        Map<String, String> settings = new HashMap<>();
        settings.put("spring.datasource.url", url());
        settings.put(Landscape.key("groups.include"), "jira-.*");
        settings.put(Landscape.key("limits.first-run"), "approve");
        Path file = folder.resolve("service.json");
        // It knows no connection itself: what there is, the service tells.
        Shell shell = new Shell(Map.of("spring.datasource.url", url()));
        try (RunningService service = RunningService.start(landscape, settings)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            String token = ServiceFile.read(folder).orElseThrow().token();
            everyCommandAnswers(shell, landscape);
            theTokenOpensTheApiAndNothingElse(service.port(), token);
        }
        assertThat(file).doesNotExist();
    }

    private static void everyCommandAnswers(Shell shell, Landscape landscape) {
        assertThat(shell.run("plan", "--target=jira").code()).isEqualTo(3);
        Result waiting = shell.run("sync", "--target=jira", "--json");
        assertThat(waiting.code()).as(waiting.err()).isEqualTo(3);
        assertThat(waiting.json().get("trigger").stringValue()).isEqualTo("command-line");
        assertThat(waiting.json().get("startedBy").stringValue()).isEqualTo(System.getProperty("user.name"));
        Result approved = shell.run("approve", waiting.json().get("id").asString());
        assertThat(approved.code()).as(approved.err()).isZero();
        assertThat(landscape.jira().directory().account("ann")).isPresent();
        assertThat(shell.run("groups").out()).contains("jira-devs");
        assertThat(shell.run("explain", "ann").out())
                .contains("ann@example.com", "jira", "the account ann is theirs", "create-user");
        assertThat(shell.run("explain", "ANN", "--target=jira", "--json").json().get("targets"))
                .hasSize(1);
        Result unknown = shell.run("explain", "no\"/body%");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err()).startsWith("nobody is known");
        assertThat(shell.run("check", "--target=jira").code()).isZero();
        assertThat(shell.run("runs", "--json").json()).hasSize(2);
        assertThat(shell.run("dead-letters", "--json").json()).isEmpty();
        assertThat(shell.run("dead-letters", "retry").out()).startsWith("0 ");
        assertThat(shell.run("sync", "--connection=a/b").code()).isEqualTo(2);
        assertThat(shell.run("sync", "--target=trello").code()).isEqualTo(2);
        assertThat(shell.run("approve", "4711").code()).isEqualTo(1);
    }

    private static void theTokenOpensTheApiAndNothingElse(int port, String token) {
        Caller nobody = new Caller(port, null);
        assertThat(nobody.get("/api/runs", "Authorization", "Bearer " + token).statusCode())
                .isEqualTo(200);
        assertThat(nobody.get("/api/runs", "Authorization", "Bearer " + token + "0")
                        .statusCode())
                .isEqualTo(401);
        assertThat(nobody.get("/api/runs", "Authorization", "Bearer ").statusCode())
                .isEqualTo(401);
        assertThat(nobody.get("/actuator/info", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aFileThatAKilledServiceLeftIsNoObstacle() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            new ServiceFile(URI.create("http://127.0.0.1:" + free.getLocalPort()), "stale", 1).write(folder);
        }
        try (Landscape landscape = Landscape.start(RunningService.smallTenant())) {
            Map<String, String> settings = RunningService.settings(landscape);
            settings.put("spring.datasource.url", url());

            Result result = new Shell(settings).run("runs");

            assertThat(result.code()).as(result.err()).isZero();
        }
    }

    @Test
    void aDatabaseThatSomebodyElseHasOpenIsToldInPlainWords() throws IOException {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        location(HoldsDatabase.class) + File.pathSeparator + location(JDBCDriver.class),
                        HoldsDatabase.class.getName(),
                        url())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("open true");
            try (Landscape landscape = Landscape.start(RunningService.smallTenant())) {
                Map<String, String> settings = RunningService.settings(landscape);
                settings.put("spring.datasource.url", url());

                Result result = new Shell(settings).run("sync");

                assertThat(result.code()).isEqualTo(1);
                assertThat(result.out()).isEmpty();
                assertThat(result.err())
                        .contains("has the embedded database open", "try again")
                        .doesNotContain("\tat ");
            }
        } finally {
            holder.destroy();
        }
    }

    private static String location(Class<?> type) {
        return Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }

    private String url() {
        return "jdbc:hsqldb:file:" + folder.resolve("roster") + ";hsqldb.write_delay=false";
    }
}
