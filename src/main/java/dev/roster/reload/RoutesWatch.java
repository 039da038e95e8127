package dev.roster.reload;

import dev.roster.routes.RouteFolder;
import dev.roster.settings.Settings;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Looks at the route files once a second for as long as the service runs.
 *
 * <p>It reads them, all of them, which is less work than it sounds: a notice of the file system would miss what other
 * machines write, and a time stamp what happens within its grain. A one-shot command switches it off.
 */
@Component
@ConditionalOnProperty(name = "routes.watch", matchIfMissing = true)
class RoutesWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RoutesWatch.class);
    private static final long SECONDS_TO_END = 60;

    private final RouteFolder folder;
    private final RouteEdits edits;
    private final long milliseconds;

    // Mutable state
    private @Nullable ScheduledExecutorService looking;

    RoutesWatch(Settings settings, RouteEdits edits, Environment environment) {
        this.folder = new RouteFolder(settings.routesDir());
        this.edits = edits;
        this.milliseconds = environment.getProperty("routes.look-every", Long.class, 1000L);
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread watch = new Thread(task, "routes-watch");
            watch.setDaemon(true);
            return watch;
        });
        thread.scheduleWithFixedDelay(this::look, milliseconds, milliseconds, TimeUnit.MILLISECONDS);
        looking = thread;
    }

    private void look() {
        try {
            edits.see(Look.at(folder));
        } catch (RuntimeException e) {
            // One bad look is not the last.
            LOG.error("the route files could not be looked at", e);
        }
    }

    /** Routes that are being exchanged come to their places first. */
    @Override
    public synchronized void stop() {
        ExecutorService thread = looking;
        looking = null;
        if (thread == null) {
            return;
        }
        thread.shutdown();
        try {
            if (!thread.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return looking != null;
    }

    /** After everything else has started; before anything else ends. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
