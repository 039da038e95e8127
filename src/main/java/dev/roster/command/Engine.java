package dev.roster.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What carries a command out: the service that runs, or this process by itself. Both speak as the HTTP API does, and
 * fail with a {@link CommandFailure}.
 */
sealed interface Engine extends AutoCloseable permits OwnEngine, ServiceEngine {

    JsonNode connections();

    /** Opens a run and returns it at once. */
    JsonNode start(String connection, String mode, boolean reconcile, List<String> targets);

    JsonNode run(long id);

    /** The latest runs first. */
    JsonNode runs(@Nullable String connection, int limit);

    /** The first page of what any run did to somebody or to a group; the latest first. */
    JsonNode operations(@Nullable String connection, Sought sought, int limit);

    /** Lets a stored plan be carried out, and returns the run at once. */
    JsonNode approve(long id);

    JsonNode check(String connection);

    JsonNode groups(String connection);

    /** Why somebody is, or is not, in these targets; none for all. */
    JsonNode explain(String connection, String person, List<String> targets);

    JsonNode deadLetters(@Nullable String connection, @Nullable String target);

    /** The same, grouped by what went wrong. */
    JsonNode deadLetterCauses(@Nullable String connection, @Nullable String target);

    /** One page of a run's operations of one kind, counted from 0; by its largest size. */
    JsonNode operations(long run, String kind, int page);

    /**
     * Retries or discards dead letters.
     *
     * @param action retry or discard
     * @param ids empty for all open ones of the connection and target
     * @param reason what is said about a discard; null for nothing
     */
    JsonNode change(
            String action,
            List<Long> ids,
            @Nullable String connection,
            @Nullable String target,
            @Nullable String reason);

    /** What people decided, and which settings changed; the latest first. */
    JsonNode audit(@Nullable String connection, int limit);

    @Override
    void close();
}
