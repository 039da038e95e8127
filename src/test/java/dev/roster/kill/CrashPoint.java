package dev.roster.kill;

import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedRequest;
import dev.roster.store.Database;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Where the process dies: around every step after which something is durable, or somebody else has changed. */
enum CrashPoint {
    TOKEN_GOT(At.REQUEST, null, 1, PlannedFault.on("GET", "/v1.0/users"), null),
    PAGE_READ(At.BEFORE, "source|changedSource.keepPeople", 1, null, null),
    PAGE_STORED(At.AFTER, "source|changedSource.keepPeople", 1, null, null),
    MEMBERS_STORED(At.AFTER, "source.keepMembers", 1, null, null),
    SOURCE_COMPLETE(At.AFTER, "source|changedSource.complete", 1, null, Database.HSQLDB),
    PLAN_HALF_WRITTEN(At.AFTER, "decisions.keepAccounts", 2, null, Database.POSTGRESQL),
    PLAN_WRITTEN(At.AFTER, "verdicts.judge", 1, null, null),
    ADOPTED(At.AFTER, "ownership.adopt", 2, null, Database.POSTGRESQL),
    TAKEN_IN_HAND(At.AFTER, "applying.next", 2, null, Database.HSQLDB),
    BEFORE_THE_CALL(At.REQUEST, null, 3, CrashPoint::writes, null),
    AFTER_THE_CALL_BEFORE_ITS_ANSWER(At.ANSWER, null, 3, CrashPoint::writes, Database.HSQLDB),
    AFTER_THE_ANSWERS_BEFORE_THE_RECORD(At.BEFORE, "applying.record", 2, null, Database.POSTGRESQL),
    AFTER_THE_RECORD(At.AFTER, "applying.record", 2, null, Database.HSQLDB),
    BEFORE_THE_END(At.BEFORE, "runs.end", 1, null, Database.POSTGRESQL),
    LOCK_RELEASED(At.AFTER, "runs.end", 1, null, null);

    /** On which side of which wire. */
    enum At {
        /** In Roster, just before a step of its routes. */
        BEFORE,
        /** In Roster, just after a step of its routes. */
        AFTER,
        /** A request has reached a service and has had no effect. */
        REQUEST,
        /** A request has had its effect, and nobody will learn of it. */
        ANSWER
    }

    final At at;
    final @Nullable String step;
    final int pass;
    final @Nullable Predicate<SimulatedRequest> request;
    private final @Nullable Database everyday;

    /**
     * @param pass how often the place is passed, and the last time is the end
     * @param everyday the database on which it is part of every run of the tests; null for long ones only
     */
    CrashPoint(
            At at,
            @Nullable String step,
            int pass,
            @Nullable Predicate<SimulatedRequest> request,
            @Nullable Database everyday) {
        this.at = at;
        this.step = step;
        this.pass = pass;
        this.request = request;
        this.everyday = everyday;
    }

    boolean isEveryday(Database database) {
        return everyday == database;
    }

    private static boolean writes(SimulatedRequest request) {
        return !request.method().equals("GET");
    }
}
