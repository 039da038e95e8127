package dev.roster.api;

import dev.roster.overview.DeadLetterChoice;
import dev.roster.overview.DeadLetterDesk;
import dev.roster.store.DeadLetters;
import dev.roster.store.DeadLetters.DeadLetter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Operations that failed for good. */
@RestController
@RequestMapping("/api/dead-letters")
class DeadLettersApi {

    private final KnownConnections connections;
    private final DeadLetters letters;
    private final DeadLetterDesk desk;

    DeadLettersApi(KnownConnections connections, DeadLetters letters, DeadLetterDesk desk) {
        this.connections = connections;
        this.letters = letters;
        this.desk = desk;
    }

    /** How many letters something was done with. */
    record Changed(int count) {}

    @GetMapping
    List<DeadLetter> list(
            @RequestParam(required = false) @Nullable String connection,
            @RequestParam(required = false) @Nullable String target) {
        return letters.list(known(connection), Filters.given(target));
    }

    @PostMapping("/retry")
    Changed retry(
            @RequestParam(required = false) @Nullable String connection,
            @RequestParam(required = false) @Nullable String target,
            @RequestBody(required = false) @Nullable JsonNode body) {
        return new Changed(desk.retry(choice(connection, target, body)));
    }

    @PostMapping("/discard")
    Changed discard(
            @RequestParam(required = false) @Nullable String connection,
            @RequestParam(required = false) @Nullable String target,
            @RequestBody(required = false) @Nullable JsonNode body) {
        return new Changed(desk.discard(choice(connection, target, body)));
    }

    private DeadLetterChoice choice(@Nullable String connection, @Nullable String target, @Nullable JsonNode json) {
        JsonBody body = JsonBody.of(json, Set.of("ids", "all"));
        boolean all = body.flag("all");
        if (all == body.has("ids")) {
            throw new BadRequest("give either ids, a list of numbers, or all: true");
        }
        return new DeadLetterChoice(all ? null : body.numbers("ids"), known(connection), Filters.given(target));
    }

    private @Nullable String known(@Nullable String connection) {
        String name = Filters.given(connection);
        return name == null ? null : connections.known(name).name();
    }
}
