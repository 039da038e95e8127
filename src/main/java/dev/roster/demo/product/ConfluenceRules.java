package dev.roster.demo.product;

import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedRequest;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Confluence's error body, and who is an administrator there. */
final class ConfluenceRules implements ProductRules {

    /** Who is in it administers Confluence. */
    static final String ADMINISTRATORS = "confluence-administrators";

    private static final Map<Integer, String> REASONS = Map.of(
            400, "Bad Request",
            401, "Unauthorized",
            402, "Payment Required",
            403, "Forbidden",
            404, "Not Found",
            405, "Method Not Allowed",
            409, "Conflict",
            415, "Unsupported Media Type",
            429, "Too Many Requests");

    private final SimulatedDirectory directory;
    private final ProductSwitches switches;

    ConfluenceRules(SimulatedDirectory directory, ProductSwitches switches) {
        this.directory = directory;
        this.switches = switches;
    }

    @Override
    public SimulatedAnswer error(Refusal refusal) {
        boolean denied = refusal.status() == 401 || refusal.status() == 403;
        ObjectNode data = JsonText.object()
                .put("authorized", !denied)
                .put("valid", denied)
                .put("successful", false)
                .put("allowedInReadOnlyMode", true)
                .set("errors", JsonText.array());
        ObjectNode body = JsonText.object()
                .put("statusCode", refusal.status())
                .put("message", refusal.reason())
                .put("reason", REASONS.getOrDefault(refusal.status(), "Error"))
                .set("data", data);
        return JsonText.answer(refusal.status(), body);
    }

    @Override
    public Refusal unauthorized(SimulatedRequest request) {
        return Refusal.of(401, "Client must be authenticated to access this resource.");
    }

    @Override
    public Refusal notPermitted(Caller caller) {
        return Refusal.of(403, "You need admin permissions to use this resource.");
    }

    @Override
    public boolean administers(Caller caller) {
        return directory
                .group(ADMINISTRATORS)
                .filter(group -> directory.isMember(caller.account(), group))
                .isPresent();
    }

    @Override
    public void checkWritable() {
        if (switches.readOnlyMode()) {
            throw Refusal.of(405, "Confluence is in read-only mode.");
        }
    }
}
