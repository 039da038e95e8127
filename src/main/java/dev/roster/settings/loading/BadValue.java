package dev.roster.settings.loading;

/** A text that is no value of its type. */
final class BadValue extends Exception {
    private static final long serialVersionUID = 1L;
    private final String problem;
    private final String mend;

    /**
     * @param problem continues a sentence that begins with the value: "is not a whole number"
     * @param mend what to do about it
     */
    BadValue(String problem, String mend) {
        super(problem);
        this.problem = problem;
        this.mend = mend;
    }

    String problem() {
        return problem;
    }

    String mend() {
        return mend;
    }
}
