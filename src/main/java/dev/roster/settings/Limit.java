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

    @Override
    public String toString() {
        String number = value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
        return share ? number + "%" : number;
    }
}
