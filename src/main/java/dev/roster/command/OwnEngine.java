package dev.roster.command;

import dev.roster.directory.OperationKind;
import dev.roster.explanation.ExplainRequest;
import dev.roster.explanation.UnknownPerson;
import dev.roster.overview.ConnectionViews;
import dev.roster.overview.DeadLetterCause;
import dev.roster.overview.DeadLetterChoice;
import dev.roster.overview.DeadLetterDesk;
import dev.roster.overview.RunViews;
import dev.roster.overview.UnknownDeadLetter;
import dev.roster.run.AlreadyRunning;
import dev.roster.run.CheckRequest;
import dev.roster.run.NotWaiting;
import dev.roster.run.OwnApproval;
import dev.roster.run.RunQueue;
import dev.roster.run.RunRequest;
import dev.roster.run.UnknownConnection;
import dev.roster.store.Actor;
import dev.roster.store.AuditTrail;
import dev.roster.store.DeadLetters;
import dev.roster.store.EntraGroupQuery;
import dev.roster.store.OperationFilter;
import dev.roster.store.OperationQuery;
import dev.roster.store.OperationSearch;
import dev.roster.store.PageRequest;
import dev.roster.store.Run;
import dev.roster.store.StorageUnsafe;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** This process by itself: the whole program without a web server and without schedules. */
final class OwnEngine implements Engine {

    private final ConfigurableApplicationContext program;
    private final JsonMapper json;

    OwnEngine(ConfigurableApplicationContext program) {
        this.program = program;
        this.json = program.getBean(JsonMapper.class);
    }

    @Override
    public JsonNode connections() {
        return answer(() -> bean(ConnectionViews.class).all());
    }

    @Override
    public JsonNode start(String connection, String mode, boolean reconcile, List<String> targets) {
        RunRequest request = new RunRequest(
                connection,
                Run.Mode.valueOf(mode.toUpperCase(Locale.ROOT)),
                reconcile,
                targets,
                "command-line",
                user());
        return answer(() -> view(bean(RunQueue.class).start(request)));
    }

    @Override
    public JsonNode run(long id) {
        return answer(() -> view(id));
    }

    private Object view(long id) {
        return bean(RunViews.class)
                .find(id)
                .orElseThrow(() -> new CommandFailure(ExitCode.FAILED, "there is no run " + id));
    }

    @Override
    public JsonNode runs(@Nullable String connection, int limit) {
        return answer(() -> bean(RunViews.class).latest(connection, null, limit));
    }

    @Override
    public JsonNode operations(@Nullable String connection, Sought sought, int limit) {
        OperationFilter filter = new OperationFilter(sought.target, null, null, sought.user, sought.group);
        return answer(() -> bean(OperationSearch.class).page(connection, filter, new PageRequest(0, limit)));
    }

    @Override
    public JsonNode approve(long id) {
        return answer(() -> {
            bean(RunQueue.class).approve(id, actor());
            return view(id);
        });
    }

    @Override
    public JsonNode check(String connection) {
        return answer(() -> bean(CheckRequest.class).check(connection));
    }

    @Override
    public JsonNode groups(String connection) {
        return answer(() -> bean(EntraGroupQuery.class).list(connection));
    }

    @Override
    public JsonNode explain(String connection, String person, List<String> targets) {
        return answer(() -> bean(ExplainRequest.class).explain(connection, person, targets));
    }

    @Override
    public JsonNode deadLetters(@Nullable String connection, @Nullable String target) {
        return answer(() -> bean(DeadLetters.class).list(connection, target));
    }

    @Override
    public JsonNode deadLetterCauses(@Nullable String connection, @Nullable String target) {
        return answer(() -> DeadLetterCause.of(bean(DeadLetters.class).list(connection, target)));
    }

    @Override
    public JsonNode operations(long run, String kind, int page) {
        OperationFilter filter = new OperationFilter(null, OperationKind.of(kind), null, null, null);
        return answer(() -> bean(OperationQuery.class).page(run, filter, new PageRequest(page, PageRequest.LARGEST)));
    }

    @Override
    public JsonNode change(
            String action,
            List<Long> ids,
            @Nullable String connection,
            @Nullable String target,
            @Nullable String reason) {
        DeadLetterChoice choice = new DeadLetterChoice(ids.isEmpty() ? null : ids, connection, target);
        DeadLetterDesk desk = bean(DeadLetterDesk.class);
        return answer(() -> Map.of(
                "count", action.equals("retry") ? desk.retry(choice, actor()) : desk.discard(choice, reason, actor())));
    }

    @Override
    public JsonNode audit(@Nullable String connection, int limit) {
        return answer(() -> bean(AuditTrail.class).latest(connection, limit));
    }

    @Override
    public void close() {
        program.close();
    }

    private JsonNode answer(Supplier<Object> action) {
        try {
            return json.valueToTree(action.get());
        } catch (UnknownConnection
                | AlreadyRunning
                | NotWaiting
                | OwnApproval
                | UnknownDeadLetter
                | UnknownPerson
                | StorageUnsafe e) {
            throw new CommandFailure(ExitCode.FAILED, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // Whoever pressed Ctrl+C knows why there is no database any more.
            throw program.isActive()
                    ? e
                    : new CommandFailure(ExitCode.FAILED, "ended on demand; the next run goes on from here");
        }
    }

    private <T> T bean(Class<T> type) {
        return program.getBean(type);
    }

    private static Actor actor() {
        return new Actor(user(), "command-line");
    }

    private static String user() {
        return System.getProperty("user.name");
    }
}
