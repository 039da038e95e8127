package dev.roster.demo.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.roster.contract.ProductContract;
import dev.roster.demo.SimulatedExchange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the simulators take and give is what the vendors describe, but for the known defects of the descriptions. */
class SimulatorContractTest {

    @Test
    void jiraAnswersAsItsDescriptionSays() {
        try (JiraSimulator jira = JiraSimulator.start(JiraVersion.V10_3, "/jira")) {
            jira.directory().seed().group("g").user("ann", "Ann", "a@example.com");
            jira.addProject("WEB", "Web", "ann");
            jira.addComponent("WEB", "Shop", "ann");
            ProductClient client = ProductClient.bearer(jira, "/rest/api/2", SimulatedProduct.TOKEN);
            read(
                    client,
                    "/serverInfo",
                    "/myself",
                    "/readonly-mode",
                    "/applicationrole",
                    "/applicationrole/jira-software",
                    "/mypermissions",
                    "/user?username=ann",
                    "/user?key=JIRAUSER10100&expand=groups,applicationRoles",
                    "/user?username=nobody",
                    "/user/search?username=.&includeInactive=true&maxResults=100",
                    "/user/list?maxResults=1",
                    "/user/list?maxResults=1&cursor=0",
                    "/groups/picker?query=g&maxResults=10000",
                    "/group/member?groupname=jira-software-users&includeInactiveUsers=true&startAt=0&maxResults=50",
                    "/group/member?groupname=nope",
                    "/project?expand=lead",
                    "/project/WEB",
                    "/project/WEB/components",
                    "/component/page?startAt=0",
                    "/component/10001");
            client.post(
                    "/user",
                    "{\"name\":\"bob\",\"emailAddress\":\"b@example.com\",\"displayName\":\"Bob\",\"applicationKeys\":[]}");
            client.post("/user", "{\"name\":\"bob\",\"emailAddress\":\"b@example.com\",\"displayName\":\"Bob\"}");
            client.put("/user?username=bob", "{\"name\":\"rob\",\"displayName\":\"Rob\"}");
            client.put("/user?username=ann", "{\"active\":false}");
            client.put("/project/WEB", "{\"lead\":\"rob\",\"assigneeType\":\"PROJECT_LEAD\"}");
            client.put("/component/10001", "{\"leadUserName\":\"rob\"}");
            client.put("/user?username=ann", "{\"active\":false}");
            client.post("/group", "{\"name\":\"h\"}");
            client.post("/group/user?groupname=h", "{\"name\":\"ann\"}");
            client.post("/group/user?groupname=h", "{\"name\":\"ann\"}");
            client.delete("/group/user?groupname=h&username=ann");
            client.delete("/group?groupname=h&swapGroup=g");
            client.delete("/user/session/ann");
            client.delete("/user?username=ann");
            check(jira, ProductContract.Product.JIRA);
        }
    }

    @Test
    void confluenceAnswersAsItsDescriptionSays() {
        try (ConfluenceSimulator confluence = ConfluenceSimulator.start(ConfluenceVersion.V10_0, "/wiki")) {
            confluence
                    .directory()
                    .seed()
                    .group("g h")
                    .user("ann", "Ann", "a@example.com")
                    .member("ann", "g h");
            ProductClient client = ProductClient.bearer(confluence, "/rest/api", SimulatedProduct.TOKEN);
            read(
                    client,
                    "/accessmode",
                    "/user/current",
                    "/user?username=ann&expand=status",
                    "/user?username=nobody",
                    "/user/list?start=0&limit=1&expand=status",
                    "/user/memberof?username=ann&limit=200",
                    "/admin/users/list/active?start=0&limit=200",
                    "/group?start=0&limit=1",
                    "/group/g%20h",
                    "/group/g%20h/member?start=0&limit=200&expand=status",
                    "/group/g%20h/groupmember");
            client.post(
                    "/admin/user",
                    "{\"userName\":\"bob\",\"fullName\":\"Bob\",\"email\":\"b@example.com\",\"password\":\"x\",\"notifyViaEmail\":false}");
            client.put("/admin/user/bob", "{\"fullName\":\"Rob\",\"email\":\"r@example.com\"}");
            client.put("/admin/user/bob/disable");
            client.put("/admin/user/bob/enable");
            client.post("/admin/group", "{\"type\":\"group\",\"name\":\"new\"}");
            client.put("/user/bob/group/new");
            client.put("/user/bob/group/nope");
            client.delete("/user/bob/group/new");
            client.delete("/admin/group/new");
            client.delete("/admin/group/new");
            String task = client.delete("/admin/user/bob").at("/id").asString();
            client.get("/longtask/" + task);
            check(confluence, ProductContract.Product.CONFLUENCE);
        }
    }

