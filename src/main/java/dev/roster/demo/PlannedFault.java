package dev.roster.demo;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A fault that strikes the next so many requests that match. */
public final class PlannedFault {

    private final Predicate<SimulatedRequest> matches;
    private final Effect effect;
    private final AtomicInteger left;

    /** What happens instead of, or around, the ordinary answer. */
    @FunctionalInterface
    private interface Effect {
        SimulatedAnswer play(SimulatedRequest request, SimulatedServer.Handler handler);
    }

    private PlannedFault(Predicate<SimulatedRequest> matches, int times, Effect effect) {
        this.matches = matches;
        this.effect = effect;
        this.left = new AtomicInteger(times);
    }

    /** Matches on the method and a part of the raw path. */
    public static Predicate<SimulatedRequest> on(String method, String pathPart) {
        return request -> request.method().equals(method) && request.rawPath().contains(pathPart);
    }

    /** The request is not looked at; this comes back instead. */
    public static PlannedFault answer(Predicate<SimulatedRequest> matches, int times, SimulatedAnswer answer) {
        return new PlannedFault(matches, times, (request, handler) -> answer);
    }

    /** The same with an answer that is made when the fault strikes, for instance with a date from then. */
    public static PlannedFault answer(
            Predicate<SimulatedRequest> matches, int times, Supplier<SimulatedAnswer> answer) {
        return new PlannedFault(matches, times, (request, handler) -> answer.get());
    }

    /** The connection breaks before the request has any effect. */
    public static PlannedFault reset(Predicate<SimulatedRequest> matches, int times) {
        return answer(matches, times, SimulatedAnswer.connectionLost());
    }

    /** The request takes effect, but its answer is lost on the way back. */
    public static PlannedFault loseAnswer(Predicate<SimulatedRequest> matches, int times) {
        return changed(matches, times, answer -> SimulatedAnswer.connectionLost());
    }

    /** The request takes effect; its answer is changed, for instance cut off. */
    public static PlannedFault changed(
            Predicate<SimulatedRequest> matches, int times, UnaryOperator<SimulatedAnswer> change) {
        return new PlannedFault(matches, times, (request, handler) -> change.apply(handler.handle(request)));
    }

    /** The answer comes, but late. */
    public static PlannedFault slow(Predicate<SimulatedRequest> matches, int times, Duration delay) {
        return new PlannedFault(matches, times, (request, handler) -> {
            LockSupport.parkNanos(delay.toNanos());
            return handler.handle(request);
        });
    }

    /** Whether this fault strikes the request; counts as one of its times. */
    public boolean claims(SimulatedRequest request) {
        return matches.test(request) && left.getAndUpdate(n -> n > 0 ? n - 1 : 0) > 0;
    }

    /** What comes back in place of the handler's plain answer. */
    public SimulatedAnswer play(SimulatedRequest request, SimulatedServer.Handler handler) {
        return effect.play(request, handler);
    }
}
