package dev.roster.demo.graph;

import java.util.Map;

/** Graph's refusal of a request. */
final class GraphError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient Map<String, String> headers;

    GraphError(int status, String code, String message, Map<String, String> headers) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.headers = headers;
    }

    GraphError(int status, String code, String message) {
        this(status, code, message, Map.of());
    }

    static GraphError unsupportedQuery(String message) {
        return new GraphError(400, "Request_UnsupportedQuery", message);
    }

    static GraphError badRequest(String message) {
        return new GraphError(400, "BadRequest", message);
    }

    static GraphError noSegment(String segment) {
        return badRequest("Resource not found for the segment '" + segment + "'.");
    }

    static GraphError notFound(String id) {
        return new GraphError(
                404,
                "Request_ResourceNotFound",
                "Resource '" + id
                        + "' does not exist or one of its queried reference-property objects are not present.");
    }

    static GraphError denied() {
        return new GraphError(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
    }

    /** An advanced query without {@code ConsistencyLevel: eventual} and {@code $count=true}. */
    static GraphError needsAdvancedQuery(String what) {
        return unsupportedQuery(what + " is not supported because the required parameters might be missing. Try adding"
                + " $count=true query parameter and ConsistencyLevel:eventual header. Refer to"
                + " https://aka.ms/graph-docs/advanced-queries for more information");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    Map<String, String> headers() {
        return headers;
    }

    String text() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
