package dev.roster.kill;

import dev.roster.store.Run;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Halts the process, as a kill does, at one step of one connection's routes. No component that a scan would find: only
 * the process that is to be killed asks for it.
 */
final class HaltingSteps implements InterceptStrategy {

    /** What a shell reports of a process that was killed. */
    static final int KILLED = 137;

    private record Halt(CrashPoint point, String connection, AtomicInteger left) {}

    // Mutable state: where to halt, if anywhere.
    private volatile @Nullable Halt halt;

    void haltAt(CrashPoint point, String connection) {
        halt = new Halt(point, connection, new AtomicInteger(point.pass));
    }

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext camel, NamedNode step, Processor target, @Nullable Processor next) {
        String text = String.valueOf(step);
        return exchange -> {
            pass(CrashPoint.At.BEFORE, text, exchange);
            target.process(exchange);
            pass(CrashPoint.At.AFTER, text, exchange);
        };
    }

    private void pass(CrashPoint.At side, String step, Exchange exchange) {
        Halt planned = halt;
        if (planned != null
                && planned.point().at == side
                && isAt(step, String.valueOf(planned.point().step))
                && planned.connection().equals(connection(exchange))
                && planned.left().decrementAndGet() == 0) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    /** Camel shows a call as in {@code bean[ref:source method:keepPeople(...)]}; several beans are given as {@code a|b}. */
    private static boolean isAt(String shown, String step) {
        int dot = step.indexOf('.');
        String method = " method:" + step.substring(dot + 1) + "(";
        return Stream.of(step.substring(0, dot).split("\\|")).anyMatch(bean -> shown.contains("ref:" + bean + method));
    }

    private static @Nullable String connection(Exchange exchange) {
        Run run = exchange.getVariable("run", Run.class);
        return run == null ? null : run.connection().name();
    }
}
