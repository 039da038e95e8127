package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.store.RunState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where two come out the same, neither is touched. */
class ClashTest {

    private static final Stage STAGE = Stage.empty();
    private static SimulatedTenant people;
    private static SimulatedTenant groups;
    private static SimulatedTenant manual;

    @BeforeAll
    static void scenes() {
        people = Cast.six();
        STAGE.scene("people", Landscape.start(people)).with("groups.include", "team-.*");
        groups = Cast.six();
        STAGE.scene("groups", Landscape.start(groups))
                .with("groups.include", "team-.*")
                .with("groups.delete", "true");
        manual = Cast.six();
        STAGE.scene("manual", Landscape.start(manual))
                .with("groups.mapping", "manual")
                .with("groups.delete", "true")
                .with("groups.manual.team-a", "devs")
                .with("groups.manual.team-b", "leads");
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    @Test
    void twoPeopleOfOneUsernameAreBothLeftAsTheyAre() {
        Scene scene = STAGE.scene("people");
        Cast.people(people, "anna", "bert", "off");
        people.changePerson(Cast.upn("anna"), person -> person.withMailNickname("ANN"));
        people.changePerson(Cast.upn("bert"), person -> person.withMailNickname("new"));
        people.changePerson(
                Cast.upn("off"), person -> person.withMailNickname("bob").withAccountEnabled(false));
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        for (SimulatedProduct product : scene.landscape().products()) {
            assertThat(product.directory().account("ann")).isEmpty();
            // Somebody disabled, without an account, does not compete.
            assertThat(product.directory().account("bob")).isPresent();
            assertThat(product.directory().account("new")).isPresent();
        }
        assertThat(scene.decisions("jira"))
                .containsEntry("ann@example.com", "name-clash")
                .containsEntry("anna@example.com", "name-clash")
                .containsEntry("off@example.com", "disabled");

        // Now one comes to the name of somebody who has an account, who changes, too, and leaves a group.
        people.changePerson(Cast.upn("anna"), person -> person.withMailNickname("cid"));
        people.changePerson(Cast.upn("cid"), person -> person.withDisplayName("Changed"));
        Cast.leave(people, "team-a", "cid");
        scene.forgetChanges();
        scene.sync();
        assertThat(scene.decisions("bitbucket"))
                .containsEntry("cid@example.com", "name-clash")
                .containsEntry("anna@example.com", "name-clash")
                .containsEntry("ann@example.com", "no-match");
        for (SimulatedProduct product : scene.landscape().products()) {
            assertThat(Scene.changes(product)).noneMatch(change -> change.contains(" cid"));
            assertThat(product.directory().account("ann")).isPresent();
        }
    }

    @Test
    void twoGroupsOfOneNameLeaveTheProductsGroupAsItIs() {
        Scene scene = STAGE.scene("groups");
        scene.sync();
        scene.forgetChanges();
        Cast.leave(groups, "team-a", "bob");
        Cast.group(groups, "team-A", "fay");
        scene.sync();
        // Where case is kept, the two names still mean one group of the product.
        for (SimulatedProduct product : scene.landscape().products()) {
            assertThat(Scene.changes(product)).isEmpty();
        }
        assertThat(scene.decisions("jira")).containsEntry("team-a", "group-clash");

        groups.deleteGroup(groups.groups().get(groups.groups().size() - 1).id());
        scene.sync();
        assertThat(Scene.changes(scene.jira())).containsExactly("REMOVE_MEMBER bob team-a");
    }

    @Test
    void anEntryThatNamesTwoGroupsOrNoneTakesNothingAway() {
        Scene scene = STAGE.scene("manual");
        scene.sync();
        assertThat(scene.jira().directory().members("devs")).hasSize(5);
        scene.forgetChanges();
        Cast.group(manual, "team-a", "fay");
        manual.deleteGroup(manual.groupNamed("team-b").id());
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        for (SimulatedProduct product : scene.landscape().products()) {
            assertThat(Scene.changes(product)).isEmpty();
        }
        assertThat(scene.decisions("jira"))
                .containsEntry("devs", "manual-fault")
                .containsEntry("leads", "manual-fault");
    }
}
