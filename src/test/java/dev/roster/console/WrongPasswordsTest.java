package dev.roster.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class WrongPasswordsTest {

    private Instant now = Instant.parse("2026-01-09T02:00:00Z");
    private final WrongPasswords wrong = new WrongPasswords(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    private void tries(String address, int times) {
        for (int i = 0; i < times; i++) {
            wrong.noted(address);
        }
    }

    @Test
    void aFewMistakesCloseNothing() {
        tries("10.0.0.1", 9);
        assertThat(wrong.closed("10.0.0.1")).isEmpty();
        assertThat(wrong.noted("10.0.0.1")).as("the last one").isTrue();
        assertThat(wrong.closed("10.0.0.1")).hasValue(Duration.ofMinutes(5));
        assertThat(wrong.closed("10.0.0.2")).as("somebody else").isEmpty();
    }

    @Test
    void theDoorOpensAgainAndTheCountBeginsAnew() {
        tries("10.0.0.1", 10);
        now = now.plus(Duration.ofMinutes(4));
        assertThat(wrong.closed("10.0.0.1")).hasValue(Duration.ofMinutes(1));
        now = now.plus(Duration.ofMinutes(1));
        assertThat(wrong.closed("10.0.0.1")).isEmpty();
        tries("10.0.0.1", 9);
        assertThat(wrong.closed("10.0.0.1")).isEmpty();
    }

    @Test
    void mistakesOfYesterdayDoNotCount() {
        tries("10.0.0.1", 9);
        now = now.plus(Duration.ofMinutes(6));
        tries("10.0.0.1", 9);
        assertThat(wrong.closed("10.0.0.1")).isEmpty();
    }

    @Test
    void aNetworkOfIpv6CountsAsOne() {
        for (int i = 0; i < 10; i++) {
            wrong.noted("2001:db8:1:2:0:0:0:" + i);
        }
        assertThat(wrong.closed("2001:db8:1:2:ffff:0:0:1")).isPresent();
        assertThat(wrong.closed("2001:db8:1:3:0:0:0:1")).isEmpty();
    }

    @Test
    void itRemembersNoMoreThanSoManyAddresses() {
        for (int i = 0; i < WrongPasswords.MOST_ADDRESSES + 50; i++) {
            wrong.noted("address " + i);
        }
        assertThat(wrong.addresses()).isEqualTo(WrongPasswords.MOST_ADDRESSES);
    }
}
