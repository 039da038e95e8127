package dev.roster.demo.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.demo.product.DirectoryChange.What;
import dev.roster.demo.product.ProductClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfluenceSimulatorTest {

    private static final String ANN =
            "{\"userName\":\"ann\",\"fullName\":\"Ann\",\"email\":\"ann@example.com\",\"password\":\"secret\"}";

    private ConfluenceSimulator confluence = ConfluenceSimulator.start(ConfluenceVersion.V10_0);
    private ProductClient client = client();

    private ProductClient client() {
        return ProductClient.bearer(confluence, "/rest/api", SimulatedProduct.TOKEN);
    }

    private void restart(ConfluenceVersion version) {
        confluence.close();
        confluence = ConfluenceSimulator.start(version, "/wiki");
        client = client();
    }

    private DirectorySeed seed() {
        return confluence.directory().seed();
    }

    @AfterEach
    void stop() {
        confluence.close();
    }

    @ParameterizedTest
    @EnumSource(ConfluenceVersion.class)
    void everyVersionSaysWhatItIsInItsManifest(ConfluenceVersion version) {
        restart(version);
        ProductClient anonymous = ProductClient.anonymous(confluence, "/rest/applinks/1.0");

        Answer json = anonymous.send("GET", "/manifest", null, "Accept", "application/json");

        assertThat(json.at("/version").asString()).isEqualTo(version.number());
        assertThat(anonymous.get("/manifest").body()).contains("<version>" + version.number() + "</version>");
    }

    @ParameterizedTest
    @CsvSource({"V8_4, 405, 404, 404", "V9_0, 405, 404, 404", "V9_4, 204, 200, 200", "V10_0, 204, 200, 200"})
    void updatesUsersSince94(ConfluenceVersion version, int update, int active, int subgroups) {
        restart(version);
        seed().user("ann", "Ann", "a@example.com");

        assertThat(client.put("/admin/user/ann", "{\"fullName\":\"Ann B\"}").status())
                .isEqualTo(update);
        assertThat(client.get("/admin/users/list/active").status()).isEqualTo(active);
        assertThat(client.get("/group/confluence-users/groupmember").status()).isEqualTo(subgroups);
    }

    @Test
    void createsAUserWhoJoinsTheDefaultGroup() {
        Answer created = client.post("/admin/user", ANN);

        assertThat(created.status()).isEqualTo(201);
        String key = created.at("/userKey").asString();
        assertThat(key).hasSize(32);
        assertThat(client.get("/user?key=" + key).at("/username").asString()).isEqualTo("ann");
        assertThat(client.post("/admin/user", ANN).status()).isEqualTo(409);
        assertThat(confluence.directory().members(ConfluenceSimulator.USERS)).containsExactly("admin", "ann");
        assertThat(confluence.directory().changes())
                .extracting(DirectoryChange::what)
                .containsExactly(What.CREATE_USER, What.JOIN_DEFAULT_GROUP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ann", "ann b", "a+b", "o'neil", "a<b", "a,b", "anonymous", "a\\\\b"})
    void refusesUserNamesThatConfluenceRefuses(String name) {
        assertThat(client.post("/admin/user", ANN.replace("\"ann\"", '"' + name + '"'))
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"userName\":\"a\",\"fullName\":\"A\",\"email\":\"a@b\"}",
                "{\"userName\":\"a\",\"fullName\":\"A\",\"email\":\"a@b\",\"password\":\"x\",\"notifyViaEmail\":true}",
                "{\"userName\":\"a\",\"fullName\":\"A\",\"email\":\"nonsense\",\"password\":\"x\"}",
                "{\"userName\":\"a\",\"fullName\":\"<A>\",\"email\":\"a@b\",\"password\":\"x\"}",
                "{\"userName\":\"a\",\"fullName\":\"A\",\"emailAddress\":\"a@b\",\"password\":\"x\"}",
                "not json",
                "[]",
                "",
            })
    void refusesBodiesThatConfluenceRefuses(String json) {
        Answer answer = client.post("/admin/user", json);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/statusCode").asInt()).isEqualTo(400);
        assertThat(answer.at("/data/successful").asBoolean()).isFalse();
    }

    @Test
    void answers402WhenTheLicenceIsFull() {
        confluence.switches().seats(1);
        seed().user("bob", "Bob", "b@example.com");

        assertThat(client.post("/admin/user", ANN).status()).isEqualTo(402);
        assertThat(client.put("/user/bob/group/confluence-users").status()).isEqualTo(403);
    }

    @Test
    void neverShowsTheMailAddressInTheListOfUsers() {
        seed().user("ann", "Ann", "ann@example.com").member("ann", ConfluenceSimulator.USERS);
        seed().user("bob", "Bob", "bob@example.com").active("bob", false);

        Answer all = client.get("/user/list?expand=status");
        Answer active = client.get("/admin/users/list/active");

        assertThat(all.texts("/results", "status")).containsExactly("current", "current", "deactivated");
        assertThat(all.body()).doesNotContain("ann@example.com");
        assertThat(active.texts("/results", "email")).containsExactly("admin@example.com", "ann@example.com");
    }

    @Test
    void clampsPagesTo200AndSaysSo() {
        restart(ConfluenceVersion.V9_0);
        for (int i = 0; i < 250; i++) {
            String name = String.format("user%03d", i);
            seed().user(name, name, name + "@example.com").member(name, ConfluenceSimulator.USERS);
        }

        Answer first = client.get("/group/confluence-users/member?limit=1000&expand=status");
        String next = first.at("/_links/next").asString();
        Answer second =
                ProductClient.bearer(confluence, "", SimulatedProduct.TOKEN).get(next);

        assertThat(first.at("/limit").asInt()).isEqualTo(200);
        assertThat(first.at("/size").asInt()).isEqualTo(200);
        assertThat(first.at("/_links/context").asString()).isEqualTo("/wiki");
        assertThat(next).startsWith("/rest/api/group/").contains("expand=status");
        assertThat(second.at("/results").size()).isEqualTo(51);
        assertThat(second.at("/_links").has("next")).isFalse();
    }

    @Test
    void disablesAndEnablesAsOftenAsAsked() {
        seed().user("ann", "Ann", "a@example.com");

        assertThat(client.put("/admin/user/ann/disable").status()).isEqualTo(204);
        assertThat(client.put("/admin/user/ann/disable").status()).isEqualTo(204);
        assertThat(client.get("/user?username=ann&expand=status").at("/status").asString())
                .isEqualTo("deactivated");
        assertThat(client.put("/admin/user/ann/enable").status()).isEqualTo(204);
        assertThat(client.put("/admin/user/nobody/enable").status()).isEqualTo(404);
        assertThat(confluence.directory().changes())
                .extracting(DirectoryChange::what)
                .containsExactly(What.DEACTIVATE_USER, What.ACTIVATE_USER);
    }

    @Test
    void deletesInALongTask() {
        confluence.pollsUntilDeleted(2);
        seed().user("ann", "Ann", "a@example.com");

        Answer submitted = client.delete("/admin/user/ann");
        String task = "/longtask/" + submitted.at("/id").asString();

        assertThat(submitted.status()).isEqualTo(202);
        assertThat(client.get(task).at("/percentageComplete").asInt()).isEqualTo(50);
        assertThat(client.get("/user?username=ann").status()).isEqualTo(200);
        assertThat(client.get(task).at("/successful").asBoolean()).isTrue();
        assertThat(client.get("/user?username=ann").status()).isEqualTo(404);
        assertThat(client.get("/longtask/99").status()).isEqualTo(404);
    }

    @Test
    void changesMembershipsAsOftenAsAsked() {
        seed().group("team a+b").user("ann@example.com", "Ann", "a@example.com");
        String path = "/user/ann%40example.com/group/team%20a+b";

        assertThat(client.put(path).status()).isEqualTo(204);
        assertThat(client.put(path).status()).isEqualTo(204);
        assertThat(client.get("/user/memberof?username=ann@example.com").texts("/results", "name"))
                .containsExactly("team a+b");
        assertThat(client.delete(path).status()).isEqualTo(204);
        assertThat(client.delete(path).status()).isEqualTo(204);
        assertThat(client.put("/user/nobody/group/confluence-users").status()).isEqualTo(404);
        assertThat(client.put("/user/admin/group/nope").status()).isEqualTo(404);
        assertThat(client.put("/user/admin/group/a%2Fb").status()).isEqualTo(400);
        assertThat(confluence.directory().changes())
                .extracting(DirectoryChange::what)
                .containsExactly(What.ADD_MEMBER, What.REMOVE_MEMBER);
    }

    @Test
    void createsAndDeletesGroups() {
        assertThat(client.post("/admin/group", "{\"type\":\"group\",\"name\":\"Staff\"}")
                        .status())
                .isEqualTo(200);
        assertThat(client.post("/admin/group", "{\"type\":\"group\",\"name\":\"staff\"}")
                        .status())
                .isEqualTo(409);
        assertThat(client.post("/admin/group", "{\"type\":\"group\"}").status()).isEqualTo(400);
        assertThat(client.get("/group/STAFF").at("/name").asString()).isEqualTo("Staff");
        assertThat(client.delete("/admin/group/staff").status()).isEqualTo(204);
        assertThat(client.delete("/admin/group/staff").status()).isEqualTo(404);
        assertThat(client.delete("/admin/group/confluence-administrators").status())
                .isEqualTo(400);
    }

    @Test
    void mayAnswerAnonymousCallersWith200() {
        ProductClient anonymous = ProductClient.anonymous(confluence, "/rest/api");
        assertThat(anonymous.get("/user/current").status()).isEqualTo(401);

        confluence.anonymousAccess(true);

        assertThat(anonymous.get("/user/current").at("/type").asString()).isEqualTo("anonymous");
        assertThat(client.get("/user/current").at("/username").asString()).isEqualTo("admin");
    }

    @Test
    void saysWhenItIsReadOnly() {
        assertThat(client.get("/accessmode").json().asString()).isEqualTo("READ_WRITE");
        confluence.switches().readOnlyMode(true);
        assertThat(client.get("/accessmode").json().asString()).isEqualTo("READ_ONLY");
        assertThat(client.post("/admin/user", ANN).status()).isEqualTo(405);
    }
}
