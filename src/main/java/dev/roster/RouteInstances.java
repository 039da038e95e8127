package dev.roster;

import dev.roster.delivery.Credentials;
import dev.roster.delivery.Paces;
import dev.roster.delivery.Service;
import dev.roster.delivery.ServiceClient;
import dev.roster.delivery.Traffic;
import dev.roster.delivery.TrustedTls;
import dev.roster.delivery.Webhook;
import dev.roster.entra.Tokens;
import dev.roster.routes.MadeRoute;
import dev.roster.routes.MadeRoutes;
import dev.roster.settings.Connection;
import dev.roster.settings.Settings;
import dev.roster.settings.Target;
import dev.roster.settings.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.util.concurrent.SynchronousExecutorService;
import org.jspecify.annotations.Nullable;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.stereotype.Component;

/** Makes the routes that exist once per connection or target, from the templates in the routes folder. */
@Component
class RouteInstances implements CamelContextConfiguration, MadeRoutes {

    /** Members of groups are asked for in so many batches at once. */
    private static final int GRAPH_IN_FLIGHT = 4;

    private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

    private static final List<String> OF_A_TARGET = List.of(
            "look-target",
            "look-at-everything-target",
            "look-at-members-target",
            "look-at-due-target",
            "look-at-leavers-target",
            "look-up-target",
            "search-target",
            "look-up-group-target",
            "component-leads-target",
            "apply-target");

    private final Settings settings;
    private final Tokens tokens;
    private final Traffic traffic;
    private final Paces paces;
    private final Transports transports;
    private final Webhook webhook;
    private final MailServer mail;
    private final SharedDatabase database;

    RouteInstances(
            Settings settings,
            Tokens tokens,
            Traffic traffic,
            Paces paces,
            Transports transports,
            Webhook webhook,
            MailServer mail,
            SharedDatabase database) {
        this.database = database;
        this.webhook = webhook;
        this.mail = mail;
        this.transports = transports;
        this.settings = settings;
        this.tokens = tokens;
        this.traffic = traffic;
        this.paces = paces;
    }

    @Override
    public void beforeApplicationStart(CamelContext camel) {
        ExecutorService targets = Executors.newCachedThreadPool(threads("targets"));
        camel.getRegistry().bind("targets", targets);
        camel.getRegistry().bind("planners", database.isServer() ? targets : new SynchronousExecutorService());
    }

    @Override
    public void afterApplicationStart(CamelContext camel) {
        connections().forEach(connection -> bind(camel, connection));
        if (!settings.notifications().mail().isEmpty()) {
            camel.getRegistry().bind("mail-server", mail.sender());
        }
        all().forEach(route -> route.addTo(camel));
    }

    private List<Connection> connections() {
        return settings.connections().stream().filter(Connection::enabled).toList();
    }

    /** What the routes of a connection refer to. */
    private void bind(CamelContext camel, Connection connection) {
        Credentials graph = Services.credentials(tokens.of(connection.entra()));
        bind(camel, Services.graph(connection), graph, connection.entra().transport());
        pool(camel, connection.id(), GRAPH_IN_FLIGHT);
        for (Target target : connection.targets()) {
            bind(camel, Services.product(target), Services.credentials(target), target.transport());
            pool(camel, target.id(), target.maxInFlight());
        }
    }

    private void bind(CamelContext camel, Service service, Credentials credentials, Transport transport) {
        camel.getRegistry().bind("tls-" + service.id(), new TrustedTls(transports.tls(transport)));
        camel.getRegistry().bind("client-" + service.id(), new ServiceClient(service, credentials, traffic, paces));
    }

    @Override
    public List<MadeRoute> all() {
        List<MadeRoute> routes = new ArrayList<>();
        connections().forEach(connection -> add(routes, connection));
        if (database.isShared()) {
            routes.add(new MadeRoute("help", "help", Map.of()));
            routes.add(new MadeRoute("finish", "finish", Map.of()));
        }
        if (settings.notifications().webhook() != null) {
            routes.add(new MadeRoute("tell-webhook", "tell-webhook", Map.of("url", webhook.origin())));
            channel(routes, "webhook");
        }
        if (!settings.notifications().mail().isEmpty()) {
            routes.add(new MadeRoute("tell-mail", "tell-mail", Map.of("from", mail.from(), "to", mail.to())));
            channel(routes, "mail");
        }
        return routes;
    }

    /** Each channel by itself: one that hangs keeps no other waiting. */
    private static void channel(List<MadeRoute> routes, String channel) {
        routes.add(route("notify", channel, Map.of("channel", channel)));
        routes.add(route("notify-schedule", channel, Map.of("channel", channel)));
    }

    private static void add(List<MadeRoute> routes, Connection connection) {
        String id = connection.id();
        routes.add(service(Services.graph(connection)));
        routes.add(route("graph-members", id, Map.of("connection", id, "pool", "pool-" + id)));
        connection.targets().forEach(target -> add(routes, target));
        schedule(routes, connection, "sync", connection.schedule().cron());
        schedule(routes, connection, "reconcile", connection.schedule().reconcileCron());
    }

    private static void add(List<MadeRoute> routes, Target target) {
        routes.add(service(Services.product(target)));
        Map<String, String> parameters =
                Map.of("target", target.id(), "product", target.product(), "pool", "pool-" + target.id());
        OF_A_TARGET.forEach(template -> routes.add(route(template, target.id(), parameters)));
    }

    private static MadeRoute service(Service service) {
        Map<String, String> parameters =
                Map.of("service", service.id(), "url", service.url().toString());
        return route("service", service.id(), parameters);
    }

    private static void schedule(List<MadeRoute> routes, Connection connection, String kind, @Nullable String cron) {
        if (cron == null || cron.isBlank()) {
            return;
        }
        Map<String, String> parameters = Map.of(
                "id", connection.id(),
                "connection", connection.name(),
                "cron", cron,
                "timeZone", connection.schedule().timeZone().getId(),
                "kind", kind);
        routes.add(route("schedule", connection.id() + "-" + kind, parameters));
    }

    private static MadeRoute route(String template, String suffix, Map<String, String> parameters) {
        return new MadeRoute(template, template + "-" + suffix, parameters);
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
