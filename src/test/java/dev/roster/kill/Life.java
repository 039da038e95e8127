package dev.roster.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedRequest;
import dev.roster.demo.SimulatedServer;
import dev.roster.demo.product.SimulatedProduct;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One installation of Roster through all its deaths: a database that stays, and a process that does not. */
final class Life implements AutoCloseable {

    /** Long enough for a busy machine, short enough to wait for. */
    static final String LEASE = "8s";

    private static final Duration SHORT_WAIT = Duration.ofSeconds(2);
    private static final Duration SLOW = Duration.ofMillis(200);

    private final Path folder;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final List<Staff> staffs = new ArrayList<>();
    private final Random random;

    // Mutable state: the process of today.
    private @Nullable Child child;

    /** @param further settings of the whole program, the database's among them */
    Life(Path folder, long seed, Map<String, String> further) {
        this.folder = folder;
        this.random = new Random(seed);
        for (int pageSize : new int[] {2, 7, 999}) {
            staffs.add(new Staff("page-" + pageSize, random.nextLong(), pageSize));
        }
        settings.put("spring.config.location", "classpath:/application.yaml");
        settings.put("spring.jmx.enabled", "false");
        settings.put("camel.main.jmx-enabled", "false");
        settings.put("retry.delay", "50");
        settings.put("lease.length", LEASE);
        staffs.forEach(staff -> settings.putAll(staff.settings()));
        settings.putAll(further);
    }

    List<Staff> staffs() {
        return staffs;
    }

    Child child() {
        return Objects.requireNonNull(child, "not started");
    }

