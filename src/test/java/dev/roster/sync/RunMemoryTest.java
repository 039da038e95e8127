package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.graph.TenantOfSize;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeSendingEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a run keeps in memory while it lasts does not grow with what it sends. */
class RunMemoryTest {

    /** Counts what is to be done when a run's own exchange completes, as the run comes to its end. */
    private static final class AtTheEnd extends EventNotifierSupport {

        private final AtomicInteger left = new AtomicInteger(-1);

        @Override
        public boolean isEnabled(CamelEvent event) {
            return event instanceof ExchangeSendingEvent sending
                    && sending.getEndpoint().getEndpointUri().equals("direct://follow");
        }

        @Override
        public void notify(CamelEvent event) {
            Exchange run = ((ExchangeSendingEvent) event).getExchange();
            AtomicInteger count = new AtomicInteger();
            run.getUnitOfWork().handoverSynchronization(run, any -> {
                count.incrementAndGet();
                return false; // Nothing is handed over: this only looks.
            });
            left.set(count.get());
        }
    }

    @Test
    @DisplayName("K13 nothing is kept of a request whose operation is done")
    void nothingIsKeptOfARequest() {
        try (Stage stage =
                Stage.on(Landscape.start(TenantOfSize.of(30, 3, 2, 11))).with("groups.include", "team-.*")) {
            AtTheEnd atTheEnd = new AtTheEnd();
            stage.app().getBean(CamelContext.class).getManagementStrategy().addEventNotifier(atTheEnd);
            RunRow run = stage.sync();
            assertThat(run.state()).isEqualTo(RunState.COMPLETED);
            assertThat(run.total()).isGreaterThan(200);
            // A run is on record as completed a moment before its exchange comes to what follows it.
            Awaitility.await().until(() -> atTheEnd.left.get() >= 0);
            assertThat(atTheEnd.left).hasValueLessThanOrEqualTo(40);
        }
    }
}
