package dev.roster.kill;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A process with Roster in it, as its parent sees it: commands go in, and what it says is read from a file. */
final class Child implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path output;

    // Mutable state: the lines that were heard.
    private final BitSet heard = new BitSet();

    private Child(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts it and waits until it is ready. */
    static Child start(Path folder, Map<String, String> settings) throws IOException {
        Properties file = new Properties();
        file.putAll(settings);
        Path written = Files.createTempFile(folder, "child", ".properties");
        try (OutputStream out = Files.newOutputStream(written)) {
            file.store(out, null);
        }
        // A file, and no pipe: what a killed process has said is not lost.
        Path output = Files.createTempFile(folder, "child", ".log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dsun.net.httpserver.nodelay=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RosterProcess.class.getName(),
                        written.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        Child child = new Child(process, output);
        child.hears("ready");
        return child;
    }

    void tell(String command) {
        try {
            OutputStream in = process.getOutputStream();
            in.write((command + "\n").getBytes(StandardCharsets.UTF_8));
            in.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for a line that begins so and was not heard before; returns the whole line. */
    String hears(String beginning) {
        return Awaitility.await(beginning)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> next(beginning), line -> !line.isEmpty());
    }

    private String next(String beginning) throws IOException {
        if (!process.isAlive()) {
            throw new AssertionError("the process ended before it said " + beginning + "; see\n" + tail());
        }
        List<String> lines = said();
        for (int i = heard.nextClearBit(0); i < lines.size(); i = heard.nextClearBit(i + 1)) {
            if (lines.get(i).startsWith("failed")) {
                throw new AssertionError(lines.get(i));
            }
            if (lines.get(i).startsWith(beginning)) {
                heard.set(i);
                return lines.get(i);
            }
        }
        return "";
    }

    /** Everything that it has said so far. */
    List<String> said() throws IOException {
        return Files.readString(output, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> line.startsWith(RosterProcess.SAYS))
                .map(line -> line.substring(RosterProcess.SAYS.length()))
                .toList();
    }

    private String tail() throws IOException {
        List<String> lines = Files.readAllLines(output, StandardCharsets.ISO_8859_1);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }

    /** At once, as {@code kill -9} does it; comes back when it is dead. */
    void kill() {
        process.destroyForcibly();
        awaitDeath();
    }

    void awaitDeath() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the process does not die; it said " + said());
            }
        } catch (InterruptedException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** Whether this is in its log. */
    boolean logs(String text) throws IOException {
        return Files.readString(output, StandardCharsets.ISO_8859_1).contains(text);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Sends it a signal by its name, as in STOP. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    @Override
    public void close() {
        kill();
    }
}
