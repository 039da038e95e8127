package dev.roster.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

    private static final Instant NOW = Instant.parse("2026-01-09T02:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final Failures failures = new Failures(CLOCK);
    private final ServiceHealth health = new ServiceHealth(CLOCK, () -> 0, (service, until) -> {});
    private final RedeliveryDelay delay = new RedeliveryDelay(failures, health);

    private static Exchange with(@Nullable Exception failure) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setException(failure);
        return exchange;
    }

    private static Exception answer(int status, Map<String, String> headers) {
        return new HttpOperationFailedException("http://x", status, "", null, headers, "");
    }

    private static Exception answer(int status, String retryAfter) {
        return answer(status, Map.of("Retry-After", retryAfter));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504, 599})
    void throttlingAndFaultsOfTheServerPass(int status) {
        assertThat(failures.passing(with(answer(status, Map.of())))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 402, 403, 404, 405, 408, 409, 410, 412, 413, 415, 422})
    void aRefusalStays(int status) {
        assertThat(failures.passing(with(answer(status, Map.of())))).isFalse();
    }

    @Test
    void aLostConnectionPassesAndAFaultOfOurOwnStays() {
        assertThat(failures.passing(with(new ConnectException()))).isTrue();
        assertThat(failures.passing(with(new IOException()))).isTrue();
        assertThat(failures.passing(with(new IllegalStateException()))).isFalse();
        assertThat(failures.passing(with(new Unaddressable("x")))).isFalse();
        assertThat(failures.passing(with(null))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "900, false",
        "901, true",
        "'Fri, 9 Jan 2026 02:15:00 GMT', false",
        "'Fri, 9 Jan 2026 02:15:01 GMT', true"
    })
    void moreThanAQuarterOfAnHourIsTooLong(String retryAfter, boolean tooLong) {
        Exchange exchange = with(answer(503, retryAfter));
        assertThat(failures.askForTooLong(exchange)).isEqualTo(tooLong);
        assertThat(failures.passing(exchange)).isEqualTo(!tooLong);
    }

    @Test
    void theFailureInHandComesBeforeAnEarlierOne() {
        Exchange exchange = with(answer(404, Map.of()));
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, answer(503, "5"));
        assertThat(failures.passing(exchange)).isFalse();
        exchange.setException(null);
        assertThat(failures.passing(exchange)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Retry-After", "retry-after", "RETRY-AFTER"})
    void theDoorOfTheServiceIsClosedAsLongAsItAsked(String header) {
        Exchange exchange = with(answer(429, Map.of(header, "2.5")));
        exchange.setVariable("service", "acme.jira");
        delay.process(exchange);
        assertThat(health.leftAloneUntil("acme.jira")).contains(NOW.plusMillis(2500));
        assertThat(health.leftAloneUntil("acme.confluence")).isEmpty();
        assertThat(exchange.getMessage().getHeader(Exchange.REDELIVERY_DELAY)).isEqualTo(0L);
    }

    @Test
    void theWishOfAnEarlierAnswerIsForgotten() {
        Exchange exchange = with(answer(500, Map.of()));
        exchange.getMessage().setHeader(Exchange.REDELIVERY_DELAY, 60_000L);
        delay.process(exchange);
        assertThat(exchange.getMessage().getHeader(Exchange.REDELIVERY_DELAY)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "soon", "Fri, 9 Jan 2026 01:00:00 GMT"})
    void withoutAWishThePolicysBackOffCounts(String retryAfter) {
        Exchange exchange = with(answer(503, retryAfter));
        delay.process(exchange);
        assertThat(exchange.getMessage().getHeader(Exchange.REDELIVERY_DELAY)).isNull();
    }

    @Test
    void aFailureIsToldWithoutAddressOrAnswer() {
        assertThat(Failures.shortly(answer(503, Map.of()))).isEqualTo("HTTP 503");
        assertThat(Failures.shortly(new IOException("token 'secret' unexpected")))
                .isEqualTo("no answer (IOException)");
    }

    @Test
    void anAnswerWithoutHeadersAsksForNothing() {
        assertThat(failures.wait(new HttpOperationFailedException("http://x", 503, "", null, null, "")))
                .isEmpty();
    }
}
