package dev.roster.settings.loading;

import dev.roster.settings.Limit;
import dev.roster.settings.Limits;
import dev.roster.settings.Limits.FirstRun;
import java.util.List;

/** Reads {@code limits}. */
final class LimitsReader {
    private static final Key<Limit> LEAVERS = Key.of(
            "leavers",
            Numbers.LIMIT_TYPE,
            "5%",
            "users deactivated, deleted or stripped, of those managed in the target: a count (50) or a share (20%)");
    private static final Key<Limit> REMOVED_MEMBERSHIPS =
            Key.of("removed-memberships", Numbers.LIMIT_TYPE, "10%", "memberships removed, of those managed");
    private static final Key<Limit> DELETED_GROUPS =
            Key.of("deleted-groups", Numbers.LIMIT_TYPE, "5%", "groups deleted, of those managed");
    private static final Key<Boolean> FOUR_EYES =
            Key.of("four-eyes", Words.TRUTH, "false", "whoever started a run can't approve it");
    private static final Key<Integer> AT_LEAST =
            Key.of("at-least", Numbers.between(0, Integer.MAX_VALUE), "10", "below this many, no share trips");
    private static final Key<FirstRun> FIRST_RUN = Key.of(
            "first-run",
            Words.of(FirstRun.class),
            "approve",
            "the first run against a product that already has users waits, or goes ahead");

    static final List<Key<?>> KEYS =
            List.of(LEAVERS, REMOVED_MEMBERSHIPS, DELETED_GROUPS, FOUR_EYES, AT_LEAST, FIRST_RUN);

    private LimitsReader() {}

    static Limits read(Section limits) {
        return new Limits(
                limits.get(LEAVERS),
                limits.get(REMOVED_MEMBERSHIPS),
                limits.get(DELETED_GROUPS),
                limits.get(FOUR_EYES),
                limits.get(AT_LEAST),
                limits.get(FIRST_RUN));
    }
}
