package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.directory.Delivery;
import dev.roster.directory.Operation;
import dev.roster.store.Run;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.AdviceWith;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A fault of Roster's own after a product has taken an operation: what the batch came to is lost, and the next run finds
 * out what is there and whose it is.
 */
class OwnFaultTest {

    private static final Stage STAGE = Stage.empty();
    private static final Map<Lost, SimulatedTenant> TENANTS = new EnumMap<>(Lost.class);
    private static final Map<Lost, RunRow> FAILED = new EnumMap<>(Lost.class);
    private static final Map<Lost, RunRow> NEXT = new EnumMap<>(Lost.class);
    private static final Set<Lost> FAULTY = ConcurrentHashMap.newKeySet();

    /** The operation whose end makes Roster fail, in every product; and how Entra takes back what it did. */
    enum Lost {
        ACCOUNT("create-user", "dee", null, "CREATE_USER dee", "DELETE_USER dee", tenant -> Cast.delete(tenant, "dee")),
        GROUP(
                "create-group",
                null,
                "team-gone",
                "CREATE_GROUP team-gone",
                "DELETE_GROUP team-gone",
                tenant -> tenant.deleteGroup(tenant.groupNamed("team-gone").id())),
        MEMBERSHIP(
                "add-member",
                "bob",
                "team-old",
                "ADD_MEMBER bob team-old",
                "REMOVE_MEMBER bob team-old",
                tenant -> Cast.leave(tenant, "team-old", "bob"));

        final String kind;
        final @Nullable String user;
        final @Nullable String group;
        final String change;
        final String reversal;
        final Consumer<SimulatedTenant> taken;

        Lost(
                String kind,
                @Nullable String user,
                @Nullable String group,
                String change,
                String reversal,
                Consumer<SimulatedTenant> taken) {
            this.kind = kind;
            this.user = user;
            this.group = group;
            this.change = change;
            this.reversal = reversal;
            this.taken = taken;
        }

        String scene() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean is(Operation operation) {
            return operation.kind().word().equals(kind)
                    && (user == null || user.equals(operation.user()))
                    && (group == null || group.equals(operation.group()));
        }
    }

    @BeforeAll
    static void aFaultAndTheRunAfterIt() throws Exception {
        for (Lost lost : Lost.values()) {
            SimulatedTenant tenant = Cast.six();
            Cast.group(tenant, "team-old", "ann", "bob");
            TENANTS.put(lost, tenant);
            Scene scene = STAGE.scene(lost.scene(), Landscape.start(tenant))
                    .with("groups.include", "team-.*")
                    .with("groups.existing", "join")
                    .with("groups.delete", "true")
                    .with("users.when-deleted", "delete");
            scene.landscape()
                    .products()
                    .forEach(product -> product.directory().seed().group("team-old"));
            FAULTY.add(lost);
        }
        CamelContext camel = STAGE.app().getBean(CamelContext.class);
        AdviceWith.adviceWith(
                camel, "operation-done", route -> route.weaveAddFirst().process(OwnFaultTest::failWhereItIsPlanned));
        for (Lost lost : Lost.values()) {
            FAILED.put(lost, STAGE.scene(lost.scene()).sync());
        }
        FAULTY.clear();
        for (Lost lost : Lost.values()) {
            NEXT.put(lost, STAGE.scene(lost.scene()).sync());
        }
    }

    private static void failWhereItIsPlanned(Exchange exchange) {
        String connection = exchange.getVariable("run", Run.class).connection().name();
        Delivery delivery = exchange.getVariable("delivery", Delivery.class);
        for (Lost lost : FAULTY) {
            if (lost.scene().equals(connection)
                    && delivery.operations().stream().anyMatch(lost::is)) {
                throw new IllegalStateException("a fault of our own");
            }
        }
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    @ParameterizedTest
    @EnumSource
    void theRunFailsAndLeavesNoDeadLetter(Lost lost) {
        assertThat(Kept.in(FAILED, lost).state()).isEqualTo(RunState.FAILED);
        assertThat(Kept.in(FAILED, lost).message()).contains("a fault of our own");
        assertThat(STAGE.scene(lost.scene()).deadLetters()).isEmpty();
        assertThat(STAGE.scene(lost.scene()).operations(Kept.in(FAILED, lost)))
                .filteredOn(operation -> operation.kind().equals(lost.kind))
                .as("the outcome of the whole batch is lost")
                .extracting(Scene.Operation::status)
                .containsOnly("planned");
    }

    @ParameterizedTest
    @EnumSource
    void theNextRunCompletesAndDoesNothingTwice(Lost lost) {
        assertThat(Kept.in(NEXT, lost).state())
                .as(String.valueOf(Kept.in(NEXT, lost)))
                .isEqualTo(RunState.COMPLETED);
        for (SimulatedProduct product : STAGE.scene(lost.scene()).landscape().products()) {
            assertThat(Scene.changes(product)).doesNotHaveDuplicates().contains(lost.change);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasDoneIsOursAndGoesWhenEntraSaysSo(Lost lost) {
        Scene scene = STAGE.scene(lost.scene());
        lost.taken.accept(Kept.in(TENANTS, lost));

        RunRow run = scene.sync();

        assertThat(run.state()).as(String.valueOf(run)).isEqualTo(RunState.COMPLETED);
        for (SimulatedProduct product : scene.landscape().products()) {
            assertThat(Scene.changes(product)).contains(lost.reversal);
        }
    }
}
