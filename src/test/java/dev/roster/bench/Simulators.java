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
import java.util.Set;

/** The other end of {@link SimulatorProcess}. */
final class Simulators implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter commands;
    private final Map<String, Map<String, String>> settings = new LinkedHashMap<>();

    private Simulators(Process process) {
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.commands = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    }

    static Simulators start() {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx6g",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            SimulatorProcess.class.getName())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new Simulators(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins a connection afresh: another directory, and products that hold nothing of it. */
    void serve(String connection, int people, int latencyMillis) {
        commands.println("serve " + connection + " " + people + " " + latencyMillis);
        Map<String, String> lead = new LinkedHashMap<>();
        String line;
        while (!(line = answer()).equals("OK")) {
            int equals = line.indexOf('=');
            lead.put(line.substring(0, equals), line.substring(equals + 1));
        }
        settings.put(connection, lead);
    }

    Set<String> connections() {
        return settings.keySet();
    }

    /** Those of all connections that are served, by their full keys. */
    Map<String, String> settings() {
        Map<String, String> all = new LinkedHashMap<>();
        settings.values().forEach(all::putAll);
        return all;
    }

    void record(String connection) {
        tell("record " + connection);
    }

    /** See {@link dev.roster.demo.graph.TenantOfSize#change}. */
    void change(String connection, int changes) {
        tell("change " + connection + " " + changes);
    }

    void save(String connection, Path folder) {
        tell("save " + connection + " " + folder);
    }

    /** What their process has computed so far. */
    Duration computed() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private void tell(String command) {
        commands.println(command);
        String answer = answer();
        if (!answer.equals("OK")) {
            throw new IllegalStateException("the simulators answered " + answer);
        }
    }

    private String answer() {
        try {
            String line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("the simulators have ended; what they said of it is above");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
