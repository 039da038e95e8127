package dev.roster.plan;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How much of a target a run looks at and plans, and why. */
public record Breadth(Extent extent, Cause cause) {

    /** From so many people on, who are half of all, a full listing costs less than a look at each. */
    private static final long MANY = 1000;

    /** Whether it matters how many people there are. */
    public static boolean isMuch(long due) {
        return due >= MANY;
    }

    /** How much. */
    public enum Extent {
        NOTHING,
        /** Who and what is due: changed in Entra, or left undone. */
        DUE,
        EVERYTHING;

        /** The word in the database and in the names of routes. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why. */
    public enum Cause {
        FIRST_PLAN(Extent.EVERYTHING),
        SETTINGS_CHANGED(Extent.EVERYTHING),
        RECONCILE(Extent.EVERYTHING),
        /** Something was sent, and nobody knows what became of it. */
        UNANSWERED(Extent.EVERYTHING),
        MUCH_DUE(Extent.EVERYTHING),
        /** Its version, who Roster is there, or which groups give access or administer it. */
        PRODUCT_CHANGED(Extent.EVERYTHING),
        /** An account that Roster manages is not there under its name, or another one is. */
        ACCOUNT_MISSING(Extent.EVERYTHING),
        CHANGES(Extent.DUE),
        NO_CHANGES(Extent.NOTHING);

        private final Extent extent;

        Cause(Extent extent) {
            this.extent = extent;
        }

        /** Whether the plan may mend what was changed by hand, and not only follow Entra or the settings. */
        public boolean findsDrift() {
            return this == RECONCILE || this == ACCOUNT_MISSING || this == CHANGES;
        }

        /** Whether the product and the settings are known to be those by which accounts are remembered. */
        public boolean remembers() {
            return this == RECONCILE || this == UNANSWERED || this == MUCH_DUE;
        }

        /** The word in the API and the database, as in {@code first-plan}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** @throws IllegalArgumentException when no cause has this word */
        public static Cause of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /**
     * What decides it.
     *
     * @param plannedBy the fingerprint of the settings with which everything was last planned; null when it never was
     * @param fingerprint of the settings now
     * @param unanswered whether a run before broke off with requests under way
     * @param due how many people are due
     * @param people how many there are; of no account where not {@linkplain #isMuch(long) many} are due
     * @param groupsDue whether any group is
     */
    public record Facts(
            boolean reconcile,
            @Nullable String plannedBy,
            @Nullable String fingerprint,
            boolean unanswered,
            long due,
            long people,
            boolean groupsDue) {}

    public static Breadth of(Facts facts) {
        return of(cause(facts));
    }

    public static Breadth of(Cause cause) {
        return new Breadth(cause.extent, cause);
    }

    private static Cause cause(Facts facts) {
        if (facts.plannedBy() == null) {
            return Cause.FIRST_PLAN;
        }
        if (!facts.plannedBy().equals(facts.fingerprint())) {
            return Cause.SETTINGS_CHANGED;
        }
        if (facts.reconcile()) {
            return Cause.RECONCILE;
        }
        if (facts.unanswered()) {
            return Cause.UNANSWERED;
        }
        if (isMuch(facts.due()) && facts.due() * 2 > facts.people()) {
            return Cause.MUCH_DUE;
        }
        return facts.due() > 0 || facts.groupsDue() ? Cause.CHANGES : Cause.NO_CHANGES;
    }
}
