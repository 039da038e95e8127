package dev.roster.demo.product;

import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.product.Route.Access;
import java.util.List;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.node.ObjectNode;

/** Finding, creating and deleting Jira's groups. */
final class JiraGroups {

    private static final int PICKER_DEFAULT = 20;

    private final SimulatedDirectory directory;
    private final ProductSwitches switches;
    private final JiraBeans beans;
    private volatile int pickerLimit = Integer.MAX_VALUE;

    JiraGroups(RunningProduct running, JiraBeans beans) {
        this.directory = running.directory();
        this.switches = running.switches();
        this.beans = beans;
    }

    void addRoutes(RouteTable routes) {
        routes.get("/groups/picker", Access.USER, this::pick);
        routes.get(
                "/group",
                Access.ADMIN,
                call -> JsonText.answer(200, beans.group(named(directory, call).name())));
        routes.postJson("/group", Access.ADMIN, this::create);
        routes.delete("/group", Access.ADMIN, this::delete);
    }

    void pickerLimit(int limit) {
        pickerLimit = limit;
    }

    /** The group that a call means by {@code groupname}; refused with 400 when blank, 404 when unknown. */
    static SimulatedGroup named(SimulatedDirectory directory, Call call) {
        String name = call.query("groupname", "");
        if (name.isBlank()) {
            throw Refusal.of(400, "Query parameter 'groupname' is required.");
        }
        return directory
                .group(name)
                .orElseThrow(() -> Refusal.of(404, "The group named '" + name + "' does not exist."));
    }

    private SimulatedAnswer pick(Call call) {
        String query = call.query("query", "").toLowerCase(Locale.ROOT);
        String excluded = call.query("exclude", "");
        int limit = Math.min(pickerLimit, Math.max(0, call.number("maxResults", PICKER_DEFAULT)));
        List<String> matching = directory.groups().stream()
                .filter(name -> Named.fold(name).contains(query) && !name.equalsIgnoreCase(excluded))
                .toList();
        List<String> shown = matching.subList(0, Math.min(limit, matching.size()));
        ObjectNode body = JsonText.object()
                .put("header", "Showing " + shown.size() + " of " + matching.size() + " matching groups")
                .put("total", matching.size())
                .set(
                        "groups",
                        JsonText.nodes(
                                shown.stream().map(JiraGroups::suggestion).toList()));
        return JsonText.answer(200, body);
    }

    private static ObjectNode suggestion(String name) {
        return JsonText.object()
                .put("name", name)
                .put("html", HtmlUtils.htmlEscape(name))
                .set("labels", JsonText.array());
    }

    private SimulatedAnswer create(Call call) {
        String name = call.body("name").text("name", "").trim();
        checkMutable();
        if (name.isEmpty() || name.length() > 255) {
            throw Refusal.of(400, "The group name must have 1 to 255 characters.");
        }
        if (directory.hasGroup(name)) {
            throw Refusal.of(400, "A group or user with this name already exists.");
        }
        directory.createGroup(name);
        return JsonText.answer(201, beans.group(name));
    }

    private SimulatedAnswer delete(Call call) {
        SimulatedGroup group = named(directory, call);
        checkMutable();
        String swap = call.query("swapGroup", "");
        if (!swap.isEmpty() && !directory.hasGroup(swap)) {
            throw Refusal.of(400, "The group named '" + swap + "' does not exist.");
        }
        if (group.folded().equals(JiraRules.ADMINISTRATORS)) {
            throw Refusal.of(400, "You cannot delete the last group with the permission to administer Jira.");
        }
        directory.deleteGroup(group);
        return SimulatedAnswer.empty(200);
    }

    private void checkMutable() {
        if (switches.readOnlyDirectory()) {
            throw Refusal.of(403, "Cannot edit groups: the directory is read-only.");
        }
    }
}
