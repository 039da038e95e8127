package dev.roster.delivery;

/**
 * How many requests a second a service gets at most: half as many as soon as it throttles, then more by and by
 * (additive increase, multiplicative decrease).
 *
 * @param perSecond infinite for a service that has not throttled, or that takes again whatever comes
 * @param before the pace that was too fast
 * @param loweredAt when it was found to be, in nanoseconds of a time that no setting of clocks moves
 * @param raisedAt when the pace was raised last
 */
record Pace(double perSecond, double before, long loweredAt, long raisedAt) {

    /** As many as there are, and as the settings allow. */
    static final Pace FREE = new Pace(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0, 0);

    /** Slower than this, a product that refuses everything would not be given up for hours. */
    static final double SLOWEST = 1;

    /** Few requests say little about what a service can take; a first fall goes no deeper than to half of this. */
    static final double LEAST_BEFORE = 40;

    /** So much of the pace before comes back in a second: it takes ten to be there again. */
    private static final double STEP = 0.05;

    /** Where so many times the pace before do no harm, the service has found its strength again. */
    private static final double FREE_AGAIN = 4;

    private static final double NANOS = 1e9;

    boolean isFree() {
        return perSecond == Double.POSITIVE_INFINITY;
    }

    /**
     * The service has refused a request because there are too many. Requests that had left before the pace was lowered
     * say nothing about the lower one.
     *
     * @param lately how many requests a second it has taken of late
     * @param most how many the settings allow; infinite where they set no limit
     */
    Pace throttled(long sentAt, long now, double lately, double most) {
        if (!isFree() && sentAt - loweredAt < 0) {
            return this;
        }
        double tooFast = isFree() ? Math.min(Math.max(lately, LEAST_BEFORE), most) : perSecond;
        return new Pace(Math.max(tooFast / 2, SLOWEST), tooFast, now, now);
    }

    /** The service has said how many it takes, and that it will soon throttle. */
    Pace told(double takes, long now) {
        double pace = Math.max(takes, SLOWEST);
        return pace < perSecond ? new Pace(pace, pace, now, now) : this;
    }

    /** The service has taken a request. Time in which nothing was sent shows nothing, and raises nothing. */
    Pace taken(long now) {
        if (isFree()) {
            return this;
        }
        double seconds = Math.min((now - raisedAt) / NANOS, 1);
        double raised = perSecond + before * STEP * seconds;
        return raised >= before * FREE_AGAIN ? FREE : new Pace(raised, before, loweredAt, now);
    }
}
