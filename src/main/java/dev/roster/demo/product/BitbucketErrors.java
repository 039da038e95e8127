package dev.roster.demo.product;

/** The refusals of Bitbucket that carry the name of an exception. */
final class BitbucketErrors {

    private static final String PACKAGE = "com.atlassian.bitbucket.";
    static final String AUTHORISATION = PACKAGE + "AuthorisationException";

    private BitbucketErrors() {}

    /** Known, but not allowed: Bitbucket says 401, not 403. */
    static Refusal notPermitted() {
        return Refusal.ofKind(401, AUTHORISATION, "You are not permitted to access this resource");
    }

    static Refusal noSuchUser(String name) {
        return Refusal.ofKind(404, PACKAGE + "user.NoSuchUserException", "User '" + name + "' does not exist.");
    }

    static Refusal noSuchGroup(String name) {
        return Refusal.ofKind(404, PACKAGE + "user.NoSuchGroupException", "Group '" + name + "' does not exist.");
    }

    static Refusal conflict(String reason) {
        return Refusal.ofKind(409, PACKAGE + "IntegrityException", reason);
    }

    static Refusal forbidden(String reason) {
        return Refusal.ofKind(403, PACKAGE + "ForbiddenException", reason);
    }

    static Refusal licence() {
        return Refusal.ofKind(403, PACKAGE + "license.LicenseLimitException", "The licence allows no more users.");
    }
}
