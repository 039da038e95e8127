package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.DatabaseWire;
import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.store.Database;
import dev.roster.store.RunState;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A PostgreSQL that is there and makes trouble: others are in the way, or it stands still. */
class DatabaseTroubledTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Stage STAGE = Stage.empty();
    private static final SimulatedTenant TENANT = Cast.six();
    private static final String URL = Database.POSTGRESQL.fresh();
    private static final AtomicReference<DatabaseWire> WIRE = new AtomicReference<>();
    private static final Scene SCENE =
            STAGE.scene("troubled", Landscape.start(TENANT)).with("groups.include", "team-.*");

    @BeforeAll
    static void start() throws Exception {
        WIRE.set(new DatabaseWire(URL));
        STAGE.withProperty("spring.datasource.url", WIRE.get().url())
                .withProperty("spring.datasource.username", Database.POSTGRESQL.user());
        assertThat(SCENE.sync().state()).isEqualTo(RunState.COMPLETED);
    }

    @AfterAll
    static void close() throws Exception {
        STAGE.close();
        WIRE.get().close();
    }

    @Test
    @DisplayName("K8 a transaction that loses a deadlock is done again, and the run goes on")
    void aDeadlock() throws SQLException {
        // Two rows of one transaction, in this order.
        rename("ann", "Ann of a deadlock");
        rename("bob", "Bob of a deadlock");
        try (Connection other = DriverManager.getConnection(URL);
                Statement statement = other.createStatement()) {
            // Whoever looks for a deadlock first gives way.
            statement.execute("set deadlock_timeout = '1min'");
            other.setAutoCommit(false);
            lock(other, "id = ?", id("bob"));
            long run = SCENE.start();
            Awaitility.await().atMost(PATIENCE).until(DatabaseTroubledTest::somebodyWaits);
            lock(other, "id <> ?", id("bob"));
            other.rollback();
            assertThat(SCENE.ended(run).state()).isEqualTo(RunState.COMPLETED);
        }
        assertThat(deadlocks()).as("it was one").isPositive();
        for (SimulatedProduct product : SCENE.landscape().products()) {
            assertThat(Scene.state(product))
                    .anyMatch(line -> line.contains("Ann of a deadlock"))
                    .anyMatch(line -> line.contains("Bob of a deadlock"));
        }
    }

    @Test
    @DisplayName("K8 a statement by itself, or the end of a run, that gives way to another is done again")
    void statementsThatGiveWay() throws SQLException {
        rename("dee", "Dee of many deadlocks");
        long before;
        try (Connection other = DriverManager.getConnection(URL);
                Statement statement = other.createStatement()) {
            // What a sequence gave is not taken back: of three changes of a run's row, two are refused.
            statement.execute("create sequence refused");
            statement.execute("""
                    create function give_way() returns trigger language plpgsql as $$
                    begin
                      if nextval('refused') % 3 <> 0 then
                        raise exception 'deadlock detected' using errcode = '40P01';
                      end if;
                      return new;
                    end $$""");
            statement.execute(
                    "create trigger give_way before insert or update on run for each row execute function give_way()");
            try {
                assertThat(SCENE.sync().state()).isEqualTo(RunState.COMPLETED);
                before = number("select last_value from refused");
            } finally {
                statement.execute("drop trigger give_way on run");
            }
        }
        assertThat(before).as("times that it was in the way").isGreaterThan(9);
        for (SimulatedProduct product : SCENE.landscape().products()) {
            assertThat(Scene.state(product)).anyMatch(line -> line.contains("Dee of many deadlocks"));
        }
    }

    @Test
    @DisplayName("K8 a database that stands still for a while costs time, and nothing else")
    void standingStill() {
        rename("cid", "Cid of a standstill");
        SCENE.forgetChanges();
        WIRE.get().holdAt("insert into operation");
        long run = SCENE.start();
        Awaitility.await().atMost(PATIENCE).until(() -> WIRE.get().isHeld());
        SCENE.landscape()
                .products()
                .forEach(product -> assertThat(Scene.changes(product))
                        .as("nothing is sent that is not on record")
                        .isEmpty());
        WIRE.get().mend();
        assertThat(SCENE.ended(run).state()).isEqualTo(RunState.COMPLETED);
        for (SimulatedProduct product : SCENE.landscape().products()) {
            assertThat(Scene.changes(product)).hasSize(1).allMatch(change -> change.contains("cid"));
        }
    }

    private static void rename(String name, String displayName) {
        TENANT.changePerson(Cast.upn(name), person -> person.withDisplayName(displayName));
    }

    private static String id(String name) {
        return Cast.person(TENANT, name).id();
    }

    private static void lock(Connection connection, String which, String id) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update person set enabled = enabled where " + which)) {
            update.setString(1, id);
            assertThat(update.executeUpdate()).isPositive();
        }
    }

    private static boolean somebodyWaits() throws SQLException {
        return number("select count(*) from pg_locks where not granted") > 0;
    }

    private static long deadlocks() {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> number("select deadlocks from pg_stat_database where datname = current_database()"),
                        count -> count > 0);
    }

    private static long number(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(URL);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
