package dev.roster.demo.product;

import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedRequest;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Jira's error body, and who is an administrator there. */
final class JiraRules implements ProductRules {

    /** Who is in it administers Jira. */
    static final String ADMINISTRATORS = "jira-administrators";

    private final SimulatedDirectory directory;
    private final ProductSwitches switches;

    JiraRules(SimulatedDirectory directory, ProductSwitches switches) {
        this.directory = directory;
        this.switches = switches;
    }

    @Override
    public SimulatedAnswer error(Refusal refusal) {
        ArrayNode messages = JsonText.array();
        ObjectNode errors = JsonText.object();
        String field = refusal.field();
        if (field == null) {
            messages.add(refusal.reason());
        } else {
            errors.put(field, refusal.reason());
        }
        ObjectNode body = JsonText.object().set("errorMessages", messages).set("errors", errors);
        SimulatedAnswer answer = JsonText.answer(refusal.status(), body);
        return refusal.status() == 401 ? answer.with("WWW-Authenticate", "OAuth realm=\"jira\"") : answer;
    }

    @Override
    public Refusal unauthorized(SimulatedRequest request) {
        return Refusal.of(401, "You are not authenticated. Authentication required to perform this operation.");
    }

    @Override
    public Refusal notPermitted(Caller caller) {
        return Refusal.of(403, "Forbidden: the user does not have the global permission to administer Jira.");
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
            throw Refusal.of(403, "Jira is in read-only mode.");
        }
    }
}
