package dev.roster.entra;

import dev.roster.directory.GroupMembers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The reading of up to twenty groups' members in one conversation of {@code $batch} requests. Immutable: each answer
 * makes the next value, which says what the round brought and what is still open.
 *
 * <pre>
 * while batch is open: POST body to $batch; batch = batch.absorb(answer); store complete; wait for pause
 * </pre>
 *
 * <p>The outer answer says nothing about the parts: each is throttled and fails on its own, and they come in any order.
 * A group's members are only given out when all of its pages are read.
 */
public final class MemberBatch {

    /** More than twenty parts make Graph refuse the whole batch. */
    private static final int MOST_PARTS = 20;

    private final GraphLink guard;
    private final Clock clock;
    private final List<MemberPart> open;
    private final List<GroupMembers> complete = new ArrayList<>();
    private final List<String> vanished = new ArrayList<>();
    private final Duration pause;
    private final boolean tokenRefused;

    /** What goes out as JSON. */
    public record Body(List<Part> requests) {}

    /** @param id the part's number in this round, by which its answer is known */
    public record Part(String id, String method, String url) {}

    private MemberBatch(GraphLink guard, Clock clock, List<MemberPart> open) {
        this.guard = guard;
        this.clock = clock;
        this.open = List.copyOf(open);
        this.pause = Duration.ZERO;
        this.tokenRefused = false;
    }

    private MemberBatch(MemberBatch before, List<PartOutcome> outcomes) {
        List<MemberPart> rest = new ArrayList<>();
        Duration longest = Duration.ZERO;
        boolean refused = false;
        for (PartOutcome outcome : outcomes) {
            if (outcome instanceof PartOutcome.Open more) {
                rest.add(more.part());
                longest = more.pause().compareTo(longest) > 0 ? more.pause() : longest;
            } else if (outcome instanceof PartOutcome.Refused again) {
                rest.add(again.part());
                refused = true;
            } else if (outcome instanceof PartOutcome.Complete done) {
                complete.add(done.members());
            } else if (outcome instanceof PartOutcome.Vanished gone) {
                vanished.add(gone.groupId());
            }
        }
        this.guard = before.guard;
        this.clock = before.clock;
        this.open = List.copyOf(rest);
        this.pause = longest;
        this.tokenRefused = refused;
    }

    /**
     * One batch for each twenty groups, in the given order; a group that is named twice is read once.
     *
     * @param guard checks the links to further pages
     * @param clock tells how far away the date of a Retry-After is
     */
    public static List<MemberBatch> of(List<String> groupIds, GraphLink guard, Clock clock) {
        List<MemberPart> parts =
                groupIds.stream().distinct().map(id -> MemberPart.first(id, 0)).toList();
        List<MemberBatch> batches = new ArrayList<>();
        for (int from = 0; from < parts.size(); from += MOST_PARTS) {
            batches.add(new MemberBatch(guard, clock, parts.subList(from, Math.min(from + MOST_PARTS, parts.size()))));
        }
        return batches;
    }

    /** Whether there is anything left to ask. */
    public boolean isOpen() {
        return !open.isEmpty();
    }

    /** How many groups are not read to their end. */
    public int openParts() {
        return open.size();
    }

    /** The next request. */
    public Body body() {
        List<Part> requests = new ArrayList<>();
        for (MemberPart part : open) {
            requests.add(new Part(String.valueOf(requests.size() + 1), "GET", part.url()));
        }
        return new Body(List.copyOf(requests));
    }

    /** Groups whose last page came in the last round; each group is here once in all rounds. */
    public List<GroupMembers> complete() {
        return List.copyOf(complete);
    }

    /** Groups that the last round found deleted since they were listed; no error. */
    public List<String> vanished() {
        return List.copyOf(vanished);
    }

    /** Whether the next request needs another token than the last one, which Graph did not accept for some part. */
    public boolean tokenRefused() {
        return tokenRefused;
    }

    /** How long to wait before the next request: the longest wait that Graph wished for one of the open parts. */
    public Duration pause() {
        return pause;
    }

    /**
     * What comes after this answer to {@link #body()}.
     *
     * @param answer the JSON object that Graph sent; null when it sent none
     * @throws MalformedAnswer when a part's response is missing, double or unknown, or is not what was asked for
     * @throws PartFailed when a group's members cannot be read
     * @throws ForeignLink when a further page would be elsewhere than in Graph
     * @throws PagingLoop when a group's pages lead back to one that was read already
     */
    public MemberBatch absorb(@Nullable Map<?, ?> answer) {
        Map<String, PartAnswer> answers = byId(answer);
        List<PartOutcome> outcomes = new ArrayList<>();
        for (MemberPart part : open) {
            PartAnswer own = answers.remove(String.valueOf(outcomes.size() + 1));
            if (own == null) {
                throw new MalformedAnswer("Graph's answer to a batch leaves out a part");
            }
            outcomes.add(part.after(own, guard, clock));
        }
        if (!answers.isEmpty()) {
            throw new MalformedAnswer("Graph's answer to a batch has a part that was not asked for");
        }
        return new MemberBatch(this, outcomes);
    }

    private static Map<String, PartAnswer> byId(@Nullable Map<?, ?> answer) {
        if (answer == null || !(answer.get("responses") instanceof List<?> responses)) {
            throw new MalformedAnswer("Graph's answer to a batch has no list of responses");
        }
        Map<String, PartAnswer> answers = new HashMap<>();
        for (Object response : responses) {
            PartAnswer part = PartAnswer.of(response);
            if (answers.put(part.id(), part) != null) {
                throw new MalformedAnswer("Graph's answer to a batch has a part twice");
            }
        }
        return answers;
    }
}
