package dev.roster.demo.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.demo.product.DirectoryChange.What;
import dev.roster.demo.product.ProductClient.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BitbucketSimulatorTest {

    private static final String ANN = "/admin/users?name=ann&displayName=Ann&emailAddress=ann@example.com";

    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private BitbucketSimulator bitbucket = BitbucketSimulator.start(BitbucketVersion.V9, "", new MovableClock());
    private ProductClient client = client("/rest/api/latest");

    private final class MovableClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private ProductClient client(String root) {
        return ProductClient.basic(bitbucket, root, SimulatedProduct.ADMIN, SimulatedProduct.PASSWORD);
    }

    private DirectorySeed seed() {
        return bitbucket.directory().seed();
    }

    @AfterEach
    void stop() {
        bitbucket.close();
    }

    @ParameterizedTest
    @EnumSource(BitbucketVersion.class)
    void everyVersionSaysWhatItIs(BitbucketVersion version) {
        bitbucket.close();
        bitbucket = BitbucketSimulator.start(version, "/bitbucket");
        client = client("/rest/api/1.0");

        assertThat(ProductClient.anonymous(bitbucket, "/rest/api/latest")
                        .get("/application-properties")
                        .at("/version")
                        .asString())
                .isEqualTo(version.number());
        assertThat(client.get("/admin/user-directories").status())
                .isEqualTo(version == BitbucketVersion.V8 ? 404 : 200);
    }

    @Test
    void letsNoTokenAdminister() {
        ProductClient bearer = ProductClient.bearer(bitbucket, "/rest/api/latest", SimulatedProduct.TOKEN);
        ProductClient asPassword =
                ProductClient.basic(bitbucket, "/rest/api/latest", SimulatedProduct.ADMIN, SimulatedProduct.TOKEN);

        assertThat(bearer.get("/admin/users").status()).isEqualTo(401);
        assertThat(asPassword.get("/admin/users").status()).isEqualTo(401);
        assertThat(bearer.get("/admin/users").at("/errors/0/exceptionName").asString())
                .isEqualTo("com.atlassian.bitbucket.AuthorisationException");
        assertThat(bearer.get("/users/admin").status()).isEqualTo(200);
    }

    @Test
    void createsAUserFromTheQuery() {
        Answer created = client.post(ANN + "&password=secret&addToDefaultGroup=false");

        assertThat(created.status()).isEqualTo(204);
        assertThat(created.body()).isEmpty();
        assertThat(client.post(ANN + "&password=secret").status()).isEqualTo(409);
        assertThat(client.get("/users/ann").at("/emailAddress").asString()).isEqualTo("ann@example.com");
        assertThat(bitbucket.directory().groupsOf("ann")).isEmpty();
        assertThat(bitbucket.directory().changes())
                .extracting(DirectoryChange::what)
                .containsExactly(What.CREATE_USER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/users?displayName=Ann&emailAddress=ann@example.com&password=x",
                "/admin/users?name=ann&emailAddress=ann@example.com&password=x",
                "/admin/users?name=ann&displayName=Ann&password=x",
                "/admin/users?name=ann&displayName=Ann&emailAddress=nonsense&password=x",
                ANN,
                ANN + "&notify=true",
            })
    void refusesAUserWithoutWhatItNeeds(String path) {
        assertThat(client.post(path).status()).isEqualTo(400);
    }

    @Test
    void countsSeatsOnlyForUsersWhoMayLogIn() {
        bitbucket.switches().seats(1);

        assertThat(client.post(ANN + "&password=x").status()).isEqualTo(403);
        assertThat(client.post(ANN + "&password=x&addToDefaultGroup=false").status())
                .isEqualTo(204);
        assertThat(client.post("/admin/groups/add-users", "{\"group\":\"stash-users\",\"users\":[\"ann\"]}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void filtersByAPartOfNameDisplayNameOrMail() {
        seed().user("ann", "Ann Smith", "a@example.com").user("joanna", "Jo", "jo@example.com");

        assertThat(client.get("/admin/users?filter=NN").texts("/values", "name"))
                .containsExactly("ann", "joanna");
        assertThat(client.get("/admin/users?filter=smith").texts("/values", "name"))
                .containsExactly("ann");
        assertThat(client.get("/users?filter=jo@").texts("/values", "name")).containsExactly("joanna");
        assertThat(client.get("/users?filter=jo@").at("/values/0").has("directoryName"))
                .isFalse();
    }

    @Test
    void cutsPagesToWhatTheAdministratorAllows() {
        seed().user("ann", "Ann", "a@example.com").user("bob", "Bob", "b@example.com");
        bitbucket.mostUsersPerPage(2);

        Answer first = client.get("/admin/users?limit=500");
        Answer second = client.get(
                "/admin/users?limit=500&start=" + first.at("/nextPageStart").asInt());

        assertThat(first.at("/limit").asInt()).isEqualTo(2);
        assertThat(first.at("/isLastPage").asBoolean()).isFalse();
        assertThat(second.texts("/values", "name")).containsExactly("bob");
        assertThat(second.at("/nextPageStart").isNull()).isTrue();
    }

    @Test
    void readsAUserByItsSlug() {
        seed().user("Ann@Example.com", "Ann", "a@example.com");

        assertThat(client.get("/users/ann_example.com").at("/name").asString()).isEqualTo("Ann@Example.com");
        assertThat(client.get("/users/ann%40example.com").status()).isEqualTo(404);
    }

    @Test
    void updatesByTheFieldEmailNotEmailAddress() {
        seed().user("ann", "Ann", "a@example.com");

        assertThat(client.put("/admin/users", "{\"name\":\"ann\",\"emailAddress\":\"x@example.com\"}")
                        .status())
                .isEqualTo(400);
        Answer updated =
                client.put("/admin/users", "{\"name\":\"ann\",\"displayName\":\"A\",\"email\":\"x@example.com\"}");
        assertThat(updated.at("/emailAddress").asString()).isEqualTo("x@example.com");
        assertThat(client.put("/admin/users", "{\"name\":\"nobody\"}").status()).isEqualTo(404);
    }

    @Test
    void keepsTheIdWhenRenaming() {
        seed().user("ann", "Ann", "a@example.com").member("ann", BitbucketSimulator.USERS);
        int id = client.get("/users/ann").at("/id").asInt();

        Answer renamed = client.post("/admin/users/rename", "{\"name\":\"ann\",\"newName\":\"zoe\"}");

        assertThat(renamed.at("/id").asInt()).isEqualTo(id);
        assertThat(client.get("/users/ann").status()).isEqualTo(404);
        assertThat(bitbucket.directory().groupsOf("zoe")).containsExactly(BitbucketSimulator.USERS);
        assertThat(client.post("/admin/users/rename", "{\"name\":\"zoe\",\"newName\":\"admin\"}")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"6, true", "8, false"})
    void keepsTheIdOfADeletedUserForSevenDays(int days, boolean same) {
        client.post(ANN + "&password=x");
        int id = client.get("/users/ann").at("/id").asInt();

        Answer deleted = client.delete("/admin/users?name=ann");
        now = now.plus(Duration.ofDays(days));
        client.post(ANN + "&password=x&addToDefaultGroup=false");

        assertThat(deleted.at("/name").asString()).isEqualTo("ann");
        assertThat(client.get("/users/ann").at("/id").asInt() == id).isEqualTo(same);
        assertThat(bitbucket.directory().groupsOf("ann")).isEmpty();
        assertThat(client.delete("/admin/users?name=admin").status()).isEqualTo(409);
        assertThat(client.delete("/admin/users?name=nobody").status()).isEqualTo(404);
    }

    @Test
    void addsAllOrNone() {
        seed().group("g").user("ann", "Ann", "a@example.com");
        String some = "{\"group\":\"g\",\"users\":[\"ann\",\"nobody\"]}";

        assertThat(client.post("/admin/groups/add-users", some).status()).isEqualTo(404);
        assertThat(bitbucket.directory().members("g")).isEmpty();
        bitbucket.partialBulkAdds(true);
        assertThat(client.post("/admin/groups/add-users", some).status()).isEqualTo(404);
        assertThat(bitbucket.directory().members("g")).containsExactly("ann");
    }

    @Test
    void addsAndRemovesMembers() {
        seed().group("g").group("h").user("ann", "Ann", "a@example.com");

        client.post("/admin/users/add-groups", "{\"user\":\"ann\",\"groups\":[\"g\",\"h\"]}");
        Answer again = client.post("/admin/users/add-groups", "{\"user\":\"ann\",\"groups\":[\"g\"]}");
        Answer removed = client.post("/admin/users/remove-group", "{\"context\":\"ann\",\"itemName\":\"g\"}");

        assertThat(again.status()).isEqualTo(200);
        assertThat(removed.status()).isEqualTo(200);
        assertThat(client.get("/admin/users/more-members?context=ann").texts("/values", "name"))
                .containsExactly("h");
        assertThat(client.get("/admin/groups/more-members?context=h").texts("/values", "name"))
                .containsExactly("ann");
        assertThat(client.get("/users?group=h").texts("/values", "name")).containsExactly("ann");
        assertThat(client.post("/admin/users/remove-group", "{\"context\":\"ann\",\"itemName\":\"g\"}")
                        .status())
                .isEqualTo(404);
        assertThat(client.post(
                                "/admin/users/remove-group",
                                "{\"context\":\"admin\",\"itemName\":\"bitbucket-administrators\"}")
                        .status())
                .isEqualTo(403);
        assertThat(bitbucket.directory().changes()).hasSize(3);
    }

    @Test
    void leavesUsersOfReadOnlyDirectoriesAlone() {
        seed().group("g").readOnlyUser("ldap", "From LDAP", "l@example.com");

        assertThat(client.get("/admin/users?filter=ldap")
                        .at("/values/0/mutableGroups")
                        .asBoolean(true))
                .isFalse();
        assertThat(client.post("/admin/groups/add-users", "{\"group\":\"g\",\"users\":[\"ldap\"]}")
                        .status())
                .isEqualTo(403);
        assertThat(client.delete("/admin/users?name=ldap").status()).isEqualTo(403);
        assertThat(client.get("/admin/user-directories").texts("", "type")).containsExactly("INTERNAL", "CONNECTOR");
    }

    @Test
    void createsAndDeletesGroups() {
        Answer created = client.post("/admin/groups?name=Team+A");

        assertThat(created.status()).isEqualTo(200);
        assertThat(created.at("/name").asString()).isEqualTo("Team A");
        assertThat(client.post("/admin/groups?name=team%20a").status()).isEqualTo(409);
        assertThat(client.get("/groups?filter=team").texts("/values", "")).containsExactly("Team A");
        assertThat(client.delete("/admin/groups?name=team%20a").status()).isEqualTo(200);
        assertThat(client.delete("/admin/groups?name=team%20a").status()).isEqualTo(404);
        assertThat(client.delete("/admin/groups?name=bitbucket-administrators").status())
                .isEqualTo(409);
    }

    @Test
    void grantsGlobalPermissionsToGroups() {
        seed().group("g").group("h");

        assertThat(client.put("/admin/permissions/groups?name=g&name=h&permission=LICENSED_USER")
                        .status())
                .isEqualTo(204);
        assertThat(client.get("/admin/permissions/groups?filter=g")
                        .at("/values")
                        .size())
                .isEqualTo(1);
        assertThat(client.get("/admin/permissions/groups").at("/size").asInt()).isEqualTo(4);
        assertThat(client.put("/admin/permissions/groups?name=g&permission=KING")
                        .status())
                .isEqualTo(400);
        assertThat(client.put("/admin/permissions/groups?name=nope&permission=ADMIN")
                        .status())
                .isEqualTo(404);
        assertThat(client.delete("/admin/permissions/groups?name=g").status()).isEqualTo(204);
        assertThat(client.delete("/admin/permissions/groups?name=bitbucket-administrators")
                        .status())
                .isEqualTo(409);
    }
}
