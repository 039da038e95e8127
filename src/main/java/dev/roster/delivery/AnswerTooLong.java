package dev.roster.delivery;

import java.io.IOException;

/** A service goes on and on; its answer was given up. */
final class AnswerTooLong extends IOException {
    private static final long serialVersionUID = 1L;

    AnswerTooLong(String limit) {
        super("the answer is longer than " + limit);
    }
}
