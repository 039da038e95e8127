package dev.roster.command;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Follows a run until it has ended, or waits for approval, and shows how it gets on. */
final class RunWatch {

    private static final Set<String> AT_WORK = Set.of("queued", "reading", "planning", "applying");
    private static final long BETWEEN_LOOKS_MILLIS = 300;
    private static final long BETWEEN_LINES_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final Engine engine;
    private final Terminal terminal;
    private final boolean silent;
    private final ProgressLine line = new ProgressLine();

    // Mutable state, used by one thread: what was last shown, and when.
    private String shownPhase = "";
    private long shownAt;

    RunWatch(Engine engine, Terminal terminal, boolean silent) {
        this.engine = engine;
        this.terminal = terminal;
        this.silent = silent;
    }

    /** The run as it is at its end. */
    JsonNode follow(long run) {
        CompletableFuture<JsonNode> ended = new CompletableFuture<>();
        ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(RunWatch::thread);
        try {
            looks.scheduleWithFixedDelay(() -> look(run, ended), 0, BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
            return ended.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.FAILED, "interrupted; the run may go on");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            looks.shutdownNow();
            if (terminal.interactive() && !silent) {
                terminal.err().print(CLEAR_LINE);
                terminal.err().flush();
            }
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "run-watch");
        thread.setDaemon(true);
        return thread;
    }

    private void look(long id, CompletableFuture<JsonNode> ended) {
        try {
            JsonNode run = engine.run(id);
            if (!AT_WORK.contains(run.path("state").asString(""))) {
                ended.complete(run);
            } else if (!silent) {
                show(run);
            }
        } catch (RuntimeException e) {
            ended.completeExceptionally(e);
        }
    }

    private void show(JsonNode run) {
        long now = System.nanoTime();
        String text = line.of(run, now);
        if (terminal.interactive()) {
            terminal.err().print(CLEAR_LINE + text);
            terminal.err().flush();
        } else if (!ProgressLine.phase(run).equals(shownPhase) || now - shownAt >= BETWEEN_LINES_NANOS) {
            shownPhase = ProgressLine.phase(run);
            shownAt = now;
            terminal.complain(text);
        }
    }
}
