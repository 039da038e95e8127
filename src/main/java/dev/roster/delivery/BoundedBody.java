package dev.roster.delivery;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer, given up when it grows beyond what memory can take, or trickles in for ever: a timeout of the
 * connection sees only that something still comes.
 */
final class BoundedBody extends HttpEntityWrapper {

    /** The longest lists, such as all groups of a large Jira, are a few megabytes. */
    static final long MOST_BYTES = 32_000_000;

    static final Duration MOST_TIME = Duration.ofMinutes(10);

    private final Runnable cutOff;

    /** @param cutOff ends the connection, so that nobody reads on to use it again */
    BoundedBody(HttpEntity body, Runnable cutOff) {
        super(body);
        this.cutOff = cutOff;
    }

    @Override
    public @Nullable InputStream getContent() throws IOException {
        InputStream content = super.getContent();
        return content == null ? null : new Bounded(content, MOST_BYTES, System::nanoTime, cutOff);
    }

    /** Counts what is read, and looks at the clock. */
    static final class Bounded extends FilterInputStream {

        private final LongSupplier nanos;
        private final long until;
        private final Runnable cutOff;

        // Mutable state: bytes that may still come.
        private long left;

        Bounded(InputStream content, long most, LongSupplier nanos, Runnable cutOff) {
            super(content);
            this.left = most;
            this.nanos = nanos;
            this.until = nanos.getAsLong() + MOST_TIME.toNanos();
            this.cutOff = cutOff;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int some = super.read(bytes, from, length);
            count(Math.max(some, 0));
            return some;
        }

        private void count(int bytes) throws AnswerTooLong {
            left -= bytes;
            if (left < 0) {
                giveUp(MOST_BYTES / 1_000_000 + " MB");
            }
            if (nanos.getAsLong() - until > 0) {
                giveUp(MOST_TIME.toMinutes() + " minutes");
            }
        }

        private void giveUp(String limit) throws AnswerTooLong {
            cutOff.run();
            throw new AnswerTooLong(limit);
        }
    }
}
