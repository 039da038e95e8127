package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedRequest;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tenant that does not hold still while it is read, whether changes are read or everything is listed. */
class MovingTenantTest {

    private static final String VALUE = "\"value\":[";
    private static final Stage STAGE = Stage.empty();
    private static final Map<String, SimulatedTenant> TENANTS = new LinkedHashMap<>();

    @BeforeAll
    static void scenes() {
        for (String read : List.of("delta", "list")) {
            for (String what : List.of("twice", "changed", "gone", "again")) {
                SimulatedTenant tenant = Cast.six();
                String name = what + "-" + read;
                TENANTS.put(name, tenant);
                Scene scene = STAGE.scene(name, Landscape.start(tenant))
                        .with("groups.include", "team-.*")
                        .with("entra.read", read)
                        .without("confluence")
                        .without("bitbucket");
                scene.graph().behaviour().cutPages(2);
                scene.graph().behaviour().cutDeltaPages(2, 2);
            }
        }
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    private static SimulatedTenant tenant(Scene scene) {
        return Kept.in(TENANTS, scene.connection());
    }

    private static void completed(RunRow run) {
        assertThat(run.state()).as(String.valueOf(run)).isEqualTo(RunState.COMPLETED);
    }

    /** Something happens once, right after a page of people that is not the last was given out. */
    private static void afterAPage(Scene scene, Runnable happens) {
        AtomicBoolean first = new AtomicBoolean(true);
        Predicate<SimulatedRequest> people = PlannedFault.on("GET", "/v1.0/users");
        scene.graph()
                .server()
                .plan(PlannedFault.changed(request -> people.test(request) && first.getAndSet(false), 1, answer -> {
                    happens.run();
                    return answer;
                }));
    }

    private static String items(String page) {
        return page.substring(page.indexOf(VALUE) + VALUE.length(), page.lastIndexOf(']'));
    }

    private static void isInStep(Scene scene, String... team) {
        assertThat(scene.jira().directory().members("team-a")).containsExactly(team);
        assertThat(Scene.changes(scene.jira())).doesNotHaveDuplicates();
        scene.forgetChanges();
        completed(scene.sync());
        completed(scene.reconcile());
        assertThat(Scene.changes(scene.jira())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"delta", "list"})
    @DisplayName("G9 who is on two pages is one person")
    void onTwoPages(String read) {
        Scene scene = STAGE.scene("twice-" + read);
        List<String> pages = new ArrayList<>();
        scene.graph().server().plan(PlannedFault.changed(PlannedFault.on("GET", "/v1.0/users"), 2, answer -> {
            pages.add(items(answer.body()));
            String both = answer.body().replace(VALUE, VALUE + pages.get(0) + ",");
            return pages.size() == 1 ? answer : SimulatedAnswer.json(200, both);
        }));
        completed(scene.sync());
        isInStep(scene, "ann", "bob", "cid", "dee", "eve");
    }

    @ParameterizedTest
    @ValueSource(strings = {"delta", "list"})
    @DisplayName("G9 what changes after its page was read arrives with the next run")
    void changedWhileReading(String read) {
        Scene scene = STAGE.scene("changed-" + read);
        afterAPage(scene, () -> {
            tenant(scene).changePerson(Cast.upn("ann"), person -> person.withDisplayName("Ann Newname"));
            Cast.people(tenant(scene), "gus");
            Cast.join(tenant(scene), "team-a", "gus");
        });
        completed(scene.sync());
        completed(scene.sync());
        assertThat(Scene.state(scene.jira())).anyMatch(line -> line.startsWith("ann 'Ann Newname'"));
        isInStep(scene, "ann", "bob", "cid", "dee", "eve", "gus");
    }

    @ParameterizedTest
    @ValueSource(strings = {"delta", "list"})
    @DisplayName("G9 who goes after the page was read is gone with the next run, and nobody else is")
    void goneWhileReading(String read) {
        Scene scene = STAGE.scene("gone-" + read);
        afterAPage(scene, () -> Cast.delete(tenant(scene), "bob"));
        completed(scene.sync());
        completed(scene.sync());
        assertThat(Scene.changes(scene.jira())).noneMatch(change -> change.startsWith("REMOVE_MEMBER ann"));
        assertThat(scene.jira().directory().account("bob").filter(account -> account.active()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"delta", "list"})
    @DisplayName("G9 who was deleted and made anew under the same name does not come by the old account")
    void madeAnew(String read) {
        Scene scene = STAGE.scene("again-" + read);
        completed(scene.sync());
        scene.forgetChanges();
        Cast.delete(tenant(scene), "eve");
        Cast.people(tenant(scene), "eve");
        completed(scene.sync());
        assertThat(Scene.changes(scene.jira())).containsExactly("DEACTIVATE_USER eve");
        assertThat(scene.decisions("jira")).containsEntry(Cast.upn("eve"), "name-taken");
        completed(scene.sync());
        completed(scene.reconcile());
        assertThat(Scene.changes(scene.jira())).hasSize(1);
    }
}
