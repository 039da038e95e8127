package dev.roster.sync;

import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import java.util.function.Predicate;

/** What can happen to a request. */
enum Trouble {
    THROTTLED(2, matches -> PlannedFault.answer(matches, 1, answer(429).with("Retry-After", "1"))),
    UNAVAILABLE_UNTIL(
            1, matches -> PlannedFault.answer(matches, 1, () -> answer(503).with("Retry-After", date()))),
    ZERO(3, matches -> PlannedFault.answer(matches, 1, answer(429).with("Retry-After", "0"))),
    UNAVAILABLE(3, matches -> PlannedFault.answer(matches, 1, answer(503))),
    ERROR(3, matches -> PlannedFault.answer(matches, 1, answer(500))),
    RESET(3, matches -> PlannedFault.reset(matches, 1)),
    LOST_ANSWER(3, matches -> PlannedFault.loseAnswer(matches, 1)),
    CUT_OFF(3, matches -> PlannedFault.changed(matches, 1, SimulatedAnswer::truncated)),
    HALF_A_JSON(3, matches -> PlannedFault.changed(matches, 1, Trouble::halved)),
    PAGE_OF_A_PROXY(3, matches -> PlannedFault.answer(matches, 1, page())),
    LATE(3, matches -> PlannedFault.slow(matches, 1, Duration.ofMillis(2500)));

    /** How far away the date in a Retry-After is. */
    static final int SECONDS_OF_DATE = 2;

    private final int rounds;
    private final Function<Predicate<SimulatedRequest>, PlannedFault> fault;

    Trouble(int rounds, Function<Predicate<SimulatedRequest>, PlannedFault> fault) {
        this.rounds = rounds;
        this.fault = fault;
    }

    /** In how many rounds it happens; waits cost time. */
    int rounds() {
        return rounds;
    }

    /** A sign-in that answers with something else than a token is not asked again: it is told to the administrator. */
    boolean happensAt(Endpoint endpoint) {
        boolean signIn = endpoint.path().endsWith("/token");
        return !signIn || this != HALF_A_JSON && this != PAGE_OF_A_PROXY;
    }

    PlannedFault striking(Predicate<SimulatedRequest> matches) {
        return fault.apply(matches);
    }

    private static SimulatedAnswer answer(int status) {
        return SimulatedAnswer.json(status, "{\"message\":\"not now\"}");
    }

    private static SimulatedAnswer page() {
        return SimulatedAnswer.text(200, "text/html", "<html><body>Sign in first</body></html>");
    }

    private static SimulatedAnswer halved(SimulatedAnswer whole) {
        String half = whole.body().substring(0, whole.body().length() / 2);
        return new SimulatedAnswer(whole.status(), whole.headers(), half, 0, false);
    }

    private static String date() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plusSeconds(SECONDS_OF_DATE).atOffset(ZoneOffset.UTC));
    }
}
