package dev.roster;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A disk of a few megabytes in memory. Only root may mount one: elsewhere the test that asks for it is skipped. */
public final class SmallDisk implements AutoCloseable {

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    public static SmallDisk of(int megabytes) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("small-disk");
        boolean mounted = runs("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
        assumeTrue(mounted, "needs the right to mount a tmpfs");
        return new SmallDisk(folder);
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    public Path folder() {
        return folder;
    }

    /** Somebody else takes so much of it, or what there is. */
    public void take(int megabytes) {
        byte[] megabyte = new byte[1_000_000];
        try (OutputStream file = Files.newOutputStream(folder.resolve("somebody-elses"))) {
            for (int i = 0; i < megabytes; i++) {
                file.write(megabyte);
            }
        } catch (IOException e) {
            // It is full.
        }
    }

    /** And gives it back. */
    public void free() throws IOException {
        Files.deleteIfExists(folder.resolve("somebody-elses"));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        runs("umount", "--lazy", folder.toString());
        Files.deleteIfExists(folder);
    }
}
