package dev.roster.command;

import dev.roster.demo.Landscape;
import dev.roster.demo.graph.DemoTenant;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.directory.OperationKind;
import dev.roster.store.OperationFilter;
import dev.roster.store.OperationQuery;
import dev.roster.store.PageRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
        name = "demo",
        description = "Syncs a simulated tenant into simulated products; needs no accounts and leaves nothing behind.")
class DemoCommand implements Callable<Integer> {

    private static final String USER = "demo";
    private static final int FEW = 3;
    private static final int MANY = 20;

    /** Its settings are in {@code application-demo.yaml}; where it is active, the service is the demo. */
    static final String PROFILE = "demo";

    private final Starting starting;
    private final Terminal terminal;
    private final String password = UUID.randomUUID().toString();

    @Option(names = "--once", description = "End after the second sync instead of leaving the service up.")
    private boolean once;

    DemoCommand(Starting starting, Terminal terminal) {
        this.starting = starting;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path data = Files.createTempDirectory("roster-demo");
        SimulatedTenant tenant = DemoTenant.create();
        try (Landscape landscape = Landscape.start(tenant);
                ConfigurableApplicationContext program = start(landscape, data)) {
            OwnEngine engine = new OwnEngine(program);
            OperationQuery operations = program.getBean(OperationQuery.class);
            introduce(tenant, landscape);
            boolean well = plan(engine, operations, "What the first sync would do")
                    && sync(engine, landscape, "The first sync");
            say("", "Then the tenant changes:");
            DemoTenant.changeForSecondSync(tenant).forEach(change -> terminal.say("  - " + change));
            well = well
                    && plan(engine, operations, "What the second sync would do")
                    && sync(engine, landscape, "The second sync");
            well = well && settled(engine);
            if (!once) {
                stayUp(program);
            }
            return (well ? ExitCode.DONE : ExitCode.FAILED).number();
        } finally {
            delete(data);
        }
    }

    private ConfigurableApplicationContext start(Landscape landscape, Path data) {
        Map<String, String> settings = new LinkedHashMap<>(landscape.settings());
        // Not the application.yaml of the working directory: the demo must not touch what it configures.
        settings.put("spring.config.location", "classpath:/application.yaml");
        settings.put(
                "spring.datasource.url",
                "jdbc:hsqldb:file:" + data.resolve("roster")
                        + ";hsqldb.write_delay=false;hsqldb.default_table_type=cached;hsqldb.tx=mvcc");
        settings.put("spring.security.user.name", USER);
        settings.put("spring.security.user.password", password);
        if (!once) {
            settings.put(Landscape.key("schedule.cron"), "0 0/5 * * * ?");
        }
        List<String> arguments = new ArrayList<>();
        settings.forEach((key, value) -> arguments.add("--" + key + "=" + value));
        arguments.addAll(starting.settings());
        return new SpringApplicationBuilder(starting.program())
                .profiles(PROFILE)
                .web(once ? WebApplicationType.NONE : WebApplicationType.SERVLET)
                .run(arguments.toArray(String[]::new));
    }

    private void introduce(SimulatedTenant tenant, Landscape landscape) {
        say(
                "",
                "A simulated tenant with " + tenant.people().size() + " people and "
                        + tenant.groups().size() + " groups, and three simulated products:",
                "  Microsoft Graph  " + landscape.graph().url(),
                "  Jira             " + landscape.jira().url(),
                "  Confluence       " + landscape.confluence().url(),
                "  Bitbucket        " + landscape.bitbucket().url());
    }

    private boolean plan(OwnEngine engine, OperationQuery operations, String title) {
        JsonNode run = follow(engine, "plan");
        say("", "== " + title);
        terminal.say(RunSummary.of(run));
        examples(operations, run.path("id").longValue());
        reasons(run);
        return text(run, "state").equals("completed");
    }

    private boolean sync(OwnEngine engine, Landscape landscape, String title) {
        JsonNode run = follow(engine, "sync");
        say("", "== " + title);
        terminal.say(RunSummary.of(run));
        Table table = Table.of("product", "accounts", "groups", "memberships", "requests");
        landscape
                .products()
                .forEach(product -> table.row(
                        name(landscape, product),
                        product.directory().accountCount(),
                        product.directory().groups().size(),
                        product.directory().membershipCount(),
                        run.path("requests").path(name(landscape, product)).asString("0")));
        terminal.say(table.lines());
        return text(run, "state").equals("completed");
    }

    /** The proof that all three are as Entra wants them: there is nothing left to do. */
    private boolean settled(OwnEngine engine) {
        JsonNode run = follow(engine, "plan");
        boolean nothing = run.path("counts").isEmpty();
        say(
                "",
                nothing
                        ? "All three products equal Entra's selection: a further plan finds nothing to do."
                        : "There is more to do:");
        if (!nothing) {
            terminal.say(RunSummary.of(run));
        }
        return nothing;
    }

    private JsonNode follow(OwnEngine engine, String mode) {
        JsonNode started = engine.start(Landscape.CONNECTION, mode, false, List.of());
        return new RunWatch(engine, terminal, false).follow(started.path("id").longValue());
    }

    /** A few operations of each kind; of those that take something away, more. */
    private void examples(OperationQuery operations, long run) {
        Table table = Table.of("target", "operation", "user", "group", "reason");
        for (OperationKind kind : OperationKind.values()) {
            OperationFilter filter = new OperationFilter(null, kind, null, null, null);
            PageRequest some = new PageRequest(0, kind.destructive() ? MANY : FEW);
            operations
                    .page(run, filter, some)
                    .items()
                    .forEach(row -> table.row(row.target(), row.kind(), row.user(), row.group(), row.reason()));
        }
        if (!table.isEmpty()) {
            terminal.say("some of it:");
            terminal.say(table.lines());
        }
    }

    private void reasons(JsonNode run) {
        terminal.say("");
        terminal.say("decided about people and groups:");
        run.path("decisions").forEachEntry((target, reasons) -> {
            List<String> counts = new ArrayList<>();
            reasons.forEachEntry((reason, count) -> counts.add(count.asString("") + " " + reason));
            terminal.say("  " + target + ": " + String.join(", ", counts));
        });
    }

    private void stayUp(ConfigurableApplicationContext program) {
        String address = "http://127.0.0.1:" + program.getEnvironment().getProperty("local.server.port");
        say(
                "",
                "The service stays up and syncs every five minutes. Look around, as the user " + USER
                        + " with the password " + password + ":",
                "  " + address + "/api/connections",
                "  " + address + "/api/runs",
                "  " + address + "/hawtio      (routes, diagrams, counters)",
                "  " + address + "/actuator/health",
                "Ctrl-C ends it.");
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String name(Landscape landscape, SimulatedProduct product) {
        return product == landscape.jira() ? "jira" : product == landscape.confluence() ? "confluence" : "bitbucket";
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    private void say(String... lines) {
        terminal.say(List.of(lines));
    }

    private static void delete(Path data) {
        try {
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
