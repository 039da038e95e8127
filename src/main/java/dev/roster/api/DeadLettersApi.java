package dev.roster.api;

import dev.roster.overview.DeadLetterCause;
import dev.roster.overview.DeadLetterChoice;
import dev.roster.overview.DeadLetterDesk;
import dev.roster.store.AuditEntry;
import dev.roster.store.DeadLetters;
import dev.roster.store.DeadLetters.DeadLetter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
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

    /** The same, grouped by what went wrong. */
    @GetMapping("/causes")
    List<DeadLetterCause> causes(
            @RequestParam(required = false) @Nullable String connection,
            @RequestParam(required = false) @Nullable String target) {
        return DeadLetterCause.of(list(connection, target));
    }

    @PostMapping("/retry")
    Changed retry(
            @RequestParam(required = false) @Nullable String connection,
            @RequestParam(required = false) @Nullable String target,
            @RequestBody(required = false) @Nullable JsonNode body,
            Authentication by) {
        JsonBody given = JsonBody.of(body, Set.of("ids", "all"));
        return new Changed(
                desk.retry(choice(connection, target, given), Asker.of(by).actor()));
    }

    @PostMapping("/discard")
    Changed discard(
            @RequestParam(required = false) @Nullable String connection,
            @RequestParam(required = false) @Nullable String target,
            @RequestBody(required = false) @Nullable JsonNode body,
            Authentication by) {
        JsonBody given = JsonBody.of(body, Set.of("ids", "all", "reason"));
        String reason = given.text("reason", "").strip();
        if (reason.length() > AuditEntry.LONGEST_REASON) {
            throw new BadRequest("reason has more than " + AuditEntry.LONGEST_REASON + " characters");
        }
        return new Changed(desk.discard(
                choice(connection, target, given),
                Filters.given(reason),
                Asker.of(by).actor()));
    }

    private DeadLetterChoice choice(@Nullable String connection, @Nullable String target, JsonBody body) {
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
