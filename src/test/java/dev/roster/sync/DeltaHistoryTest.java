package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.graph.DeltaExpiry;
import dev.roster.demo.graph.GraphBehaviour;
import dev.roster.demo.graph.SimulatedGroup;
import dev.roster.demo.graph.SimulatedObject;
import dev.roster.demo.graph.SimulatedPerson;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.store.RunState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever happens in a tenant, and however Graph tells it: reading changes comes to what a list shows. */
class DeltaHistoryTest {

    private static final int STEPS = 12;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final SimulatedTenant tenant = Cast.six();
    private final List<String> deleted = new ArrayList<>();
    private int names;

    @Test
    void changesComeToWhatAListShows() {
        try (Stage stage = Stage.empty()) {
            Scene changes = scene(stage, "changes").with("entra.read", "delta");
            Scene list = scene(stage, "list").with("entra.read", "list");
            for (int step = 0; step < STEPS; step++) {
                tell(changes.graph().behaviour());
                assertThat(changes.sync().state()).as("seed " + seed).isNotEqualTo(RunState.FAILED);
                assertThat(list.sync().state()).as("seed " + seed).isNotEqualTo(RunState.FAILED);
                assertThat(EntraAsRead.of(stage, changes))
                        .as("seed " + seed + ", step " + step)
                        .isEqualTo(EntraAsRead.of(stage, list));
                for (int i = random.nextInt(6); i >= 0; i--) {
                    happen();
                }
            }
        }
    }

    private Scene scene(Stage stage, String name) {
        return stage.scene(name, Landscape.start(tenant))
                .without("confluence")
                .without("bitbucket")
                .with("groups.include", ".*");
    }

    private void tell(GraphBehaviour behaviour) {
        behaviour.cutDeltaPages(1 + random.nextInt(4), 1 + random.nextInt(4));
        behaviour.repeatObjects(random.nextBoolean());
        behaviour.startWithEmptyPages(random.nextBoolean());
        behaviour.startWithRemovals(random.nextBoolean());
        behaviour.replayChanges(random.nextInt(5));
        if (random.nextInt(6) == 0) {
            behaviour.expireDeltaTokens(random.nextBoolean() ? DeltaExpiry.NOT_FOUND : DeltaExpiry.GONE);
        }
    }

    private void happen() {
        switch (random.nextInt(12)) {
            case 0 -> tenant.addPerson("new" + ++names + "@example.com", "New " + names);
            case 1 -> tenant.changePerson(anyPerson().id(), person -> person.withDisplayName("Name " + ++names));
            case 2 ->
                tenant.changePerson(anyPerson().id(), person -> person.withAccountEnabled(!person.accountEnabled()));
            case 3 -> deletePerson();
            case 4 -> restore();
            case 5 -> purge();
            case 6 -> tenant.addGroup("group-" + ++names);
            case 7 -> tenant.changeGroup(anyGroup().id(), group -> group.withDisplayName("renamed-" + ++names));
            case 8 -> deleteGroup();
            case 9 -> leave();
            case 10 -> tenant.addMember(anyGroup().id(), anyGroup().id());
            default -> tenant.addMember(anyGroup().id(), anyPerson().id());
        }
    }

    private SimulatedPerson anyPerson() {
        return tenant.people().get(random.nextInt(tenant.people().size()));
    }

    private SimulatedGroup anyGroup() {
        return tenant.groups().get(random.nextInt(tenant.groups().size()));
    }

    private void deletePerson() {
        if (tenant.people().size() > 2) {
            String id = anyPerson().id();
            tenant.deletePerson(id, Instant.EPOCH);
            deleted.add(id);
        }
    }

    private void restore() {
        if (!deleted.isEmpty()) {
            tenant.restorePerson(deleted.remove(random.nextInt(deleted.size())));
        }
    }

    private void purge() {
        if (!deleted.isEmpty()) {
            tenant.purgePerson(deleted.remove(random.nextInt(deleted.size())));
        }
    }

    private void deleteGroup() {
        if (tenant.groups().size() > 2) {
            tenant.deleteGroup(anyGroup().id());
        }
    }

    private void leave() {
        SimulatedGroup group = anyGroup();
        List<SimulatedObject> members = tenant.members(group.id());
        if (!members.isEmpty()) {
            tenant.removeMember(
                    group.id(), members.get(random.nextInt(members.size())).id());
        }
    }
}
