package dev.roster.demo.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.demo.graph.GraphClient.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class GraphDeltaTest {

    private static final String PEOPLE = "/users/delta?$select=displayName,department";
    private static final String GROUPS = "/groups/delta?$select=displayName,members";

    private final MovedClock clock = new MovedClock();
    private final SimulatedTenant tenant = new SimulatedTenant("Contoso", "contoso.example");
    private final GraphSimulator simulator = GraphSimulator.start(tenant, clock);
    private GraphClient client = new GraphClient(simulator.url());

    private static final class MovedClock extends Clock {
        private volatile Instant now = Instant.parse("2026-03-01T00:00:00Z");

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

    /** All pages of a round. */
    private record Round(List<JsonNode> items, List<Integer> sizes, String deltaLink) {

        /** As in {@code Ann}, {@code -id changed}, {@code Team +id -id}. */
        List<String> told() {
            return items.stream().map(Round::told).toList();
        }

        private static String told(JsonNode item) {
            if (item.has("@removed")) {
                return "-" + item.path("@removed").path("reason").asString();
            }
            StringBuilder told = new StringBuilder(item.path("displayName").asString("?"));
            item.path("members@delta").forEach(member -> told.append(member.has("@removed") ? " -" : " +"));
            return told.toString();
        }
    }

    @BeforeEach
    void signIn() {
        client = GraphClient.signedIn(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Round round(String link, String... headers) {
        List<JsonNode> items = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String next = link;
        while (true) {
            Answer page = client.get(next, headers);
            assertThat(page.status()).as(page.response().body()).isEqualTo(200);
            page.json().path("value").forEach(items::add);
            sizes.add(page.json().path("value").size());
            next = page.nextLink();
            if (next.isEmpty()) {
                return new Round(
                        items, sizes, page.json().path("@odata.deltaLink").asString(""));
            }
        }
    }

    private static String people(int count) {
        return IntStream.range(0, count).mapToObj(i -> "P" + i).collect(Collectors.joining(" "));
    }

    private void addPeople(int count) {
        for (int i = 0; i < count; i++) {
            tenant.addPerson("p" + i + "@contoso.example", "P" + i);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"delta", "delta()", "microsoft.graph.delta", "microsoft.graph.delta()"})
    void theFirstRoundShowsEverybodyInPagesAndTheNextNobody(String spelling) {
        addPeople(7);
        simulator.behaviour().cutDeltaPages(3, 500);
        Round first = round("/users/" + spelling + "?$select=displayName");
        assertThat(String.join(" ", first.told())).isEqualTo(people(7));
        assertThat(first.sizes()).containsExactly(3, 3, 1);
        Round next = round(first.deltaLink());
        assertThat(next.items()).isEmpty();
        assertThat(next.deltaLink()).isNotEmpty();
    }

    @Test
    void laterRoundsShowChangesEachObjectOnceAsItIsNow() {
        addPeople(3);
        Round first = round(PEOPLE);
        tenant.changePerson("p1@contoso.example", person -> person.withDisplayName("Changed"));
        tenant.changePerson("p1@contoso.example", person -> person.withDisplayName("Changed twice"));
        tenant.addPerson("new@contoso.example", "New");
        Round second = round(first.deltaLink());
        assertThat(second.told()).containsExactly("Changed twice", "New");
        assertThat(round(second.deltaLink()).items()).isEmpty();
    }

    @Test
    void whatWasNeverSetIsAbsentAndWhatWasClearedIsNull() {
        addPeople(1);
        Round first = round(PEOPLE);
        assertThat(first.items().get(0).has("department")).isFalse();
        tenant.changePerson("p0@contoso.example", person -> person.with("department", "IT"));
        Round second = round(first.deltaLink());
        tenant.changePerson("p0@contoso.example", person -> person.with("department", null));
        assertThat(round(second.deltaLink()).items().get(0).get("department").isNull())
                .isTrue();
    }

    @Test
    void aMinimalAnswerShowsOnlyWhatChanged() {
        addPeople(1);
        Round first = round(PEOPLE);
        tenant.changePerson("p0@contoso.example", person -> person.with("department", "IT"));
        JsonNode minimal =
                round(first.deltaLink(), "Prefer", "return=minimal").items().get(0);
        assertThat(minimal.has("displayName")).isFalse();
        assertThat(minimal.path("department").asString()).isEqualTo("IT");
        assertThat(round(first.deltaLink()).told()).containsExactly("P0");
    }

    @Test
    void whoIsDeletedRestoredAndDeletedForGoodIsToldOfPeopleButOfGroupsOnlyAtTheEnd() {
        addPeople(1);
        String id = tenant.people().get(0).id();
        tenant.addMember(tenant.addGroup("Team").id(), id);
        Round people = round(PEOPLE);
        Round groups = round(GROUPS);
        tenant.deletePerson(id, clock.now);
        people = round(people.deltaLink());
        assertThat(people.told()).containsExactly("-changed");
        tenant.restorePerson(id);
        people = round(people.deltaLink());
        assertThat(people.told()).containsExactly("P0");
        groups = round(groups.deltaLink());
        assertThat(groups.items()).isEmpty();
        tenant.deletePerson(id, clock.now);
        tenant.purgePerson(id);
        assertThat(round(people.deltaLink()).told()).containsExactly("-deleted");
        assertThat(round(groups.deltaLink()).told()).containsExactly("Team -");
    }

    @Test
    void aGroupIsSplitOverPagesAndOneWithoutMembersHasNone() {
        addPeople(5);
        tenant.addGroup("Empty");
        String team = tenant.addGroup("Team").id();
        tenant.people().forEach(person -> tenant.addMember(team, person.id()));
        tenant.addGroup("Other");
        simulator.behaviour().cutDeltaPages(200, 2);
        Round first = round(GROUPS);
        assertThat(first.told()).containsExactly("Empty", "Team + +", "Team + +", "Team +", "Other");
        assertThat(first.items().get(0).has("members@delta")).isFalse();
        tenant.people().forEach(person -> tenant.removeMember(team, person.id()));
        assertThat(round(first.deltaLink()).told()).containsExactly("Team - -", "Team - -", "Team -");
    }

    @Test
    void groupsAreDeletedInTwoWays() {
        String security = tenant.addGroup("Security").id();
        String office = tenant.add(SimulatedGroup.microsoft365(tenant.nextId(), "Office"))
                .id();
        Round first = round(GROUPS);
        tenant.deleteGroup(security);
        tenant.deleteGroup(office);
        assertThat(round(first.deltaLink()).told()).containsExactly("-deleted", "-changed");
    }

    @Test
    void membersAreShownOnlyWhenSelected() {
        addPeople(1);
        tenant.addMember(tenant.addGroup("Team").id(), tenant.people().get(0).id());
        assertThat(round("/groups/delta?$select=displayName").told()).containsExactly("Team");
        assertThat(round("/groups/delta").told()).containsExactly("Team +");
    }

    @Test
    void latestShowsNothingAndBeginsNow() {
        addPeople(2);
        Round latest = round("/users/delta?$deltatoken=latest&$select=displayName");
        assertThat(latest.items()).isEmpty();
        tenant.addPerson("new@contoso.example", "New");
        assertThat(round(latest.deltaLink()).told()).containsExactly("New");
    }

    @Test
    void onlyIdsCanBeFilteredAndAtMostFifty() {
        addPeople(3);
        String id = tenant.people().get(1).id();
        assertThat(round("/users/delta?$select=displayName&$filter=id%20eq%20'" + id + "'")
                        .told())
                .containsExactly("P1");
        assertThat(client.get("/users/delta?$filter=accountEnabled%20eq%20true").status())
                .isEqualTo(400);
        String many =
                IntStream.range(0, 51).mapToObj(i -> "id%20eq%20'0-" + i + "'").collect(Collectors.joining("%20or%20"));
        assertThat(client.get("/users/delta?$filter=" + many).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$top=5", "$orderby=displayName", "$expand=members", "$count=true", "$search=x"})
    void furtherParametersAreRefused(String parameter) {
        assertThat(client.get("/groups/delta?" + parameter).status()).isEqualTo(400);
    }

    @Test
    void aTokenBringsItsQueryAndTakesNoOther() {
        addPeople(3);
        simulator.behaviour().cutDeltaPages(2, 500);
        String next = client.get(PEOPLE).nextLink();
        assertThat(client.get(next + "&$select=id").status()).isEqualTo(400);
        assertThat(client.get(next.replace("/users/", "/groups/")).status()).isEqualTo(400);
        assertThat(client.get("/users/delta?$deltatoken=nonsense").status()).isEqualTo(400);
    }

    @Test
    void aTokenLivesForSevenDays() {
        Round first = round(PEOPLE);
        clock.now = clock.now.plus(Duration.ofDays(6));
        client.signIn();
        Round second = round(first.deltaLink());
        clock.now = clock.now.plus(Duration.ofDays(6));
        client.signIn();
        Answer over = client.get(first.deltaLink());
        assertThat(over.status()).isEqualTo(400);
        assertThat(over.errorCode()).isEqualTo("syncStateNotFound");
        assertThat(round(second.deltaLink()).items()).isEmpty();
    }

    @Test
    void tokensCanBeLetExpireWithAnAddressToBeginAnew() {
        Round first = round(PEOPLE);
        simulator.behaviour().expireDeltaTokens(DeltaExpiry.GONE);
        Answer gone = client.get(first.deltaLink());
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.header("Location")).startsWith(simulator.url() + "/v1.0/users/delta?$deltatoken=");
    }

    @Test
    void changesCanBeHeldBack() {
        addPeople(1);
        Round round = round(PEOPLE);
        simulator.behaviour().holdChangesBack(true);
        round = round(round.deltaLink());
        tenant.addPerson("new@contoso.example", "New");
        round = round(round.deltaLink());
        assertThat(round.items()).isEmpty();
        simulator.behaviour().holdChangesBack(false);
        assertThat(round(round.deltaLink()).told()).containsExactly("New");
    }

    @Test
    void changesCanBeShownAgainAndObjectsTwice() {
        addPeople(1);
        Round round = round(PEOPLE);
        tenant.disable("p0@contoso.example");
        simulator.behaviour().replayChanges(10);
        simulator.behaviour().repeatObjects(true);
        round = round(round.deltaLink());
        assertThat(round.told()).containsExactly("P0", "P0");
        assertThat(round(round.deltaLink()).told()).containsExactly("P0", "P0");
    }

    @Test
    void aFirstRoundCanBeginWithAnEmptyPageAndWithRemovals() {
        addPeople(1);
        tenant.deletePerson(tenant.addPerson("gone@contoso.example", "Gone").id(), clock.now);
        simulator.behaviour().startWithEmptyPages(true);
        simulator.behaviour().startWithRemovals(true);
        Round round = round(PEOPLE);
        assertThat(round.sizes()).containsExactly(0, 4);
        assertThat(round.told()).containsExactly("-changed", "-deleted", "-changed", "P0");
    }

    @Test
    void linksCanLeadAstray() {
        simulator.behaviour().linkPages(NextLinks.FOREIGN_HOST);
        assertThat(round(PEOPLE).deltaLink()).startsWith("https://graph.attacker.example/v1.0/users/delta?");
    }

    @Test
    void permissionsAreNeeded() {
        simulator.behaviour().grant(Set.of("User.ReadBasic.All"));
        client.signIn();
        assertThat(client.get(PEOPLE).status()).isEqualTo(403);
        assertThat(client.get(GROUPS).status()).isEqualTo(403);
    }
}
