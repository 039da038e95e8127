package dev.roster.reload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class MissedFiringsTest {

    private static RouteBuilder daily(ZonedDateTime at, CountDownLatch fired) {
        String cron = "%d %d %d * * ?".formatted(at.getSecond(), at.getMinute(), at.getHour());
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("quartz:roster/daily?trigger.timeZone=UTC&cron=" + cron.replace(' ', '+'))
                        .routeId("daily")
                        .process(exchange -> fired.countDown());
            }
        };
    }

    @Test
    void whatIsDueWhileItsRouteIsAwayHappensWhenItIsBack() throws Exception {
        ZonedDateTime due = ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(3);
        CountDownLatch fired = new CountDownLatch(1);
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.disableJMX();
            camel.addRoutes(daily(due, fired));
            camel.start();

            MissedFirings missed = new MissedFirings(camel, Set.of("daily"));
            camel.getRouteController().stopRoute("daily");
            camel.removeRoute("daily");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> ZonedDateTime.now(ZoneOffset.UTC).isAfter(due.plusSeconds(1)));
            camel.addRoutes(daily(due, fired));
            missed.catchUp();

            assertThat(fired.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
