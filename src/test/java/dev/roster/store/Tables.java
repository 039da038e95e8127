package dev.roster.store;

import dev.roster.settings.Connection;
import dev.roster.settings.loading.SettingsLoader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** Everything in this package, over one database, with a clock that tests move. */
final class Tables {

    private static final Map<String, Object> SETTINGS = Map.of(
            "roster.connections.acme.entra.tenant-id", "t",
            "roster.connections.acme.entra.client-id", "c",
            "roster.connections.acme.entra.client-secret", "s",
            "roster.connections.acme.targets.jira.product", "jira",
            "roster.connections.acme.targets.jira.url", "https://jira.example.com",
            "roster.connections.acme.targets.jira.token", "t");

    final JdbcClient jdbc;
    final Batches batches;
    final Source source;
    final ChangedSource changedSource;
    final DeltaRounds rounds;
    final Wanted wanted;
    final WantedGroups wantedGroups;
    final Seen seen;
    final RunLocks locks;
    final RunRows rows;
    final LockedRuns lockedRuns;
    final AccountNames names;
    final Ownership ownership;
    final DeadLetters deadLetters;
    final Renames renames;
    final Operations operations;
    final Decisions decisions;
    final Leads leads;
    final SourceSizes sizes;
    final Registry registry;
    final AuditTrail audit;
    final KnownSettings known;
    final SeatCounts seats;

    private Instant now = Instant.parse("2026-01-09T02:00:00Z");
    private final Connection connection;

    Tables(DataSource data) {
        jdbc = JdbcClient.create(data);
        batches = new Batches(new JdbcTemplate(data));
        JsonMapper json = JsonMapper.builder().build();
        Clock clock = clock();
        OperationSubjects subjects = new OperationSubjects(jdbc);
        DecisionCounts counts = new DecisionCounts(jdbc, batches);
        Due due = new Due(jdbc, batches);
        Emptied emptied = new Emptied(jdbc, batches);
        Chosen chosen = new Chosen(jdbc);
        rounds = new DeltaRounds(jdbc);
        SourceAbsence absence = new SourceAbsence(jdbc, batches, counts, due, emptied, chosen, clock);
        SourceNesting nesting = new SourceNesting(jdbc, due);
        source = new Source(
                jdbc, batches, due, new SourceMembers(jdbc, batches, due, emptied), absence, nesting, chosen, rounds);
        changedSource = new ChangedSource(
                source, new SourceChanges(jdbc, batches, due, emptied), absence, nesting, rounds, batches);
        wanted = new Wanted(jdbc, batches, counts, due);
        wantedGroups = new WantedGroups(jdbc, batches, counts, due);
        seen = new Seen(jdbc, batches);
        locks = new RunLocks(jdbc, clock, RunLocks.LEASE);
        rows = new RunRows(jdbc, json, clock);
        lockedRuns = new LockedRuns(rows, locks, new AwaitedReconciles(jdbc), new DataSourceTransactionManager(data));
        names = new AccountNames(jdbc, batches);
        ownership = new Ownership(jdbc, batches, names);
        deadLetters = new DeadLetters(jdbc, batches, new JsonColumn(json), clock);
        renames = new Renames(jdbc, batches, subjects, counts, new JsonColumn(json));
        operations = new Operations(
                jdbc,
                batches,
                subjects,
                new JsonColumn(json),
                ownership,
                deadLetters,
                new Taken(jdbc),
                renames,
                new Remembered(jdbc, batches),
                new Agenda(jdbc, batches, new HeldBack(jdbc, batches, clock), clock));
        decisions = new Decisions(jdbc, batches, operations, counts);
        leads = new Leads(jdbc, batches, operations);
        sizes = new SourceSizes(jdbc);
        registry = new Registry(jdbc);
        audit = new AuditTrail(jdbc, batches, clock);
        known = new KnownSettings(jdbc, batches);
        seats = new SeatCounts(jdbc, batches);
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", SETTINGS));
        connection = new SettingsLoader().load(environment).connections().get(0);
    }

    Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Instant now() {
        return now;
    }

    /** A further run of the one connection with its one target. */
    Run run() {
        int number = registry.connection(connection.name());
        RunTarget target = new RunTarget(
                registry.target(number, connection.targets().get(0)),
                connection.targets().get(0));
        long id = rows.insert(new NewRun(number, Run.Mode.SYNC, false, List.of(), "route", null));
        return new Run(id, connection, number, Run.Mode.SYNC, false, List.of(target));
    }

    long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
