package dev.roster.reload;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Stage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.direct.DirectConsumer;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls from several threads at once, of a route that has been exchanged. */
class CurrentDirectTest {

    private final CamelContext camel = new DefaultCamelContext();
    private final HeldDirect direct = new HeldDirect();

    /** Somebody who looks for the called route is held while they do, once. */
    private static final class HeldDirect extends CurrentDirect {

        private final AtomicBoolean hold = new AtomicBoolean();
        private final CountDownLatch held = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);

        @Override
        protected @Nullable DirectConsumer getConsumer(String key, boolean block, long timeout)
                throws InterruptedException {
            if (key.endsWith("called") && hold.compareAndSet(true, false)) {
                held.countDown();
                assertThat(goOn.await(60, SECONDS)).isTrue();
            }
            return super.getConsumer(key, block, timeout);
        }
    }

    @BeforeEach
    void start() throws Exception {
        camel.addComponent("direct", direct);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:caller").to("direct:called");
            }
        });
        addCalled("old");
        camel.start();
    }

    @AfterEach
    void end() {
        direct.goOn.countDown();
        camel.stop();
    }

    private void addCalled(String answer) throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:called").routeId("called").setBody(constant(answer));
            }
        });
    }

    @Test
    void oneThatCallsWhileAnotherStillLooksForTheNewRouteReachesIt() throws Exception {
        ProducerTemplate caller = camel.createProducerTemplate();
        assertThat(call(caller)).isEqualTo("old");
        camel.getRouteController().stopRoute("called");
        camel.removeRoute("called");
        addCalled("new");

        direct.hold.set(true);
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> call(caller));
        assertThat(direct.held.await(60, SECONDS)).isTrue();

        assertThat(call(caller)).isEqualTo("new");
        direct.goOn.countDown();
        assertThat(first.get(60, SECONDS)).isEqualTo("new");
    }

    private static String call(ProducerTemplate caller) {
        return caller.requestBody("direct:caller", "", String.class);
    }

    @Test
    void rosterUsesIt() {
        try (Stage stage = Stage.empty()) {
            CamelContext roster = stage.app().getBean(CamelContext.class);
            assertThat(roster.getComponent("direct")).isInstanceOf(CurrentDirect.class);
        }
    }
}
