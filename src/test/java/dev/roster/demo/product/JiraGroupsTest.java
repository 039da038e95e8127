package dev.roster.demo.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.demo.product.DirectoryChange.What;
import dev.roster.demo.product.ProductClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JiraGroupsTest {

    private final JiraSimulator jira = JiraSimulator.start(JiraVersion.V10_0);
    private final ProductClient client = ProductClient.bearer(jira, "/rest/api/2", SimulatedProduct.TOKEN);

    @AfterEach
    void stop() {
        jira.close();
    }

    @Test
    void showsAtMostFiftyMembersAPageSortedByName() {
        DirectorySeed seed = jira.directory().seed().group("staff");
        for (int i = 59; i >= 0; i--) {
            String name = String.format("User%02d", i);
            seed.user(name, name, name + "@example.com").member(name, "staff");
        }

        Answer first = client.get("/group/member?groupname=STAFF&maxResults=1000");
        Answer second = client.get("/group/member?groupname=staff&startAt=50");

        assertThat(first.texts("/values", "name")).hasSize(50).startsWith("User00", "User01");
        assertThat(first.at("/maxResults").asInt()).isEqualTo(50);
        assertThat(first.at("/total").asInt()).isEqualTo(60);
        assertThat(first.at("/isLast").asBoolean()).isFalse();
        assertThat(first.at("/nextPage").asString()).contains("startAt=50");
        assertThat(second.texts("/values", "name")).hasSize(10).endsWith("User59");
        assertThat(second.at("/isLast").asBoolean()).isTrue();
    }

    @Test
    void hidesInactiveMembersUnlessAsked() {
        jira.directory()
                .seed()
                .group("g")
                .user("ann", "Ann", "a@example.com")
                .member("ann", "g")
                .active("ann", false);

        assertThat(client.get("/group/member?groupname=g").at("/total").asInt()).isZero();
        assertThat(client.get("/group/member?groupname=g&includeInactiveUsers=true")
                        .texts("/values", "name"))
                .containsExactly("ann");
    }

    @Test
    void countsTheMembersOfNestedGroups() {
        jira.directory()
                .seed()
                .group("outer")
                .group("inner")
                .nested("outer", "inner")
                .nested("inner", "outer")
                .user("ann", "Ann", "a@example.com")
                .user("bob", "Bob", "b@example.com")
                .member("bob", "outer")
                .member("ann", "inner");

        assertThat(client.get("/group/member?groupname=outer").texts("/values", "name"))
                .containsExactly("ann", "bob");
        assertThat(client.delete("/group/user?groupname=outer&username=ann").status())
                .isEqualTo(400);
    }

    @Test
    void addsAndRemovesMembersOnce() {
        jira.directory().seed().group("g").user("ann", "Ann", "a@example.com");

        assertThat(client.post("/group/user?groupname=g", "{\"name\":\"ANN\"}").status())
                .isEqualTo(201);
        Answer again = client.post("/group/user?groupname=g", "{\"name\":\"ann\"}");
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.at("/errorMessages/0").asString()).contains("already a member");
        assertThat(client.delete("/group/user?groupname=g&username=ann").status())
                .isEqualTo(200);
        assertThat(client.delete("/group/user?groupname=g&username=ann").status())
                .isEqualTo(400);
        assertThat(jira.directory().changes())
                .extracting(DirectoryChange::what)
                .containsExactly(What.ADD_MEMBER, What.REMOVE_MEMBER);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /group/user?groupname=nope, {\"name\":\"admin\"}, 404",
        "POST, /group/user?groupname=jira-software-users, {\"name\":\"nobody\"}, 404",
        "POST, /group/user?groupname=jira-software-users, {\"name\":\"\"}, 400",
        "POST, /group/user, {\"name\":\"admin\"}, 400",
        "DELETE, /group/user?groupname=jira-administrators&username=admin, , 400",
        "DELETE, /group/user?groupname=jira-administrators&username=nobody, , 404",
        "GET, /group/member?groupname=, , 400",
        "GET, /group/member?groupname=nope, , 404",
        "POST, /group, {\"name\":\"\"}, 400",
        "POST, /group, {\"name\":\"JIRA-administrators\"}, 400",
        "DELETE, /group?groupname=nope, , 404",
        "DELETE, /group?groupname=jira-software-users&swapGroup=nope, , 400",
    })
    void refusesWhatJiraRefuses(String method, String path, String json, int status) {
        Answer answer = client.send(method, path, json, "Content-Type", "application/json");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().has("errorMessages")).isTrue();
        assertThat(jira.directory().changes()).isEmpty();
    }

    @Test
    void createsAndDeletesGroups() {
        assertThat(client.post("/group", "{\"name\":\"R&D <1>\"}").status()).isEqualTo(201);
        Answer picked = client.get("/groups/picker?query=r%26d");
        assertThat(picked.texts("/groups", "name")).containsExactly("R&D <1>");
        assertThat(picked.at("/groups/0/html").asString()).doesNotContain("<1>");
        assertThat(client.delete("/group?groupname=r%26d%20%3C1%3E").status()).isEqualTo(200);
        assertThat(jira.directory().groups()).containsExactly("jira-administrators", "jira-software-users");
    }

    @Test
    void picksGroupsWithoutPagesButWithATotal() {
        for (int i = 0; i < 30; i++) {
            jira.directory().seed().group("team-" + i);
        }

        assertThat(client.get("/groups/picker?query=team").at("/groups").size()).isEqualTo(20);
        assertThat(client.get("/groups/picker?query=team&maxResults=9999")
                        .at("/groups")
                        .size())
                .isEqualTo(30);
        jira.pickerLimit(25);
        Answer cut = client.get("/groups/picker?query=team&maxResults=9999");
        assertThat(cut.at("/groups").size()).isEqualTo(25);
        assertThat(cut.at("/total").asInt()).isEqualTo(30);
    }

    @Test
    void countsSeats() {
        jira.switches().seats(10);
        jira.directory()
                .seed()
                .user("ann", "Ann", "a@example.com")
                .member("ann", JiraSimulator.USERS)
                .active("ann", false);

        Answer roles = client.get("/applicationrole");

        assertThat(roles.json().isArray()).isTrue();
        assertThat(roles.at("/0/remainingSeats").asInt()).isEqualTo(9);
        assertThat(roles.texts("/0/groups", "")).containsExactly(JiraSimulator.USERS);
        assertThat(roles.headers().firstValue("ETag")).isPresent();
    }
}
