package dev.roster.demo.product;

import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.product.Route.Access;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Confluence's long tasks. A task is done after it has been asked about so many times, which needs no clock; with
 * none, it is done at once.
 */
final class ConfluenceTasks {

    private final RunningProduct running;
    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private volatile int pollsUntilDone;

    /** A task and how often it has been asked about. */
    private static final class Task {
        final String name;
        final int pollsNeeded;
        final Runnable work;
        int polls;

        Task(String name, int pollsNeeded, Runnable work) {
            this.name = name;
            this.pollsNeeded = pollsNeeded;
            this.work = work;
        }

        boolean done() {
            return polls >= pollsNeeded;
        }

        int percentage() {
            return done() ? 100 : 100 * polls / pollsNeeded;
        }
    }

    ConfluenceTasks(RunningProduct running) {
        this.running = running;
    }

    void addRoutes(RouteTable routes) {
        routes.get("/longtask/{}", Access.USER, call -> running.directory().exclusively(() -> poll(call.path(0))));
    }

    void pollsUntilDone(int polls) {
        pollsUntilDone = polls;
    }

    SimulatedAnswer submit(String name, Runnable work) {
        String id = Long.toString(ids.incrementAndGet());
        Task task = new Task(name, pollsUntilDone, work);
        tasks.put(id, task);
        if (task.done()) {
            work.run();
        }
        ObjectNode links = JsonText.object().put("status", link(id) + "/status");
        return JsonText.answer(202, JsonText.object().put("id", id).set("links", links));
    }

    private SimulatedAnswer poll(String id) {
        @Nullable Task task = tasks.get(id);
        if (task == null) {
            throw Refusal.of(404, "No long task found with id: " + id);
        }
        if (!task.done() && ++task.polls >= task.pollsNeeded) {
            task.work.run();
        }
        ObjectNode name = JsonText.object().put("key", task.name).set("args", JsonText.array());
        return JsonText.answer(
                200,
                JsonText.object()
                        .put("id", id)
                        .put("elapsedTime", 100L * task.polls)
                        .put("percentageComplete", task.percentage())
                        .put("successful", task.done())
                        .set("name", name)
                        .set("messages", JsonText.array())
                        .set("_links", JsonText.object().put("self", link(id))));
    }

    private String link(String id) {
        return running.url() + "/rest/api/longtask/" + id;
    }
}
