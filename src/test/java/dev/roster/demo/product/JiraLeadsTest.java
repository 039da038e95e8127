package dev.roster.demo.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.demo.product.DirectoryChange.What;
import dev.roster.demo.product.ProductClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JiraLeadsTest {

    private final JiraSimulator jira = JiraSimulator.start(JiraVersion.V10_3);
    private final ProductClient client = ProductClient.bearer(jira, "/rest/api/2", SimulatedProduct.TOKEN);

    @BeforeEach
    void addAProject() {
        jira.directory().seed().user("ann", "Ann", "a@example.com").user("bob", "Bob", "b@example.com");
        jira.addProject("WEB", "Web site", "ann");
        jira.addComponent("WEB", "Shop", "ann");
        jira.addComponent("WEB", "Blog", null);
    }

    @AfterEach
    void stop() {
        jira.close();
    }

    private String componentId(String name) {
        for (var component : client.get("/project/WEB/components").json()) {
            if (component.at("/name").asString().equals(name)) {
                return component.at("/id").asString();
            }
        }
        throw new AssertionError(name);
    }

    @Test
    void refusesToDeactivateALeadUntilAllIsHandedOver() {
        Answer refused = client.put("/user?username=ann", "{\"active\":false}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/errors/active").asString())
                .contains("components")
                .contains("WEB");

        client.put("/component/" + componentId("Shop"), "{\"leadUserName\":\"bob\"}");
        assertThat(client.put("/user?username=ann", "{\"active\":false}")
                        .at("/errors/active")
                        .asString())
                .contains("projects");

        Answer handed = client.put("/project/WEB", "{\"lead\":\"bob\",\"assigneeType\":\"PROJECT_LEAD\"}");
        assertThat(handed.at("/lead/name").asString()).isEqualTo("bob");
        assertThat(client.put("/user?username=ann", "{\"active\":false}").status())
                .isEqualTo(200);
        assertThat(jira.projectLead("WEB")).isEqualTo("bob");
        assertThat(jira.directory().changes())
                .extracting(DirectoryChange::what)
                .containsExactly(What.SET_COMPONENT_LEAD, What.SET_PROJECT_LEAD, What.DEACTIVATE_USER);
    }

    @Test
    void showsLeadsOfProjectsOnlyWhenExpanded() {
        assertThat(client.get("/project").at("/0").has("lead")).isFalse();
        assertThat(client.get("/project?expand=description,lead")
                        .at("/0/lead/name")
                        .asString())
                .isEqualTo("ann");
        assertThat(client.get("/project/web").at("/lead/key").asString()).isEqualTo("JIRAUSER10101");
        assertThat(client.get("/project/NOPE").status()).isEqualTo(404);
    }

    @Test
    void takesOnlyActiveUsersAsLeads() {
        jira.directory().seed().active("bob", false);

        assertThat(client.put("/project/WEB", "{\"lead\":\"bob\"}").status()).isEqualTo(400);
        assertThat(client.put("/project/WEB", "{\"lead\":\"nobody\"}").status()).isEqualTo(400);
        assertThat(client.put("/component/" + componentId("Blog"), "{\"leadUserName\":\"bob\"}")
                        .status())
                .isEqualTo(400);
        assertThat(client.put("/component/1", "{\"leadUserName\":\"bob\"}").status())
                .isEqualTo(404);
    }

    @Test
    void clearsTheLeadOfAComponentByAnEmptyName() {
        String id = componentId("Shop");

        client.put("/component/" + id, "{\"leadUserName\":\"\"}");

        assertThat(client.get("/component/" + id).json().has("lead")).isFalse();
        assertThat(client.get("/component/page").at("/total").asInt()).isEqualTo(2);
    }

    @Test
    void keepsAnInactiveLeadThatAnotherDirectoryDisabled() {
        jira.directory().seed().active("ann", false).renamed("ann", "ann.old");

        assertThat(client.get("/project/WEB").at("/lead/active").asBoolean(true))
                .isFalse();
        assertThat(jira.projectLead("WEB")).isEqualTo("ann.old");
    }
}
