package dev.roster.demo.product;

import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.product.Route.Access;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What Bitbucket says about itself. */
final class BitbucketServerInfo {

    private final RunningProduct running;
    private final BitbucketVersion version;

    BitbucketServerInfo(RunningProduct running, BitbucketVersion version) {
        this.running = running;
        this.version = version;
    }

    void addRoutes(RouteTable routes) {
        routes.get("/application-properties", Access.ANONYMOUS, this::properties);
        if (version.listsDirectories()) {
            routes.get("/admin/user-directories", Access.ADMIN, this::directories);
        }
    }

    private SimulatedAnswer properties(Call call) {
        return JsonText.answer(
                200,
                JsonText.object()
                        .put("version", version.number())
                        .put("buildNumber", version.build())
                        .put("buildDate", "1731974400000")
                        .put("displayName", "Bitbucket"));
    }

    private SimulatedAnswer directories(Call call) {
        ArrayNode directories = JsonText.array();
        directories.add(directory(BitbucketBeans.INTERNAL, "INTERNAL"));
        if (running.directory().accounts(SimulatedAccount::readOnly, 0, 0).total() > 0) {
            directories.add(directory(BitbucketBeans.REMOTE, "CONNECTOR"));
        }
        return JsonText.answer(200, directories);
    }

    private static ObjectNode directory(String name, String type) {
        return JsonText.object()
                .put("name", name)
                .put("type", type)
                .put("description", name)
                .put("active", true);
    }
}
