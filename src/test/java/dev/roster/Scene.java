package dev.roster;

import dev.roster.demo.Landscape;
import dev.roster.demo.graph.GraphSimulator;
import dev.roster.demo.product.BitbucketSimulator;
import dev.roster.demo.product.ConfluenceSimulator;
import dev.roster.demo.product.DirectoryChange;
import dev.roster.demo.product.JiraSimulator;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.run.RunControl;
import dev.roster.run.RunRequest;
import dev.roster.run.Runs;
import dev.roster.store.Actor;
import dev.roster.store.DeadLetters;
import dev.roster.store.DeadLetters.DeadLetter;
import dev.roster.store.Run;
import dev.roster.store.RunRow;
import dev.roster.store.RunRows;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One connection of a stage, with its tenant and its products. */
public final class Scene {

    /** Much longer than any run here takes on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Stage stage;
    private final String connection;
    private final Landscape landscape;
    private final Map<String, String> settings = new LinkedHashMap<>();

    Scene(Stage stage, String connection, Landscape landscape) {
        this.stage = stage;
        this.connection = connection;
        this.landscape = landscape;
        settings.putAll(landscape.settings(connection));
    }

    /**
     * An operation as it is stored.
     *
     * @param user the account's name; null for operations on groups alone
     */
    public record Operation(
            String target,
            String kind,
            @Nullable String user,
            @Nullable String group,
            String reason,
            String status,
            int attempts) {}

    /** A setting of the connection, by its key below {@code roster.connections.<name>}. */
    public Scene with(String key, String value) {
        settings.put(Landscape.key(connection, key), value);
        return this;
    }

    /** A setting of the connection is not given at all. */
    public Scene unset(String key) {
        settings.remove(Landscape.key(connection, key));
        return this;
    }

    /** The connection has one target less. */
    public Scene without(String target) {
        settings.keySet().removeIf(key -> key.startsWith(Landscape.key(connection, "targets." + target + ".")));
        return this;
    }

    /** The connection has one target more, with all settings of that one but another name. */
    public Scene twin(String target, String name) {
        String from = Landscape.key(connection, "targets." + target + ".");
        String to = Landscape.key(connection, "targets." + name + ".");
        new LinkedHashMap<>(settings).forEach((key, value) -> {
            if (key.startsWith(from)) {
                settings.put(to + key.substring(from.length()), value);
            }
        });
        return this;
    }

    Map<String, String> settings() {
        return settings;
    }

    public String connection() {
        return connection;
    }

    public Landscape landscape() {
        return landscape;
    }

    public GraphSimulator graph() {
        return landscape.graph();
    }

    public JiraSimulator jira() {
        return landscape.jira();
    }

    public ConfluenceSimulator confluence() {
        return landscape.confluence();
    }

    public BitbucketSimulator bitbucket() {
        return landscape.bitbucket();
    }

    /** Starts a run and waits for its end, or until it waits itself. */
    public RunRow sync() {
        return ended(start());
    }

    /** Starts a run; returns its number. */
    public long start() {
        Long run = stage.app().getBean(ProducerTemplate.class).requestBody("direct:sync", connection, Long.class);
        return Objects.requireNonNull(run);
    }

    /** The same with a run that looks at everything, as what was changed by hand is found by no other. */
    public RunRow reconcile() {
        Run run = stage.app()
                .getBean(Runs.class)
                .open(new RunRequest(connection, Run.Mode.SYNC, true, List.of(), "api", null));
        stage.app().getBean(ProducerTemplate.class).sendBody("seda:runs?waitForTaskToComplete=Never", run);
        return ended(run.id());
    }

    /** Lets a run that waits go on, and waits for its end. */
    public RunRow approve(RunRow waiting) {
        Run run = stage.app().getBean(RunControl.class).approve(waiting.id(), new Actor("somebody", "test"));
        stage.app().getBean(ProducerTemplate.class).sendBody("seda:approved?waitForTaskToComplete=Never", run);
        return ended(waiting.id());
    }

    public RunRow ended(long run) {
        RunRows rows = stage.app().getBean(RunRows.class);
        try {
            return Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(
                            () -> rows.find(run).orElseThrow(),
                            row -> !row.state().working());
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("run " + run + " does not end; operations: " + operations(run), e);
        }
    }

    /** What the products have accepted since this was called last, as in {@code ADD_MEMBER ann team}, in order. */
    public static List<String> changes(SimulatedProduct product) {
        return product.directory().changes().stream().map(Scene::text).toList();
    }

    private static String text(DirectoryChange change) {
        return Stream.of(change.what().name(), change.user(), change.group(), change.detail())
                .filter(part -> part != null)
                .collect(Collectors.joining(" "));
    }

    public void forgetChanges() {
        landscape.products().forEach(product -> product.directory().forgetChanges());
    }

    /** Everything that a product holds, each account and each group as one line. */
    public static List<String> state(SimulatedProduct product) {
        return Stream.concat(
                        product.directory().accounts().stream()
                                .map(account -> account.name() + " '" + account.displayName() + "' "
                                        + account.emailAddress() + (account.active() ? "" : " inactive")),
                        product.directory().groups().stream()
                                .map(group -> "[" + group + "] "
                                        + String.join(" ", product.directory().members(group))))
                .toList();
    }

    /** The states of all three products. */
    public Map<String, List<String>> state() {
        Map<String, List<String>> states = new TreeMap<>();
        landscape
                .products()
                .forEach(product ->
                        states.put(product.getClass().getSimpleName().toLowerCase(Locale.ROOT), state(product)));
        return states;
    }

    public List<Operation> operations(RunRow run) {
        return operations(run.id());
    }

    private List<Operation> operations(long run) {
        return jdbc().sql("""
                select t.name, o.kind, o.user_name, o.group_name, o.reason, o.status, o.attempts
                from operation o join target_name t on t.no = o.target_no
                where o.run_id = ? order by o.id""")
                .param(run)
                .query((rs, n) -> new Operation(
                        rs.getString(1),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getString(5),
                        rs.getString(6),
                        rs.getInt(7)))
                .list();
    }

    /** The reason of each decision in one target, by the person's principal name or the group's key. */
    public Map<String, String> decisions(String target) {
        Map<String, String> reasons = new TreeMap<>();
        jdbc().sql("""
                select coalesce(p.principal_name, d.subject), d.reason from decision d
                join target_name t on t.no = d.target_no
                join connection_name c on c.no = t.connection_no
                left join person p on p.connection_no = c.no and p.id = d.subject
                where c.name = ? and t.name = ?""").params(connection, target).query(rs -> {
            reasons.put(rs.getString(1), rs.getString(2));
        });
        return reasons;
    }

    /** The detail of each decision in one target, by the person's principal name. */
    public Map<String, String> details(String target) {
        Map<String, String> details = new TreeMap<>();
        jdbc().sql("""
                select p.principal_name, coalesce(d.detail, '') from decision d
                join target_name t on t.no = d.target_no
                join connection_name c on c.no = t.connection_no
                join person p on p.connection_no = c.no and p.id = d.subject
                where c.name = ? and t.name = ?""").params(connection, target).query(rs -> {
            details.put(rs.getString(1), rs.getString(2));
        });
        return details;
    }

    public List<DeadLetter> deadLetters() {
        return stage.app().getBean(DeadLetters.class).list(connection, null);
    }

    private JdbcClient jdbc() {
        return stage.app().getBean(JdbcClient.class);
    }
}
