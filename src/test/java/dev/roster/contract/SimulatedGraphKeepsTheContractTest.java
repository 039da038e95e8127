package dev.roster.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.demo.PlannedFault;
import dev.roster.demo.graph.DeltaExpiry;
import dev.roster.demo.graph.GraphFaults;
import dev.roster.demo.graph.GraphSimulator;
import dev.roster.demo.graph.SimulatedGroup;
import dev.roster.demo.graph.SimulatedPerson;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.graph.SimulatedThing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulatedGraphKeepsTheContractTest {

    private static final String USER_PROPERTIES = "id,accountEnabled,userPrincipalName,displayName,givenName,surname,"
            + "mail,mailNickname,otherMails,userType,employeeId,department,onPremisesSamAccountName,"
            + "onPremisesExtensionAttributes";

    private static final Pattern DELTA_LINK = Pattern.compile("deltaLink\":\"[^\"]*/v1.0([^\"]*)\"");

    private final GraphContract contract = GraphContract.read();
    private final SimulatedTenant tenant = new SimulatedTenant("Contoso", "contoso.example");
    private final GraphSimulator simulator = GraphSimulator.start(tenant);
    private final ContractClient client = new ContractClient(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    private SimulatedGroup fill() {
        SimulatedGroup group = tenant.addGroup("jira-users");
        SimulatedPerson person = tenant.add(SimulatedPerson.of(tenant.nextId(), "a@contoso.example", "A")
                .withExtensionAttribute(2, "x")
                .with("department", "IT"));
        tenant.addMember(group.id(), person.id());
        tenant.addMember(
                group.id(),
                tenant.add(SimulatedGroup.microsoft365(tenant.nextId(), "T")).id());
        tenant.addMember(
                group.id(),
                tenant.add(SimulatedThing.device(tenant.nextId(), "PC")).id());
        tenant.addMember(
                group.id(),
                tenant.add(SimulatedThing.orgContact(tenant.nextId(), "C")).id());
        tenant.addMember(
                group.id(),
                tenant.add(SimulatedThing.servicePrincipal(tenant.nextId(), "S"))
                        .id());
        tenant.deletePerson(
                tenant.addPerson("gone@contoso.example", "Gone").id(), Instant.parse("2026-08-01T10:11:12Z"));
        tenant.addPerson("b@contoso.example", "B");
        return group;
    }

    @Test
    void everyAnswerIsAsPublished() {
        SimulatedGroup group = fill();
        simulator.behaviour().listServicePrincipals(true);
        client.signIn();
        client.get("/users");
        client.get("/users?$select=" + USER_PROPERTIES + "&$top=1");
        client.get("/users?$filter=accountEnabled%20eq%20true&$select=id");
        client.get("/users/a@contoso.example?$select=" + USER_PROPERTIES);
        client.get("/users/a@contoso.example/transitiveMemberOf?$select=id,displayName");
        client.post("/users/a@contoso.example/getMemberGroups", "{\"securityEnabledOnly\":false}");
        client.get("/groups?$top=1");
        client.get("/groups/" + group.id());
        client.get("/groups/" + group.id() + "/members?$select=id,displayName,userPrincipalName&$top=3");
        client.get("/groups/" + group.id() + "/members");
        client.get("/groups/" + group.id() + "/transitiveMembers");
        client.get("/organization");
        client.get("/directory/deletedItems/microsoft.graph.user?$select=id,userPrincipalName,deletedDateTime");

        assertThat(simulator.server().exchanges())
                .hasSize(14)
                .allMatch(exchange -> exchange.answer().status() == 200);
        contract.check(simulator.server().exchanges());
    }

    @Test
    void everyRefusalIsAsPublished() {
        client.get("/users");
        client.signInWith(Map.of("client_secret", "wrong"));
        client.signInWith(Map.of("client_id", "unknown"));
        client.signIn();
        client.get("/groups/nope");
        client.get("/users?$filter=endsWith(displayName,'x')");
        simulator.server().plan(PlannedFault.answer(PlannedFault.on("GET", "/users"), 1, GraphFaults.throttled(2)));
        client.get("/users");

        assertThat(simulator.server().exchanges())
                .extracting(exchange -> exchange.answer().status())
                .containsExactly(401, 401, 400, 200, 404, 400, 429);
        contract.check(simulator.server().exchanges());
    }

    @Test
    void changesAreAsPublished() {
        SimulatedGroup group = fill();
        client.signIn();
        String people = "/users/delta?$select=" + USER_PROPERTIES;
        String groups = "/groups/delta?$select=displayName,visibility,members";
        client.get(people);
        client.get(groups);
        client.get(people + "&$deltatoken=latest");
        client.get("/groups/delta()");
        List<String> links = simulator.server().exchanges().stream()
                .map(exchange -> DELTA_LINK.matcher(exchange.answer().body()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .toList();
        tenant.deletePerson("b@contoso.example", Instant.parse("2026-08-01T10:11:12Z"));
        tenant.disable("a@contoso.example");
        tenant.removeMember(
                group.id(), tenant.person("a@contoso.example").orElseThrow().id());
        tenant.deleteGroup(tenant.groupNamed("T").id());
        links.forEach(client::get);
        simulator.behaviour().expireDeltaTokens(DeltaExpiry.NOT_FOUND);
        client.get(links.get(0));
        simulator.behaviour().expireDeltaTokens(DeltaExpiry.GONE);
        client.get(links.get(1));

        assertThat(simulator.server().exchanges())
                .extracting(exchange -> exchange.answer().status())
                .containsExactly(200, 200, 200, 200, 200, 200, 200, 200, 200, 400, 410);
        contract.check(simulator.server().exchanges());
    }

    @Test
    void batchesAndTheirPartsAreAsPublished() {
        SimulatedGroup group = fill();
        simulator.planPart(PlannedFault.answer(
                GraphFaults.nth(2, PlannedFault.on("GET", "/members")), 1, GraphFaults.throttled(7)));
        client.signIn();
        client.post("/$batch", """
                {"requests":[
                  {"id":"1","method":"GET","url":"/groups/%s/members?$select=id&$top=2"},
                  {"id":"2","method":"GET","url":"/groups/%s/members?$select=id&$top=2"},
                  {"id":"3","method":"GET","url":"/groups/nope/members"}]}
                """.formatted(group.id(), group.id()));

        contract.check(simulator.server().exchanges());
    }
}
