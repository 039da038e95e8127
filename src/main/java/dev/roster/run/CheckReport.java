package dev.roster.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What a check has found so far. Safe for many threads: targets are looked at side by side. */
public final class CheckReport {

    private final List<Check> checks = new ArrayList<>();

    /**
     * A finished check.
     *
     * @param ok whether nothing failed; warnings are no failure
     */
    public record Result(boolean ok, List<Check> checks) {}

    synchronized void add(Check check) {
        checks.add(check);
    }

    /** Entra first, then each target's in the order in which they were made. */
    public synchronized Result result() {
        List<Check> sorted = checks.stream()
                .sorted(Comparator.comparing(check -> Objects.requireNonNullElse(check.target(), "")))
                .toList();
        return new Result(sorted.stream().noneMatch(check -> check.status().equals("fail")), sorted);
    }
}
