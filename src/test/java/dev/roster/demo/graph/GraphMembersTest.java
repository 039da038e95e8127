package dev.roster.demo.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GraphMembersTest {

    private static final String[] ADVANCED = {"ConsistencyLevel", "eventual"};

    private final SimulatedTenant tenant = new SimulatedTenant("Contoso", "contoso.example");
    private final GraphSimulator simulator = GraphSimulator.start(tenant);
    private final SimulatedGroup group = tenant.addGroup("jira-users");
    private final SimulatedPerson ann = tenant.addPerson("ann@contoso.example", "Ann");
    private final SimulatedPerson bob = tenant.addPerson("bob@contoso.example", "Bob");
    private GraphClient client = new GraphClient(simulator.url());

    @BeforeEach
    void signIn() {
        client = GraphClient.signedIn(simulator);
        tenant.addMember(group.id(), ann.id());
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private String members(SimulatedGroup of) {
        return "/groups/" + of.id() + "/members";
    }

    @Test
    void membersOfEveryTypeComeWithTheirType() {
        tenant.addMember(group.id(), tenant.addGroup("inner").id());
        tenant.addMember(
                group.id(),
                tenant.add(SimulatedThing.device(tenant.nextId(), "PC")).id());
        tenant.addMember(
                group.id(),
                tenant.add(SimulatedThing.orgContact(tenant.nextId(), "Mail")).id());

        assertThat(client.get(members(group) + "?$select=id").values("@odata.type"))
                .containsExactlyInAnyOrder(
                        "#microsoft.graph.user",
                        "#microsoft.graph.group",
                        "#microsoft.graph.device",
                        "#microsoft.graph.orgContact");
    }

    @Test
    void servicePrincipalsAreMissingFromTheListUnlessSwitchedOn() {
        tenant.addMember(
                group.id(),
                tenant.add(SimulatedThing.servicePrincipal(tenant.nextId(), "App"))
                        .id());

        assertThat(client.get(members(group)).values("id")).containsExactly(ann.id());
        simulator.behaviour().listServicePrincipals(true);
        assertThat(client.get(members(group)).values("id")).hasSize(2);
    }

    @Test
    void withoutPermissionForPeopleMembersAreBareIds() {
        simulator.behaviour().grant(Set.of("GroupMember.Read.All"));
        client.signIn();

        JsonNode member =
                client.get(members(group) + "?$select=id,displayName").json().at("/value/0");

        assertThat(member.path("id").asString()).isEqualTo(ann.id());
        assertThat(member.path("displayName").isNull()).isTrue();
    }

    @Test
    void hiddenMembersComeOnlyWithTheirOwnPermission() {
        SimulatedGroup hidden = tenant.add(SimulatedGroup.microsoft365(tenant.nextId(), "Secret club")
                .withVisibility(SimulatedGroup.HIDDEN_MEMBERSHIP));
        tenant.addMember(hidden.id(), ann.id());

        assertThat(client.get(members(hidden)).values("id")).isEmpty();
        simulator.behaviour().grant(Set.of("GroupMember.Read.All", "User.Read.All", "Member.Read.Hidden"));
        client.signIn();
        assertThat(client.get(members(hidden)).values("id")).containsExactly(ann.id());
    }

    @Test
    void aSoftDeletedMemberVanishesAndComesBackWithTheMembership() {
        tenant.deletePerson(ann.id(), Instant.EPOCH);
        assertThat(client.get(members(group)).values("id")).isEmpty();
        tenant.restorePerson(ann.id());
        assertThat(client.get(members(group)).values("id")).containsExactly(ann.id());
        tenant.purgePerson(ann.id());
        assertThat(client.get(members(group)).values("id")).isEmpty();
    }

    @Test
    void transitiveMembersFollowNestedGroupsThroughCycles() {
        SimulatedGroup inner = tenant.addGroup("inner");
        tenant.addMember(group.id(), inner.id());
        tenant.addMember(inner.id(), group.id());
        tenant.addMember(inner.id(), bob.id());
        String path = "/groups/" + group.id() + "/transitiveMembers";

        assertThat(client.get(path).values("id")).containsExactlyInAnyOrder(ann.id(), bob.id(), inner.id());
        assertThat(client.get(path + "/microsoft.graph.user?$count=true", ADVANCED)
                        .values("id"))
                .containsExactlyInAnyOrder(ann.id(), bob.id());
    }

    @Test
    void aCastNeedsTheAdvancedQueryAndAFittingType() {
        SimulatedGroup team = tenant.add(SimulatedGroup.microsoft365(tenant.nextId(), "Team"));
        String cast = "/microsoft.graph.group?$count=true";

        assertThat(client.get(members(group) + cast).errorCode()).isEqualTo("Request_UnsupportedQuery");
        assertThat(client.get(members(group) + cast, ADVANCED).status()).isEqualTo(200);
        assertThat(client.get(members(team) + cast, ADVANCED).errorCode()).isEqualTo("Request_UnsupportedQuery");
    }

    @Test
    void theNumberOfMembersIsPlainText() {
        assertThat(client.get(members(group) + "/$count", ADVANCED).response().body())
                .isEqualTo("1");
    }

    @Test
    void onePersonCanBeAskedForAllGroups() {
        SimulatedGroup outer = tenant.addGroup("outer");
        SimulatedGroup mails = tenant.add(SimulatedGroup.distribution(tenant.nextId(), "mails"));
        tenant.addMember(outer.id(), group.id());
        tenant.addMember(mails.id(), ann.id());
        String person = "/users/" + ann.id();

        assertThat(client.get(person + "/memberOf").values("id")).containsExactlyInAnyOrder(group.id(), mails.id());
        assertThat(client.get(person + "/transitiveMemberOf").values("id"))
                .containsExactlyInAnyOrder(group.id(), mails.id(), outer.id());
        assertThat(texts(client.post(person + "/getMemberGroups", "{\"securityEnabledOnly\":true}")))
                .containsExactlyInAnyOrder(group.id(), outer.id());
        assertThat(texts(client.post(person + "/checkMemberGroups", "{\"groupIds\":[\"" + outer.id() + "\",\"x\"]}")))
                .containsExactly(outer.id());
        assertThat(client.post(person + "/getMemberGroups", "{}").status()).isEqualTo(400);
    }

    private static List<String> texts(GraphClient.Answer answer) {
        return answer.json().path("value").valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void aGroupThatIsGoneIsNotFound() {
        tenant.deleteGroup(group.id());

        assertThat(client.get(members(group)).errorCode()).isEqualTo("Request_ResourceNotFound");
        assertThat(client.get("/groups").values("id")).isEmpty();
    }

    @Test
    void groupsShowTheirKind() {
        tenant.add(SimulatedGroup.microsoft365(tenant.nextId(), "Team"));

        JsonNode team =
                client.get("/groups?$filter=displayName%20eq%20'team'").json().at("/value/0");

        assertThat(team.path("groupTypes").path(0).asString()).isEqualTo("Unified");
        assertThat(team.path("securityEnabled").asBoolean(true)).isFalse();
    }
}