    void start(Map<String, String> further) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.putAll(further);
        if (child != null) {
            child.kill();
        }
        child = Child.start(folder, all);
    }

    /** The same after a death, as if it took so long that the leases of the dead are over. */
    void startLater() throws IOException {
        start(Map.of());
        child().tell("end-leases");
        child().hears("leases are over");
    }

    /** A second process on the same database. */
    Child another() throws IOException {
        return Child.start(folder, settings);
    }

    /** Starts a run of each connection, and waits for none. */
    void begin() {
        staffs.forEach(staff -> child().tell("sync " + staff.connection()));
    }

    /** A run of each connection, to its end. */
    void sync() {
        begin();
        staffs.forEach(staff ->
                assertThat(child().hears("ended " + staff.connection())).contains(" COMPLETED "));
    }

    /** A working day in every tenant. */
    void change() {
        staffs.forEach(Staff::change);
    }

    /** The process dies there, and nowhere else; the connection is one of several that are at work. */
    void dieAt(CrashPoint point, Staff victim) {
        if (point.step != null) {
            child().tell("halt-at " + point + " " + victim.connection());
            child().hears("will halt");
        } else {
            servers(victim).forEach(server -> server.plan(killing(point)));
        }
        begin();
        child().awaitDeath();
        staffs.forEach(staff -> servers(staff).forEach(SimulatedServer::forgetFaults));
    }

    private PlannedFault killing(CrashPoint point) {
        Predicate<SimulatedRequest> matches = Objects.requireNonNull(point.request);
        AtomicInteger left = new AtomicInteger(point.pass);
        Predicate<SimulatedRequest> last = request -> matches.test(request) && left.decrementAndGet() == 0;
        return point.at == CrashPoint.At.REQUEST
                ? PlannedFault.answer(last, 1, this::deadEnd)
                : PlannedFault.changed(last, 1, answer -> deadEnd());
    }

    private SimulatedAnswer deadEnd() {
        child().kill();
        return SimulatedAnswer.connectionLost();
    }

    /**
     * Each service of one connection asks for a short wait: Graph at one of its next requests, the products at one of
     * the next writes, of which there are several at once.
     */
    Staff askForWaits(int earliest, int latest) {
        Staff patient = staffs.get(random.nextInt(staffs.size()));
        servers(patient).forEach(SimulatedServer::forgetFaults);
        AskedWaits waits = patient.waits();
        int nth = random.nextInt(earliest, latest + 1);
        waits.ask(patient.landscape().graph().server(), any -> true, 1 + random.nextInt(2), SHORT_WAIT);
        patient.landscape()
                .products()
                .forEach(product ->
                        waits.ask(product.server(), request -> !request.method().equals("GET"), nth, SHORT_WAIT));
        return patient;
    }

    /**
     * A first run in which nobody dies, and services ask for waits while accounts are created: few at once and slowly, so
     * that there is somebody left to come too early.
     */
    void isWholeAfterWaits() throws IOException {
        Map<String, String> narrow = new LinkedHashMap<>();
        for (Staff staff : staffs) {
            for (String target : List.of("jira", "confluence", "bitbucket")) {
                narrow.put(Landscape.key(staff.connection(), "targets." + target + ".max-in-flight"), "2");
            }
        }
        start(narrow);
        Staff patient = askForWaits(4, 6);
        servers(patient).forEach(server -> server.answerAfter(SLOW));
        isWhole();
        servers(patient).forEach(server -> server.answerAfter(Duration.ZERO));
        assertThat(patient.waits().asked()).isEqualTo(4);
    }

    /** The process dies so long after its runs have begun, wherever they are by then. */
    void dieAfter(int millis) {
        begin();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
        child().kill();
    }

    /** Graph and the products. */
    private static List<SimulatedServer> servers(Staff staff) {
        return Stream.concat(
                        Stream.of(staff.landscape().graph().server()),
                        staff.landscape().products().stream().map(SimulatedProduct::server))
                .toList();
    }

    /** One run after a death finishes the work; one more has nothing to do. */
    void isWhole() {
        sync();
        for (Staff staff : staffs) {
            Judge.findsInStep(staff);
            Judge.findsNothingDoneTwice(staff);
            Judge.findsOthersUntouched(staff);
            Judge.findsWaitsKept(staff);
        }
        List<Integer> before = staffs.stream().map(Judge::changes).toList();
        sync();
        assertThat(staffs.stream().map(Judge::changes).toList())
                .as("a run that has nothing to do writes nothing")
                .isEqualTo(before);
    }

    /** A run of each connection, which ends so; the products lose nothing by it. */
    void takesNothingFromAnybody(String end) {
        List<Integer> before = new ArrayList<>();
        products().forEach(product -> before.add(product.directory().changes().size()));
        begin();
        staffs.forEach(staff ->
                assertThat(child().hears("ended " + staff.connection())).containsPattern(" " + end + " "));
        for (int i = 0; i < before.size(); i++) {
            Judge.findsNothingTaken(products().get(i), before.get(i));
        }
    }

    void approve() {
        staffs.forEach(staff -> child().tell("approve " + staff.connection()));
        staffs.forEach(staff ->
                assertThat(child().hears("ended " + staff.connection())).contains(" COMPLETED "));
    }

    /** Settings with which memberships that are there, and that Entra also wants, are ours. */
    Map<String, String> adoptsMemberships() {
        return forAll("groups.adopt-memberships", "true");
    }

    /** The same, where a first run waits, as it does by default. */
    Map<String, String> forgotten() {
        Map<String, String> settings = adoptsMemberships();
        settings.putAll(forAll("limits.first-run", "approve"));
        return settings;
    }

    private Map<String, String> forAll(String key, String value) {
        Map<String, String> settings = new LinkedHashMap<>();
        staffs.forEach(staff -> settings.put(Landscape.key(staff.connection(), key), value));
        return settings;
    }

    private List<SimulatedProduct> products() {
        return staffs.stream()
                .flatMap(staff -> staff.landscape().products().stream())
                .toList();
    }

    @Override
    public void close() {
        if (child != null) {
            child.close();
        }
        staffs.forEach(Staff::close);
    }
}
