package dev.roster.settings;

/**
 * A count ({@code 50}) or a share of what is managed ({@code 20%}).
 *
 * @param value a number of objects, or percent
 */
public record Limit(double value, boolean share) {

    /** Whether so many of a total are over this limit; below {@code atLeast}, no share is. */
    public boolean isPassedBy(long planned, long managed, int atLeast) {
        if (!share) {
            return planned > value;
        }
        return planned >= atLeast && planned * 100.0 > value * managed;
    }

    /** So many managed, or more, are enough for a plan not to be over this limit; nobody has to count further. */
    public long enough(long planned) {
        if (!share) {
            return 1;
        }
        return value == 0 ? Long.MAX_VALUE : (long) (planned * 100.0 / value) + 1;
    }

    @Override
    public String toString() {
        String number = value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
        return share ? number + "%" : number;
    }
}
