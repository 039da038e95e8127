package dev.roster.demo.product;

import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.product.Route.Access;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What Jira says about itself. */
final class JiraServerInfo {

    private final RunningProduct running;
    private final JiraVersion version;
    private final ProductRules rules;

    JiraServerInfo(RunningProduct running, JiraVersion version, ProductRules rules) {
        this.running = running;
        this.version = version;
        this.rules = rules;
    }

    void addRoutes(RouteTable routes) {
        routes.get("/serverInfo", Access.ANONYMOUS, this::info);
        routes.get("/mypermissions", Access.USER, this::permissions);
        if (version.lists()) {
            routes.get("/readonly-mode", Access.USER, this::readOnlyMode);
        }
    }

    private SimulatedAnswer info(Call call) {
        ArrayNode numbers = JsonText.array();
        for (String part : version.number().split("\\.", -1)) {
            numbers.add(Integer.parseInt(part));
        }
        ObjectNode body = JsonText.object()
                .put("baseUrl", running.url().toString())
                .put("version", version.number())
                .put("deploymentType", "Server")
                .put("buildNumber", version.build())
                .put("serverTitle", "Jira")
                .set("versionNumbers", numbers);
        return JsonText.answer(200, body);
    }

    private SimulatedAnswer permissions(Call call) {
        boolean administers = rules.administers(call.caller());
        ObjectNode permissions = JsonText.object()
                .set("ADMINISTER", permission("0", "ADMINISTER", "Jira Administrators", administers))
                .set("SYSTEM_ADMIN", permission("44", "SYSTEM_ADMIN", "Jira System Administrators", administers));
        return JsonText.answer(200, JsonText.object().set("permissions", permissions));
    }

    private static ObjectNode permission(String id, String key, String name, boolean has) {
        return JsonText.object()
                .put("id", id)
                .put("key", key)
                .put("name", name)
                .put("type", "GLOBAL")
                .put("havePermission", has);
    }

    private SimulatedAnswer readOnlyMode(Call call) {
        return JsonText.answer(
                200, JsonText.object().put("enabled", running.switches().readOnlyMode()));
    }
}
