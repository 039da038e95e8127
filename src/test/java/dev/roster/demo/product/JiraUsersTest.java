package dev.roster.demo.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.demo.product.DirectoryChange.What;
import dev.roster.demo.product.ProductClient.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JiraUsersTest {

    private JiraSimulator jira = JiraSimulator.start(JiraVersion.V10_3);
    private ProductClient client = client(jira);

    private static ProductClient client(JiraSimulator jira) {
        return ProductClient.bearer(jira, "/rest/api/2", SimulatedProduct.TOKEN);
    }

    private void restart(JiraVersion version) {
        jira.close();
        jira = JiraSimulator.start(version, "/jira");
        client = client(jira);
    }

    private void seedUsers(int count) {
        DirectorySeed seed = jira.directory().seed();
        for (int i = 0; i < count; i++) {
            String name = String.format("user%04d", i);
            seed.user(name, "Some One " + i, name + "@example.com");
        }
    }

    @AfterEach
    void stop() {
        jira.close();
    }

    @ParameterizedTest
    @EnumSource(JiraVersion.class)
    void everyVersionSaysWhatItIs(JiraVersion version) {
        restart(version);

        Answer info = ProductClient.anonymous(jira, "/rest/api/2").get("/serverInfo");

        assertThat(info.status()).isEqualTo(200);
        assertThat(info.at("/version").asString()).isEqualTo(version.number());
        assertThat(info.at("/baseUrl").asString()).endsWith("/jira");
    }

    @ParameterizedTest
    @CsvSource({"V9, 404", "V10_0, 404", "V10_2, 404", "V10_3, 200", "V11, 200"})
    void listsUsersByCursorSinceLate103(JiraVersion version, int status) {
        restart(version);

        assertThat(client.get("/user/list?maxResults=1").status()).isEqualTo(status);
        assertThat(client.get("/readonly-mode").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"V9, 1000, 0, 251", "V9, 100, 200, 51", "V10_0, 1000, 0, 100", "V10_2, 100, 100, 0", "V11, 50, 80, 20"})
    void capsTheUserSearchByVersion(JiraVersion version, int maxResults, int startAt, int found) {
        restart(version);
        seedUsers(250);

        Answer answer = client.get("/user/search?username=.&maxResults=" + maxResults + "&startAt=" + startAt);

        assertThat(answer.json().isArray()).isTrue();
        assertThat(answer.json().size()).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({"ann, 1", "ANN, 1", "smith, 1", "a.smith, 1", "nn, 0", "%22%22, 3", "'', 0", "_, 3"})
    void findsUsersByTheStartOfNameDisplayNameOrMail(String query, int found) {
        jira.directory().seed().user("ann", "Ann-Marie Smith", "a.smith@example.com");
        jira.directory().seed().user("bob", "Bob", "bob@example.com");

        assertThat(client.get("/user/search?username=" + query).json().size()).isEqualTo(found);
    }

    @Test
    void hidesInactiveUsersFromTheSearchUnlessAsked() {
        jira.directory().seed().user("ann", "Ann", "ann@example.com").active("ann", false);

        assertThat(client.get("/user/search?username=ann").json().size()).isZero();
        assertThat(client.get("/user/search?username=ann&includeInactive=true").texts("", "active"))
                .containsExactly("false");
    }

    @Test
    void pagesThroughTheListByCursorWithoutLossOrRepetition() {
        seedUsers(5);
        List<String> names = new ArrayList<>();
        String cursor = "";
        Answer page;
        do {
            page = client.get("/user/list?maxResults=2" + cursor);
            names.addAll(page.texts("/values", "name"));
            cursor = "&cursor=" + page.at("/nextCursor").asString("");
        } while (!page.at("/isLast").asBoolean());

        assertThat(names)
                .containsExactlyInAnyOrder("admin", "user0000", "user0001", "user0002", "user0003", "user0004");
        assertThat(page.json().has("nextCursor")).isFalse();
    }

    @Test
    void listsGroupsOfAUserOnlyWhenExpanded() {
        Answer bare = client.get("/user?username=ADMIN");
        Answer expanded = client.get("/user?username=admin&expand=groups");

        assertThat(bare.at("/groups/size").asInt()).isEqualTo(2);
        assertThat(bare.at("/groups/items").size()).isZero();
        assertThat(expanded.texts("/groups/items", "name"))
                .containsExactly("jira-administrators", "jira-software-users");
    }

    @Test
    void createsAUserWithAKeyOfItsOwn() {
        Answer created = client.post(
                "/user",
                "{\"name\":\"Ann\",\"emailAddress\":\"ann@example.com\",\"displayName\":\"Ann\",\"applicationKeys\":[]}");

        assertThat(created.status()).isEqualTo(201);
        String key = created.at("/key").asString();
        assertThat(key).isEqualTo("JIRAUSER10101");
        assertThat(client.get("/user?key=" + key).at("/name").asString()).isEqualTo("Ann");
        assertThat(jira.directory().changes()).extracting(DirectoryChange::what).containsExactly(What.CREATE_USER);
        assertThat(jira.directory().groupsOf("ann")).isEmpty();
    }

    @Test
    void putsANewUserIntoTheDefaultGroupWhenNoApplicationsAreNamed() {
        client.post("/user", "{\"name\":\"ann\",\"emailAddress\":\"ann@example.com\",\"displayName\":\"Ann\"}");

        assertThat(jira.directory().members("jira-software-users")).containsExactly("admin", "ann");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name':'ADMIN','emailAddress':'a@example.com','displayName':'A'} | username",
                "{'name':'','emailAddress':'a@example.com','displayName':'A'} | username",
                "{'name':'a<b','emailAddress':'a@example.com','displayName':'A'} | username",
                "{'name':'a','emailAddress':'a@example.com'} | displayName",
                "{'name':'a','displayName':'A'} | emailAddress",
                "{'name':'a','emailAddress':'nonsense','displayName':'A'} | emailAddress",
            })
    void refusesToCreateAUserWithWrongFields(String json, String field) {
        Answer answer = client.post("/user", json.replace('\'', '"'));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors").has(field)).isTrue();
        assertThat(jira.directory().changes()).isEmpty();
    }

    @Test
    void refusesANewUserWhenTheLicenceIsFull() {
        jira.switches().seats(1);
        String fields = "\"emailAddress\":\"a@example.com\",\"displayName\":\"A\"";

        assertThat(client.post("/user", "{\"name\":\"ann\"," + fields + "}").status())
                .isEqualTo(400);
        assertThat(client.post("/user", "{\"name\":\"ann\"," + fields + ",\"applicationKeys\":[]}")
                        .status())
                .isEqualTo(201);
        assertThat(client.post("/group/user?groupname=jira-software-users", "{\"name\":\"ann\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void keepsKeyAndMembershipsWhenRenaming() {
        jira.directory().seed().user("ann", "Ann", "a@example.com").member("ann", JiraSimulator.USERS);
        String key = client.get("/user?username=ann").at("/key").asString();

        Answer renamed = client.put("/user?username=ann", "{\"name\":\"zoe\"}");

        assertThat(renamed.at("/key").asString()).isEqualTo(key);
        assertThat(client.get("/user?username=ann").status()).isEqualTo(404);
        assertThat(jira.directory().members(JiraSimulator.USERS)).containsExactly("admin", "zoe");
        assertThat(client.put("/user?username=zoe", "{\"name\":\"admin\"}").status())
                .isEqualTo(400);
    }

    @Test
    void deactivatesAndReactivates() {
        jira.directory().seed().user("ann", "Ann", "a@example.com").member("ann", JiraSimulator.USERS);

        assertThat(client.put("/user?username=ann", "{\"active\":\"false\",\"name\":\"ann\"}")
                        .status())
                .isEqualTo(200);
        assertThat(client.get("/user?username=ann").at("/active").asBoolean()).isFalse();
        jira.switches().seats(1);
        assertThat(client.put("/user?username=ann", "{\"active\":true}").status())
                .isEqualTo(400);
        jira.switches().seats(2);
        assertThat(client.put("/user?username=ann", "{\"active\":true}").status())
                .isEqualTo(200);
        assertThat(jira.directory().changes())
                .extracting(DirectoryChange::what)
                .containsExactly(What.DEACTIVATE_USER, What.ACTIVATE_USER);
    }

    @Test
    void refusesAnUpdateThatChangesNothingItKnows() {
        assertThat(client.put("/user?username=admin", "{}").status()).isEqualTo(400);
        assertThat(client.put("/user?username=admin", "{\"email\":\"x@example.com\"}")
                        .status())
                .isEqualTo(400);
        assertThat(client.put("/user?username=nobody", "{\"name\":\"x\"}").status())
                .isEqualTo(404);
    }

    @Test
    void deletesOnlyUsersWithoutActivity() {
        jira.directory().seed().user("ann", "Ann", "a@example.com").user("bob", "Bob", "b@example.com");
        jira.addActivity("bob");

        assertThat(client.delete("/user?username=ann").status()).isEqualTo(204);
        assertThat(client.delete("/user?username=bob").status()).isEqualTo(400);
        assertThat(client.delete("/user?username=admin").status()).isEqualTo(400);
        assertThat(client.delete("/user?username=ann").status()).isEqualTo(404);
    }

    @Test
    void changesNothingInAReadOnlyDirectory() {
        jira.directory().seed().readOnlyUser("ldap", "From LDAP", "l@example.com");

        assertThat(client.put("/user?username=ldap", "{\"active\":false}").status())
                .isEqualTo(403);
        jira.switches().readOnlyDirectory(true);
        assertThat(client.post("/group", "{\"name\":\"g\"}").status()).isEqualTo(403);
        assertThat(jira.directory().changes()).isEmpty();
    }
}
