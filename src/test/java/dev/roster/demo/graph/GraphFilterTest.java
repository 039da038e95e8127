package dev.roster.demo.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphFilterTest {

    private final SimulatedTenant tenant = new SimulatedTenant("Contoso", "contoso.example");
    private final GraphSimulator simulator = GraphSimulator.start(tenant);
    private GraphClient client = new GraphClient(simulator.url());

    @BeforeEach
    void signInToAFewPeople() {
        client = GraphClient.signedIn(simulator);
        tenant.addPerson("ann@contoso.example", "Ann O'Brien");
        tenant.addPerson("bob@contoso.example", "Bob");
        tenant.changePerson("bob@contoso.example", person -> person.with("department", "R&D"));
        tenant.disable("bob@contoso.example");
        tenant.add(SimulatedPerson.of(tenant.nextId(), "cy_home.example#EXT#@contoso.example", "Cy")
                .withUserType(SimulatedPerson.GUEST)
                .withExtensionAttribute(1, "yes"));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private GraphClient.Answer filtered(String filter, String... headers) {
        String count = headers.length > 0 ? "&$count=true" : "";
        return client.get("/users?$select=id,displayName" + count + "&$filter=" + GraphClient.encoded(filter), headers);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "accountEnabled eq true | Ann O'Brien,Cy",
                "accountEnabled eq true and userType eq 'Member' | Ann O'Brien",
                "userType eq 'Guest' or department eq 'R&D' | Bob,Cy",
                "displayName eq 'ann o''brien' | Ann O'Brien",
                "startsWith(displayName,'B') | Bob",
                "startswith(userPrincipalName, 'cy_home.example#EXT#') | Cy",
                "displayName in ('Bob','Cy') | Bob,Cy",
                "(userType eq 'Guest' or userType eq 'Member') and accountEnabled eq false | Bob"
            })
    void theCommonFormsWork(String filter, String names) {
        assertThat(String.join(",", filtered(filter).values("displayName"))).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "userType ne 'Guest' | Ann O'Brien,Bob",
                "not startsWith(displayName,'B') | Ann O'Brien,Cy",
                "endsWith(userPrincipalName,'#EXT#@contoso.example') | Cy",
                "department eq null | Ann O'Brien,Cy",
                "onPremisesExtensionAttributes/extensionAttribute1 eq 'yes' | Cy"
            })
    void theAdvancedFormsWorkOnlyInAnAdvancedQuery(String filter, String names) {
        assertThat(String.join(
                        ",", filtered(filter, "ConsistencyLevel", "eventual").values("displayName")))
                .isEqualTo(names);
        assertThat(filtered(filter).errorCode()).isEqualTo("Request_UnsupportedQuery");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nickName eq 'x'",
                "displayName lt 'B'",
                "contains(displayName,'B')",
                "displayName eq",
                "displayName eq 'Bob' and",
                "displayName eq 'Bob' displayName eq 'Cy'",
                "(displayName eq 'Bob'",
                "displayName eq Bob",
                "displayName eq 'Bob",
                "1 eq 1"
            })
    void whatIsNotKnownOrNotWellFormedIsRefused(String filter) {
        assertThat(filtered(filter).status()).isEqualTo(400);
    }

    @Test
    void moreThanFifteenValuesAreTooMany() {
        assertThat(filtered("id in (" + String.join(",", Collections.nCopies(15, "'x'")) + ")")
                        .status())
                .isEqualTo(200);
        assertThat(filtered("id in (" + String.join(",", Collections.nCopies(16, "'x'")) + ")")
                        .errorCode())
                .isEqualTo("Request_UnsupportedQuery");
    }

    @Test
    void aFilterGoesOnOverThePages() {
        for (int i = 0; i < 50; i++) {
            tenant.addPerson("p" + i + "@contoso.example", i % 2 == 0 ? "Even " + i : "Odd " + i);
        }

        assertThat(client.all("/users?$top=7&$filter=startsWith(displayName,'Odd')", "displayName"))
                .hasSize(25);
    }

    @Test
    void groupsAreFoundByTheirKind() {
        tenant.addGroup("security");
        tenant.add(SimulatedGroup.microsoft365(tenant.nextId(), "team"));

        assertThat(client.get("/groups?$filter=groupTypes/any(c:c%20eq%20'Unified')")
                        .values("displayName"))
                .containsExactly("team");
        assertThat(client.get("/groups?$filter=securityEnabled%20eq%20true").values("displayName"))
                .containsExactly("security");
    }
}
