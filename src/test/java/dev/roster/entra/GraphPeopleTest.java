package dev.roster.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.directory.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GraphPeopleTest {

    private static Map<String, Object> user(@Nullable Object... more) {
        Map<String, Object> user = new HashMap<>(Map.of("id", "87d3", "accountEnabled", true));
        for (int i = 0; i < more.length; i += 2) {
            user.put(String.valueOf(more[i]), more[i + 1]);
        }
        return user;
    }

    private static Person person(Map<String, Object> user) {
        return GraphPeople.people(List.of(user)).get(0);
    }

    @Test
    void aUserBecomesAPerson() {
        Person person = person(user(
                "userPrincipalName", "AdeleV@contoso.com",
                "userType", "Member",
                "displayName", "Adele Vance",
                "mail", null,
                "department", " ",
                "employeeNumber", 1001,
                "accountEnabled", false));

        assertThat(person.id()).isEqualTo("87d3");
        assertThat(person.principalName()).isEqualTo("AdeleV@contoso.com");
        assertThat(person.enabled()).isFalse();
        assertThat(person.guest()).isFalse();
        assertThat(person.attributes())
                .containsOnlyKeys("id", "userPrincipalName", "userType", "displayName", "employeeNumber")
                .containsEntry("displayName", "Adele Vance")
                .containsEntry("employeeNumber", "1001");
    }

    @Test
    void extensionAttributesAndTheFirstOtherMailAreFlattened() {
        Map<String, Object> extensions =
                new HashMap<>(Map.of("extensionAttribute1", "cost", "extensionAttribute2", ""));
        extensions.put("extensionAttribute3", null);
        Person person = person(user(
                "onPremisesExtensionAttributes", extensions,
                "otherMails", List.of("first@x.example", "second@x.example"),
                "proxyAddresses", List.of("SMTP:a@x.example"),
                "manager@delta", List.of(Map.of("id", "1")),
                "@odata.type", "#microsoft.graph.user"));

        assertThat(person.attributes())
                .containsOnly(
                        Map.entry("id", "87d3"),
                        Map.entry("extensionAttribute1", "cost"),
                        Map.entry("otherMails", "first@x.example"));
    }

    @Test
    void eitherSignMakesAGuest() {
        assertThat(person(user("userType", "Guest")).guest()).isTrue();
        assertThat(person(user("userType", "guest")).guest()).isTrue();
        assertThat(person(user("userType", "Member", "userPrincipalName", "a_x.example#ext#@contoso.com"))
                        .guest())
                .isTrue();
        assertThat(person(user("userType", null, "userPrincipalName", "ext@contoso.com"))
                        .guest())
                .isFalse();
    }

    @Test
    void nobodyIsEnabledOrDisabledByAGuess() {
        for (@Nullable Object unclear : new @Nullable Object[] {null, "true", 1}) {
            assertThatThrownBy(() -> person(user("accountEnabled", unclear)))
                    .isInstanceOf(MalformedAnswer.class)
                    .hasMessageContaining("accountEnabled")
                    .hasMessageContaining("User.Read.All");
        }
    }

    @Test
    void aUserWithoutAUsableIdSpoilsTheAnswer() {
        for (@Nullable Object id : new @Nullable Object[] {null, "", 7, "x".repeat(65), ".", ".."}) {
            assertThatThrownBy(() -> person(user("id", id))).isInstanceOf(MalformedAnswer.class);
        }
    }

    @Test
    void theRemovedAreNoPeople() {
        Map<String, ?> removed = Map.of("id", "9", "@removed", Map.of("reason", "deleted"));

        assertThat(GraphPeople.people(List.of(removed, user())))
                .extracting(Person::id)
                .containsExactly("87d3");
    }

    @Test
    void selectsWhatIsAlwaysNeededAndTheAttributesOnceInOneOrder() {
        assertThat(GraphPeople.select(
                        Set.of("mail", "extensionAttribute2", "extensionAttribute15", "id", "displayName")))
                .isEqualTo("id,accountEnabled,userType,userPrincipalName,displayName,mail,"
                        + "onPremisesExtensionAttributes");
        assertThat(GraphPeople.select(Set.of("otherMails", "extension_ab12_costCentre")))
                .isEqualTo("id,accountEnabled,userType,userPrincipalName,extension_ab12_costCentre,otherMails");
    }

    @Test
    void anAttributeCannotSmuggleAnythingIntoTheAddress() {
        for (String attribute : List.of("", "mail&$filter=x", "a,b", "a b", "manager/id", "$top", "mäil")) {
            assertThatIllegalArgumentException().isThrownBy(() -> GraphPeople.select(Set.of(attribute)));
        }
    }
}
