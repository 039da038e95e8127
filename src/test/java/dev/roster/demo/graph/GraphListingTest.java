package dev.roster.demo.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GraphListingTest {

    private final SimulatedTenant tenant = new SimulatedTenant("Contoso", "contoso.example");
    private final GraphSimulator simulator = GraphSimulator.start(tenant);
    private GraphClient client = new GraphClient(simulator.url());

    @BeforeEach
    void signIn() {
        client = GraphClient.signedIn(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private void addPeople(int count) {
        for (int i = 1; i <= count; i++) {
            tenant.addPerson("person" + i + "@contoso.example", "Person " + i);
        }
    }

    @Test
    void aPageHoldsAHundredUnlessMoreAreAskedFor() {
        addPeople(250);

        assertThat(client.get("/users").values("id")).hasSize(100);
        assertThat(client.get("/users?$top=200").values("id")).hasSize(200);
        assertThat(client.get("/users?$top=999").nextLink()).isEmpty();
    }

    @Test
    void theNextLinksLeadThroughEverybodyOnce() {
        addPeople(250);

        assertThat(client.all("/users?$select=id,displayName&$top=60", "displayName"))
                .hasSize(250)
                .doesNotHaveDuplicates()
                .startsWith("Person 1")
                .endsWith("Person 250");
    }

    @Test
    void aTopOver999IsRefused() {
        assertThat(client.get("/users?$top=1000").errorCode()).isEqualTo("Request_UnsupportedQuery");
        assertThat(client.get("/users?$top=0").status()).isEqualTo(400);
    }

    @Test
    void peopleAddedOrDeletedBetweenPagesNeitherDoubleNorHideOthers() {
        addPeople(10);
        GraphClient.Answer first = client.get("/users?$top=5&$select=displayName");
        tenant.deletePerson("person3@contoso.example", Instant.EPOCH);
        tenant.addPerson("late@contoso.example", "Late");

        assertThat(client.all(first.nextLink(), "displayName"))
                .containsExactly("Person 6", "Person 7", "Person 8", "Person 9", "Person 10", "Late");
    }

    @Test
    void onlyWhatIsSelectedComesAndWhatIsNotSetIsNull() {
        tenant.addPerson("a@contoso.example", "A");

        JsonNode person = client.get("/users?$select=id,department,otherMails,accountEnabled")
                .json()
                .path("value")
                .path(0);

        assertThat(person.propertyNames())
                .containsExactlyInAnyOrder("id", "department", "otherMails", "accountEnabled");
        assertThat(person.get("department").isNull()).isTrue();
        assertThat(person.get("otherMails").isArray()).isTrue();
    }

    @Test
    void withoutSelectOnlyTheDefaultsCome() {
        tenant.addPerson("a@contoso.example", "A");

        JsonNode person = client.get("/users").json().path("value").path(0);

        assertThat(person.propertyNames()).contains("displayName", "mail").doesNotContain("accountEnabled", "userType");
    }

    @Test
    void extensionAttributesComeAllFifteenAtOnce() {
        tenant.add(SimulatedPerson.of(tenant.nextId(), "a@contoso.example", "A").withExtensionAttribute(3, "x"));

        JsonNode attributes = client.get("/users?$select=onPremisesExtensionAttributes")
                .json()
                .at("/value/0/onPremisesExtensionAttributes");

        assertThat(attributes.size()).isEqualTo(15);
        assertThat(attributes.path("extensionAttribute3").asString()).isEqualTo("x");
    }

    @Test
    void anUnknownPropertyIsRefused() {
        assertThat(client.get("/users?$select=id,nickName").errorCode()).isEqualTo("BadRequest");
    }

    @Test
    void aListThatSelectsSkillsIsNotImplemented() {
        assertThat(client.get("/users?$select=id,skills").status()).isEqualTo(501);
    }

    @Test
    void aPersonIsFoundByIdAndByPrincipalNameWhateverItsCase() {
        SimulatedPerson guest = tenant.addPerson("jane_home.example#EXT#@contoso.example", "Jane");

        assertThat(client.get("/users/" + guest.id()).json().path("displayName").asString())
                .isEqualTo("Jane");
        assertThat(client.get("/users/JANE_home.example%23EXT%23@contoso.example")
                        .json()
                        .path("id")
                        .asString())
                .isEqualTo(guest.id());
        assertThat(client.get("/users/nobody@contoso.example").errorCode()).isEqualTo("Request_ResourceNotFound");
    }

    @Test
    void aDeletedPersonIsAmongTheDeletedOnlyUnderAPrefixedPrincipalName() {
        SimulatedPerson person = tenant.addPerson("gone@contoso.example", "Gone");
        tenant.deletePerson(person.id(), Instant.parse("2026-08-01T10:11:12Z"));

        assertThat(client.get("/users").values("id")).isEmpty();
        assertThat(client.get("/users/" + person.id()).status()).isEqualTo(404);
        assertThat(client.get("/directory/deletedItems/microsoft.graph.user?$select=id,userPrincipalName")
                        .values("userPrincipalName"))
                .containsExactly(person.id().replace("-", "") + "gone@contoso.example");
        assertThat(client.get("/directory/deletedItems").status()).isEqualTo(400);
    }

    @Test
    void theCountComesOnlyInAnEventuallyConsistentQueryAndOnTheFirstPage() {
        addPeople(5);

        GraphClient.Answer counted = client.get("/users?$count=true&$top=3", "ConsistencyLevel", "eventual");

        assertThat(counted.json().path("@odata.count").asInt()).isEqualTo(5);
        assertThat(client.get(counted.nextLink(), "ConsistencyLevel", "eventual")
                        .json()
                        .has("@odata.count"))
                .isFalse();
        assertThat(client.get("/users?$count=true").json().has("@odata.count")).isFalse();
        assertThat(client.get("/users/$count").errorCode()).isEqualTo("Request_BadRequest");
        assertThat(client.get("/users/$count", "ConsistencyLevel", "eventual")
                        .response()
                        .body())
                .isEqualTo("5");
    }

    @Test
    void theOrganizationIsNamed() {
        assertThat(client.get("/organization").values("displayName")).containsExactly("Contoso");
    }

    @Test
    void whatGraphDoesNotHaveIsABadRequest() {
        assertThat(client.get("/persons").errorCode()).isEqualTo("BadRequest");
        assertThat(client.get("/users?$skip=5").status()).isEqualTo(400);
        assertThat(client.get("/users?$search=%22displayName:a%22").status()).isEqualTo(400);
    }

    @Test
    void nothingCanBeWritten() {
        SimulatedGroup group = tenant.addGroup("jira-users");

        assertThat(client.send("DELETE", "/groups/" + group.id()).errorCode()).isEqualTo("Authorization_RequestDenied");
        assertThat(client.send("DELETE", "/users/x").status()).isEqualTo(403);
        assertThat(client.post("/users", "{}").status()).isEqualTo(403);
    }

    @Test
    void pagesAreWholeWhileTheTenantChanges() {
        addPeople(300);
        SimulatedGroup group = tenant.addGroup("jira-users");
        tenant.people().forEach(person -> tenant.addMember(group.id(), person.id()));
        String members = "/groups/" + group.id() + "/members?$select=id&$top=20";

        CompletableFuture<List<String>> read = CompletableFuture.supplyAsync(() -> client.all(members, "id"));
        for (int i = 1; i <= 100; i++) {
            tenant.deletePerson("person" + i + "@contoso.example", Instant.EPOCH);
            tenant.addMember(
                    group.id(),
                    tenant.addPerson("new" + i + "@contoso.example", "New").id());
        }

        assertThat(read.join())
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(200)
                .containsAll(idsOfPeople(101, 300));
    }

    private List<String> idsOfPeople(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(i -> tenant.person("person" + i + "@contoso.example").orElseThrow())
                .map(SimulatedPerson::id)
                .toList();
    }
}
