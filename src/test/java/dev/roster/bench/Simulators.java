package dev.roster.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The other end of {@link SimulatorProcess}. */
final class Simulators implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter commands;
    private final Map<String, String> settings = new LinkedHashMap<>();

    private Simulators(Process process) {
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.commands = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    }

    static Simulators start(int people, int latencyMillis) {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx6g",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            SimulatorProcess.class.getName(),
                            String.valueOf(people),
                            String.valueOf(latencyMillis))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            Simulators simulators = new Simulators(process);
            simulators.readSettings();
            return simulators;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readSettings() throws IOException {
        String line;
        while ((line = answers.readLine()) != null && !line.equals("READY")) {
            int equals = line.indexOf('=');
            settings.put(line.substring(0, equals), line.substring(equals + 1));
        }
    }

    Map<String, String> settings() {
        return settings;
    }

    void record() {
        tell("record");
    }

    /** See {@link dev.roster.demo.graph.TenantOfSize#change}. */
    void change(int changes) {
        tell("change " + changes);
    }

    void save(Path folder) {
        tell("save " + folder);
    }

    /** What their process has computed so far. */
    Duration computed() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private void tell(String command) {
        commands.println(command);
        try {
            String answer = answers.readLine();
            if (!"OK".equals(answer)) {
                throw new IllegalStateException("the simulators answered " + answer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
