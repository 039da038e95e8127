package dev.roster.run;

import dev.roster.directory.OperationKind;
import dev.roster.settings.Limit;
import dev.roster.settings.Limits;
import dev.roster.store.Ownership;
import dev.roster.store.PassedLimit;
import dev.roster.store.Removals;
import dev.roster.store.Run;
import dev.roster.store.RunTarget;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which limits of a target a plan is over. */
@Component
class PassedLimits {

    private final Removals removals;
    private final Ownership ownership;

    PassedLimits(Removals removals, Ownership ownership) {
        this.removals = removals;
        this.ownership = ownership;
    }

    List<PassedLimit> passed(Run run, RunTarget target) {
        Limits limits = target.settings().limits();
        return Stream.of(
                        passed(
                                target,
                                "leavers",
                                limits.leavers(),
                                removals.leavers(run, target),
                                ownership::accounts,
                                () -> removals.firstLeavers(run, target)),
                        passed(
                                target,
                                "removed-memberships",
                                limits.removedMemberships(),
                                removals.of(run, target, OperationKind.REMOVE_MEMBER),
                                ownership::memberships,
                                () -> removals.first(run, target, OperationKind.REMOVE_MEMBER)),
                        passed(
                                target,
                                "deleted-groups",
                                limits.deletedGroups(),
                                removals.of(run, target, OperationKind.DELETE_GROUP),
                                ownership::groups,
                                () -> removals.first(run, target, OperationKind.DELETE_GROUP)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Counts what is managed, no further than asked: of a plan within its limit, nobody has to know the whole. */
    private interface Managed {
        long count(RunTarget target, long upTo);
    }

    /** A run that takes nothing away passes no limit, whatever others did before it. */
    private static Optional<PassedLimit> passed(
            RunTarget target,
            String key,
            Limit limit,
            Removals.Count count,
            Managed counting,
            Supplier<List<String>> first) {
        if (count.planned() == 0) {
            return Optional.empty();
        }
        long managed = counting.count(target, limit.enough(count.together()));
        if (!limit.isPassedBy(
                count.together(), managed, target.settings().limits().atLeast())) {
            return Optional.empty();
        }
        if (!limit.share()) {
            managed = counting.count(target, Long.MAX_VALUE);
        }
        return Optional.of(new PassedLimit(
                target.settings().name(),
                "limits." + key,
                limit.toString(),
                count.planned(),
                count.lately(),
                managed,
                first.get()));
    }

    /** Without names of people: it is logged, and told outside. */
    static String text(PassedLimit limit) {
        return limit.target() + ": " + said(limit) + " of " + limit.managed() + " managed, over " + limit.limit()
                + " = " + limit.allowed();
    }

    private static String said(PassedLimit limit) {
        return limit.lately() == 0
                ? String.valueOf(limit.planned())
                : limit.planned() + ", with the last 24 hours " + (limit.planned() + limit.lately());
    }
}
