package dev.roster.demo.product;

import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedRequest;
import tools.jackson.databind.node.ObjectNode;

/** Bitbucket's error body, and who is an administrator there: nobody who comes with a token. */
final class BitbucketRules implements ProductRules {

    private final BitbucketPermissions permissions;

    BitbucketRules(BitbucketPermissions permissions) {
        this.permissions = permissions;
    }

    @Override
    public SimulatedAnswer error(Refusal refusal) {
        ObjectNode error = JsonText.object()
                .put("context", refusal.field())
                .put("message", refusal.reason())
                .put("exceptionName", refusal.kind());
        ObjectNode body = JsonText.object().set("errors", JsonText.array().add(error));
        return JsonText.answer(refusal.status(), body);
    }

    @Override
    public Refusal unauthorized(SimulatedRequest request) {
        return Credentials.given(request)
                ? Refusal.ofKind(
                        401,
                        "com.atlassian.bitbucket.auth.IncorrectPasswordAuthenticationException",
                        "Authentication failed. Please check your credentials and try again.")
                : BitbucketErrors.notPermitted();
    }

    @Override
    public Refusal notPermitted(Caller caller) {
        return BitbucketErrors.notPermitted();
    }

    @Override
    public boolean administers(Caller caller) {
        return !caller.token() && permissions.administers(caller.account());
    }

    @Override
    public void checkWritable() {
        // Bitbucket's read-only states are those of its directories, which each write looks at itself.
    }

    // The interface answers under both names.
    @Override
    public String listed(String path) {
        String numbered = "/rest/api/1.0/";
        return path.startsWith(numbered) ? "/rest/api/latest/" + path.substring(numbered.length()) : path;
    }
}
