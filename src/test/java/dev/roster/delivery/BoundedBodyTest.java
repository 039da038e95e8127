package dev.roster.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BoundedBodyTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final AtomicInteger cutOff = new AtomicInteger();

    private BoundedBody.Bounded body(int bytes, long most) {
        return new BoundedBody.Bounded(
                new ByteArrayInputStream(new byte[bytes]), most, nanos::get, cutOff::incrementAndGet);
    }

    @Test
    void whatIsShortEnoughComesWhole() throws IOException {
        assertThat(body(1000, 1000).readAllBytes()).hasSize(1000);
        assertThat(cutOff).hasValue(0);
    }

    @Test
    @DisplayName("G3 one byte too many ends the connection")
    void oneByteTooMany() {
        assertThatThrownBy(body(1001, 1000)::readAllBytes).isInstanceOf(AnswerTooLong.class);
        assertThat(cutOff).hasValue(1);
    }

    @Test
    @DisplayName("G3 a trickle that does not end is given up, though something always comes")
    void aTrickle() throws IOException {
        BoundedBody.Bounded body = body(1000, 1000);
        nanos.addAndGet(Duration.ofMinutes(9).toNanos());
        assertThat(body.read()).isZero();
        nanos.addAndGet(Duration.ofMinutes(2).toNanos());
        assertThatThrownBy(body::read).isInstanceOf(AnswerTooLong.class).hasMessageContaining("10 minutes");
        assertThat(cutOff).hasValue(1);
    }
}