    @Test
    void bitbucketAnswersAsItsDescriptionSays() {
        try (BitbucketSimulator bitbucket = BitbucketSimulator.start(BitbucketVersion.V9, "/git")) {
            bitbucket.directory().seed().group("g").user("ann", "Ann", "a@example.com");
            ProductClient client =
                    ProductClient.basic(bitbucket, "/rest/api/1.0", SimulatedProduct.ADMIN, SimulatedProduct.PASSWORD);
            read(
                    client,
                    "/application-properties",
                    "/admin/users?filter=a&start=0&limit=1",
                    "/admin/users",
                    "/users/ann",
                    "/users/nobody",
                    "/users?group=g",
                    "/groups?filter=g",
                    "/admin/groups?filter=g&start=0&limit=10",
                    "/admin/groups/more-members?context=g&limit=100",
                    "/admin/users/more-members?context=ann&limit=100",
                    "/admin/permissions/groups",
                    "/admin/user-directories");
            client.post("/admin/users?name=bob&displayName=Bob&emailAddress=b@example.com&password=x"
                    + "&addToDefaultGroup=false&notify=false");
            client.put("/admin/users", "{\"name\":\"bob\",\"displayName\":\"Rob\",\"email\":\"r@example.com\"}");
            client.post("/admin/users/rename", "{\"name\":\"bob\",\"newName\":\"rob\"}");
            client.post("/admin/groups?name=h");
            client.post("/admin/groups?name=h");
            client.put("/admin/permissions/groups?name=h&permission=LICENSED_USER");
            client.post("/admin/groups/add-users", "{\"group\":\"h\",\"users\":[\"ann\",\"rob\"]}");
            client.post("/admin/groups/add-users", "{\"group\":\"h\",\"users\":[\"nobody\"]}");
            client.post("/admin/users/add-groups", "{\"user\":\"ann\",\"groups\":[\"g\"]}");
            client.post("/admin/users/remove-group", "{\"context\":\"ann\",\"itemName\":\"h\"}");
            client.delete("/admin/permissions/groups?name=h");
            client.delete("/admin/groups?name=h");
            client.delete("/admin/users?name=rob");
            check(bitbucket, ProductContract.Product.BITBUCKET);
        }
    }

    @Test
    void noticesARequestThatTheDescriptionDoesNotKnow() {
        try (JiraSimulator jira = JiraSimulator.start(JiraVersion.V10_3)) {
            ProductClient client = ProductClient.bearer(jira, "/rest/api/2", SimulatedProduct.TOKEN);
            client.get("/user/search?username=.&cursor=1");
            client.post("/group", "{\"groupName\":\"g\"}");
            client.get("/nope");
            ProductContract contract = contract(ProductContract.Product.JIRA);

            assertThat(jira.server().exchanges().stream().map(contract::violations))
                    .hasSize(3)
                    .noneMatch(List::isEmpty);
        }
    }

    private static void read(ProductClient client, String... paths) {
        List.of(paths).forEach(client::get);
    }

    private static ProductContract contract(ProductContract.Product product) {
        Optional<ProductContract> contract = ProductContract.of(product);
        assumeTrue(contract.isPresent(), "the vendors' descriptions are not in contracts.dir");
        return contract.orElseThrow();
    }

    private static void check(SimulatedProduct simulated, ProductContract.Product product) {
        ProductContract contract = contract(product);
        List<SimulatedExchange> all = simulated.server().exchanges();

        assertThat(all).isNotEmpty();
        assertThat(all.stream().flatMap(exchange -> contract.violations(exchange).stream()))
                .isEmpty();
    }
}
