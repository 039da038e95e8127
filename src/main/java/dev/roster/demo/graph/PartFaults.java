package dev.roster.demo.graph;

import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedRequest;
import dev.roster.demo.SimulatedServer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Faults that strike single parts of a batch, while the batch as a whole is answered with 200. */
final class PartFaults {

    private final Queue<PlannedFault> faults = new ConcurrentLinkedQueue<>();

    void plan(PlannedFault fault) {
        faults.add(fault);
    }

    SimulatedAnswer answer(SimulatedRequest part, SimulatedServer.Handler handler) {
        for (PlannedFault fault : faults) {
            if (fault.claims(part)) {
                return fault.play(part, handler);
            }
        }
        return handler.handle(part);
    }
}
