package dev.roster.directory;

import org.jspecify.annotations.Nullable;

/**
 * How one operation ended.
 *
 * @param attempts requests sent for it
 * @param httpStatus of the last answer; 0 when none came
 * @param error null unless it failed; without secrets
 * @param response the last answer's text, shortened and without secrets; null when none came
 * @param accountId the product's key of a newly created account; null where it does not tell
 */
public record Outcome(
        Operation operation,
        OperationStatus status,
        @Nullable Reason reason,
        int attempts,
        int httpStatus,
        @Nullable String error,
        @Nullable String response,
        @Nullable String accountId) {

    /**
     * No answer, or one that says that the service is not well. A refusal is none of these, nor is a name that no
     * request can carry.
     */
    public boolean failedByService() {
        return status == OperationStatus.DEAD
                && (httpStatus == 0 && attempts > 0 || httpStatus == 429 || httpStatus >= 500);
    }

    /** The product does not know the account, or the group; all of them say it like this. */
    public boolean failedForWantOfIt() {
        return status == OperationStatus.DEAD && httpStatus == 404;
    }
}
