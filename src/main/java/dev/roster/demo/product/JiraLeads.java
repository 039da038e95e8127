package dev.roster.demo.product;

import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.product.DirectoryChange.What;
import dev.roster.demo.product.JiraProject.Component;
import dev.roster.demo.product.Route.Access;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Reading and handing over who leads Jira's projects and components. */
final class JiraLeads {

    private static final int PAGE = 50;
    private static final Set<String> PROJECT_ASSIGNEES = Set.of("PROJECT_LEAD", "UNASSIGNED");
    private static final Set<String> COMPONENT_ASSIGNEES =
            Set.of("PROJECT_DEFAULT", "COMPONENT_LEAD", "PROJECT_LEAD", "UNASSIGNED");

    /** A component and the project it belongs to. */
    private record Place(JiraProject project, Component component) {}

    private final SimulatedDirectory directory;
    private final JiraProjects projects;
    private final JiraBeans beans;

    JiraLeads(SimulatedDirectory directory, JiraProjects projects, JiraBeans beans) {
        this.directory = directory;
        this.projects = projects;
        this.beans = beans;
    }

    void addRoutes(RouteTable routes) {
        routes.get("/project", Access.USER, this::list);
        routes.get("/project/{}", Access.USER, call -> answer(project(projects.known(call.path(0)), true)));
        routes.putJson("/project/{}", Access.ADMIN, this::updateProject);
        routes.get("/project/{}/components", Access.USER, this::componentsOfProject);
        routes.get("/component/page", Access.USER, this::page);
        routes.get("/component/{}", Access.USER, call -> answer(component(place(call.path(0)))));
        routes.putJson("/component/{}", Access.ADMIN, this::updateComponent);
    }

    private SimulatedAnswer list(Call call) {
        boolean lead = call.expands("lead");
        return JsonText.answer(
                200,
                JsonText.nodes(projects.all().stream()
                        .map(project -> brief(project, lead))
                        .toList()));
    }

    private SimulatedAnswer updateProject(Call call) {
        JiraProject project = projects.known(call.path(0));
        JsonBody body = call.body(
                "key",
                "name",
                "lead",
                "assigneeType",
                "url",
                "avatarId",
                "categoryId",
                "issueSecurityScheme",
                "notificationScheme",
                "permissionScheme",
                "projectTypeKey",
                "projectTemplateKey");
        String assignee = checked("assigneeType", body.text("assigneeType", project.assigneeType()), PROJECT_ASSIGNEES);
        String name = body.text("lead");
        SimulatedAccount lead = name == null ? null : newLead("lead", name);
        JiraProject now = projects.change(project, old -> {
            JiraProject changed = old.assigning(assignee);
            return lead == null ? changed : changed.ledBy(lead.number());
        });
        if (lead != null && lead.number() != project.lead()) {
            directory.log(What.SET_PROJECT_LEAD, lead.name(), null, project.key());
        }
        return answer(project(now, true));
    }

    private SimulatedAnswer componentsOfProject(Call call) {
        JiraProject project = projects.known(call.path(0));
        return JsonText.answer(200, JsonText.nodes(components(project)));
    }

    private SimulatedAnswer page(Call call) {
        List<String> wanted = List.of(call.query("projectIds", "").split(",", -1));
        boolean all = call.query("projectIds", "").isEmpty();
        List<ObjectNode> found = projects.all().stream()
                .filter(project -> all || wanted.contains(project.id()))
                .flatMap(project -> components(project).stream())
                .toList();
        int limit = Math.min(PAGE, Math.max(1, call.number("maxResults", PAGE)));
        Slice<ObjectNode> slice = Slice.of(found, call.number("startAt", 0), limit);
        return answer(JsonText.object()
                .put("maxResults", limit)
                .put("startAt", slice.start())
                .put("total", slice.total())
                .put("isLast", slice.last())
                .set("values", JsonText.nodes(slice.items())));
    }

    private SimulatedAnswer updateComponent(Call call) {
        Place place = place(call.path(0));
        JsonBody body = call.body(
                "id", "self", "name", "description", "project", "leadUserName", "assigneeType", "archived", "deleted");
        String assignee = checked(
                "assigneeType", body.text("assigneeType", place.component().assigneeType()), COMPONENT_ASSIGNEES);
        String name = body.text("leadUserName");
        SimulatedAccount lead = name == null || name.isEmpty() ? null : newLead("leadUserName", name);
        Integer number = name == null ? place.component().lead() : numberOf(lead);
        Component now = place.component().assigning(assignee).ledBy(number);
        JiraProject project = projects.change(
                place.project(),
                old -> old.withComponents(old.components().stream()
                        .map(one -> one.id().equals(now.id()) ? now : one)
                        .toList()));
        if (name != null) {
            directory.log(What.SET_COMPONENT_LEAD, lead == null ? null : lead.name(), null, now.name());
        }
        return answer(component(new Place(project, now)));
    }

    private static @Nullable Integer numberOf(@Nullable SimulatedAccount account) {
        return account == null ? null : account.number();
    }

    private SimulatedAccount newLead(String field, String name) {
        return directory
                .account(name)
                .filter(SimulatedAccount::active)
                .orElseThrow(
                        () -> Refusal.ofField(400, field, "The user '" + name + "' does not exist or is not active."));
    }

    private static String checked(String field, String value, Set<String> allowed) {
        if (!allowed.contains(value)) {
            throw Refusal.ofField(400, field, "Unknown value '" + value + "'.");
        }
        return value;
    }

    private Place place(String id) {
        for (JiraProject project : projects.all()) {
            for (Component component : project.components()) {
                if (component.id().equals(id)) {
                    return new Place(project, component);
                }
            }
        }
        throw Refusal.of(404, "The component with id " + id + " does not exist.");
    }

    private ObjectNode brief(JiraProject project, boolean withLead) {
        ObjectNode node = JsonText.object()
                .put("self", beans.link("/project/" + project.id()))
                .put("id", project.id())
                .put("key", project.key())
                .put("name", project.name())
                .put("archived", false)
                .put("projectTypeKey", "software");
        if (withLead) {
            directory.accountByNumber(project.lead()).ifPresent(lead -> node.set("lead", beans.brief(lead)));
        }
        return node;
    }

    private ObjectNode project(JiraProject project, boolean withLead) {
        return brief(project, withLead)
                .put("assigneeType", project.assigneeType())
                .set("components", JsonText.nodes(components(project)));
    }

    private List<ObjectNode> components(JiraProject project) {
        return project.components().stream()
                .map(one -> component(new Place(project, one)))
                .toList();
    }

    private ObjectNode component(Place place) {
        Component component = place.component();
        ObjectNode node = JsonText.object()
                .put("self", beans.link("/component/" + component.id()))
                .put("id", component.id())
                .put("name", component.name())
                .put("assigneeType", component.assigneeType())
                .put("project", place.project().key())
                .put("archived", false)
                .put("deleted", false);
        Integer lead = component.lead();
        if (lead != null) {
            directory.accountByNumber(lead).ifPresent(account -> node.set("lead", beans.brief(account)));
        }
        return node;
    }

    private static SimulatedAnswer answer(ObjectNode body) {
        return JsonText.answer(200, body);
    }
}
