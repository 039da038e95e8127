package dev.roster.demo.product;

import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.product.Route.Access;
import java.util.Objects;

/** What Confluence says about itself. Its version is only in the manifest that applications link to each other by. */
final class ConfluenceServerInfo {

    private static final String ID = "8ad9b8b2-5a2c-3b0d-9d0b-2f6b8c1e0a11";

    private final RunningProduct running;
    private final ConfluenceVersion version;

    ConfluenceServerInfo(RunningProduct running, ConfluenceVersion version) {
        this.running = running;
        this.version = version;
    }

    void addRoutes(RouteTable routes) {
        routes.get("/accessmode", Access.USER, this::accessMode);
        routes.getAt("/rest/applinks/1.0/manifest", Access.ANONYMOUS, this::manifest);
    }

    private SimulatedAnswer accessMode(Call call) {
        return SimulatedAnswer.json(200, running.switches().readOnlyMode() ? "\"READ_ONLY\"" : "\"READ_WRITE\"");
    }

    // XML unless the client asks for JSON.
    private SimulatedAnswer manifest(Call call) {
        String accept = Objects.requireNonNullElse(call.request().header("accept"), "");
        if (accept.contains("application/json")) {
            return JsonText.answer(
                    200,
                    JsonText.object()
                            .put("id", ID)
                            .put("name", "Confluence")
                            .put("typeId", "confluence")
                            .put("version", version.number())
                            .put("buildNumber", version.build())
                            .put("url", running.url().toString()));
        }
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><manifest><id>" + ID
                + "</id><name>Confluence</name><typeId>confluence</typeId><version>" + version.number()
                + "</version><buildNumber>" + version.build() + "</buildNumber><url>" + running.url()
                + "</url></manifest>";
        return SimulatedAnswer.text(200, "application/xml;charset=UTF-8", xml);
    }
}
