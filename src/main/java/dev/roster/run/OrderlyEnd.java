package dev.roster.run;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The first thing that happens when the program ends: runs are told to send nothing more. Then Camel waits until what
 * is under way has come back, and each run ends as after a stop.
 */
@Component
class OrderlyEnd implements SmartLifecycle {

    private final ActiveRuns active;
    private volatile boolean running;

    OrderlyEnd(ActiveRuns active) {
        this.active = active;
    }

    @Override
    public void start() {
        running = true;
        active.welcome();
    }

    @Override
    public void stop() {
        running = false;
        active.stopAll();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stopped before everything else. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
