package dev.roster.demo.product;

import dev.roster.demo.SimulatedServer;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The parts that every simulated product is made of, started. */
final class RunningProduct {

    private final SimulatedDirectory directory;
    private final ProductSwitches switches;
    private final Credentials credentials;
    private final String contextPath;
    private final AtomicReference<@Nullable SimulatedServer> server = new AtomicReference<>();

    RunningProduct(AccountKeys keys, Clock clock, String contextPath, boolean rateLimitHeaders) {
        if (!contextPath.isEmpty() && (!contextPath.startsWith("/") || contextPath.endsWith("/"))) {
            throw new IllegalArgumentException("a context path is empty or like /jira, not " + contextPath);
        }
        this.directory = new SimulatedDirectory(keys, clock);
        this.switches = new ProductSwitches(rateLimitHeaders);
        this.credentials = new Credentials(directory);
        this.contextPath = contextPath;
        credentials.token(SimulatedProduct.TOKEN, SimulatedProduct.ADMIN);
        credentials.password(SimulatedProduct.ADMIN, SimulatedProduct.PASSWORD);
    }

    void start(String name, RouteTable routes, ProductRules rules) {
        start(name, door(routes, rules));
    }

    /** With another way in, beside the front door. */
    void start(String name, SimulatedServer.Handler ways) {
        server.set(SimulatedServer.start(name, ways));
    }

    FrontDoor door(RouteTable routes, ProductRules rules) {
        return new FrontDoor(contextPath, routes, rules, switches, credentials, directory);
    }

    SimulatedServer server() {
        SimulatedServer started = server.get();
        if (started == null) {
            throw new IllegalStateException("not started yet");
        }
        return started;
    }

    URI url() {
        return URI.create(server().url() + contextPath);
    }

    String contextPath() {
        return contextPath;
    }

    SimulatedDirectory directory() {
        return directory;
    }

    ProductSwitches switches() {
        return switches;
    }

    Credentials credentials() {
        return credentials;
    }
}
