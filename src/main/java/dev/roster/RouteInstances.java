package dev.roster;

import dev.roster.delivery.Credentials;
import dev.roster.delivery.Service;
import dev.roster.delivery.ServiceClient;
import dev.roster.delivery.Traffic;
import dev.roster.delivery.TrustedTls;
import dev.roster.delivery.Webhook;
import dev.roster.entra.Tokens;
import dev.roster.settings.Connection;
import dev.roster.settings.Settings;
import dev.roster.settings.Target;
import dev.roster.settings.Transport;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.stereotype.Component;

/** Makes the routes that exist once per connection or target, from the templates in the routes folder. */
@Component
class RouteInstances implements CamelContextConfiguration {

    /** Members of groups are asked for in so many batches at once. */
    private static final int GRAPH_IN_FLIGHT = 4;

    private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

    private final Settings settings;
    private final Tokens tokens;
    private final Traffic traffic;
    private final Transports transports;
    private final Webhook webhook;
    private final MailServer mail;

    RouteInstances(
            Settings settings,
            Tokens tokens,
            Traffic traffic,
            Transports transports,
            Webhook webhook,
            MailServer mail) {
        this.webhook = webhook;
        this.mail = mail;
        this.transports = transports;
        this.settings = settings;
        this.tokens = tokens;
        this.traffic = traffic;
    }

    @Override
    public void beforeApplicationStart(CamelContext camel) {
        camel.getRegistry().bind("targets", Executors.newCachedThreadPool(threads("targets")));
    }

    @Override
    public void afterApplicationStart(CamelContext camel) {
        for (Connection connection : settings.connections()) {
            if (connection.enabled()) {
                add(camel, connection);
            }
        }
        if (settings.notifications().webhook() != null) {
            route(camel, "tell-webhook", Map.of("url", webhook.origin()));
            channel(camel, "webhook");
        }
        if (!settings.notifications().mail().isEmpty()) {
            camel.getRegistry().bind("mail-server", mail.sender());
            route(camel, "tell-mail", Map.of("from", mail.from(), "to", mail.to()));
            channel(camel, "mail");
        }
    }

    /** Each channel by itself: one that hangs keeps no other waiting. */
    private static void channel(CamelContext camel, String channel) {
        route(camel, "notify", Map.of("channel", channel), channel);
        route(camel, "notify-schedule", Map.of("channel", channel), channel);
    }

    private void add(CamelContext camel, Connection connection) {
        Credentials graph = Services.credentials(tokens.of(connection.entra()));
        camel.getRegistry()
                .bind("tls-" + connection.id(), tls(connection.entra().transport()));
        service(camel, Services.graph(connection), graph, 0);
        pool(camel, connection.id(), GRAPH_IN_FLIGHT);
        route(
                camel,
                "graph-members",
                Map.of("connection", connection.id(), "pool", "pool-" + connection.id()),
                connection.id());
        connection.targets().forEach(target -> add(camel, target));
        schedule(camel, connection, "sync", connection.schedule().cron());
        schedule(camel, connection, "reconcile", connection.schedule().reconcileCron());
    }

    private void add(CamelContext camel, Target target) {
        camel.getRegistry().bind("tls-" + target.id(), tls(target.transport()));
        service(camel, Services.product(target), Services.credentials(target), target.maxRequestsPerSecond());
        pool(camel, target.id(), target.maxInFlight());
        Map<String, String> parameters =
                Map.of("target", target.id(), "product", target.product(), "pool", "pool-" + target.id());
        for (String template :
                new String[] {"look-target", "look-up-target", "component-leads-target", "apply-target"}) {
            route(camel, template, parameters, target.id());
        }
    }

    private TrustedTls tls(Transport transport) {
        return new TrustedTls(transports.tls(transport));
    }

    private void service(CamelContext camel, Service service, Credentials credentials, int perSecond) {
        camel.getRegistry().bind("client-" + service.id(), new ServiceClient(service, credentials, traffic));
        Map<String, String> parameters = Map.of(
                "service", service.id(),
                "url", service.url().toString(),
                "perSecond", String.valueOf(Math.max(perSecond, 1)),
                "unpaced", String.valueOf(perSecond == 0));
        route(camel, "service", parameters, service.id());
    }

    private static void schedule(CamelContext camel, Connection connection, String kind, @Nullable String cron) {
        if (cron == null || cron.isBlank()) {
            return;
        }
        Map<String, String> parameters = Map.of(
                "id", connection.id(),
                "connection", connection.name(),
                "cron", cron,
                "timeZone", connection.schedule().timeZone().getId(),
                "kind", kind);
        route(camel, "schedule", parameters, connection.id() + "-" + kind);
    }

    private static void route(CamelContext camel, String template, Map<String, String> parameters) {
        TemplatedRouteBuilder.builder(camel, template)
                .routeId(template)
                .parameters(Map.copyOf(parameters))
                .add();
    }

    private static void route(CamelContext camel, String template, Map<String, String> parameters, String suffix) {
        TemplatedRouteBuilder.builder(camel, template)
                .routeId(template + "-" + suffix)
                .parameters(Map.copyOf(parameters))
                .add();
    }

    /** As many threads as requests may be under way. */
    private static void pool(CamelContext camel, String id, int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(threads, threads(id));
        camel.getRegistry().bind("pool-" + id, pool);
    }

    private static ThreadFactory threads(String name) {
        if (Runtime.version().feature() >= FIRST_WITH_VIRTUAL_THREADS) {
            return new VirtualThreadTaskExecutor(name + "-").getVirtualThreadFactory();
        }
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
