package dev.roster.run;

import dev.roster.entra.TokenRefused;
import java.io.IOException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.jspecify.annotations.Nullable;

/** What to do about a failure that a check met. */
final class CheckFix {

    private static final String PROXY_ASKS =
            "The proxy on the way asks for a password: give proxy-username and proxy-password, beside proxy.";

    private CheckFix() {}

    /** Null when the failure's own words say it. */
    static @Nullable String of(Throwable failure, boolean entra) {
        if (failure instanceof TokenRefused refused) {
            return refused.mend();
        }
        if (failure instanceof IOException && !(failure instanceof HttpOperationFailedException)) {
            return entra
                    ? "Check graph-url, and that this machine reaches it: name service, proxy, firewall, certificate."
                    : "Check the target's url, and that this machine reaches it: name service, proxy, firewall,"
                            + " certificate.";
        }
        if (failure instanceof HttpOperationFailedException answer) {
            return entra ? ofGraph(answer.getStatusCode()) : ofProduct(status(answer));
        }
        return null;
    }

    /** The same where the product asks for an application's credentials. */
    static @Nullable String ofUserManagement(Throwable failure) {
        if (failure instanceof HttpOperationFailedException answer) {
            return switch (answer.getStatusCode()) {
                case 401 ->
                    "Compare user-management.application and user-management.password with the application in Jira,"
                            + " under User management, Jira User Server. A user's name and password do not do.";
                case 403 ->
                    "Add the address of this machine, or of the proxy on the way, to the application's IP addresses in"
                            + " Jira, under User management, Jira User Server.";
                case 404 ->
                    "This Jira does not serve its user management to applications: remove user-management from the"
                            + " settings.";
                default -> of(failure, false);
            };
        }
        return of(failure, false);
    }

    /** Bitbucket answers 401 to whoever may not, as to whoever it does not know; its words tell. */
    private static int status(HttpOperationFailedException answer) {
        boolean knownAccount =
                answer.getResponseBody() != null && answer.getResponseBody().contains("AuthorisationException");
        return answer.getStatusCode() == 401 && knownAccount ? 403 : answer.getStatusCode();
    }

    private static String ofGraph(int status) {
        return switch (status) {
            case 401 -> "Graph does not take the token. Check that login-url and graph-url belong to the same cloud.";
            case 403 ->
                "Grant the application permissions User.Read.All and GroupMember.Read.All to the app registration, and"
                        + " give admin consent.";
            case 429 -> "Graph asks for a pause. Try again in some minutes.";
            case 407 -> PROXY_ASKS;
            default -> "Check graph-url. If it is right, Graph itself has a fault; try again later.";
        };
    }

    private static String ofProduct(int status) {
        return switch (status) {
            case 401 -> "The product does not take the token or password. It may have expired; make a new one.";
            case 403 -> "The account that Roster signs in with has to be an administrator of the product.";
            case 404 ->
                "Check the target's url, with its context path, and that the product is the one in the settings.";
            case 429 -> "The product asks for a pause. Try again, and lower max-requests-per-second if it stays so.";
            case 407 -> PROXY_ASKS;
            default -> "Look into the product's own log; it may be starting, or behind a proxy that fails.";
        };
    }
}
