package dev.roster.demo.graph;

import dev.roster.demo.SimulatedRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request to Graph, alone or part of a batch, whose sender is known.
 *
 * @param path decoded, after the version
 * @param roles the permissions in the token
 */
record GraphCall(SimulatedRequest request, List<String> path, Set<String> roles) {

    private static final Set<String> OPTIONS =
            Set.of("$select", "$top", "$filter", "$count", "$skiptoken", "$orderby", "$search", "$expand", "$skip");

    private static final Set<String> OPTIONS_OF_CHANGES = Set.of("$select", "$filter", "$skiptoken", "$deltatoken");

    static GraphCall of(SimulatedRequest request, Set<String> roles) {
        List<String> segments = request.segments();
        GraphCall call = new GraphCall(request, segments.subList(1, segments.size()), roles);
        call.refuseUnknownOptions();
        return call;
    }

    String segment(int position) {
        return position < path.size() ? path.get(position) : "";
    }

    int length() {
        return path.size();
    }

    /** In any of the four spellings of {@code /users/delta}. */
    boolean asksForChanges() {
        return length() == 2 && segment(1).matches("(microsoft\\.graph\\.)?delta(\\(\\))?");
    }

    boolean isGet() {
        return request.method().equals("GET");
    }

    @Nullable
    String option(String name) {
        return request.query().get(name);
    }

    boolean isEventual() {
        return "eventual".equalsIgnoreCase(request.header("ConsistencyLevel"));
    }

    boolean asksForCount() {
        return "true".equalsIgnoreCase(option("$count"));
    }

    /** Advanced queries need both the header and the count. */
    boolean isAdvanced() {
        return isEventual() && asksForCount();
    }

    /** Refuses callers that hold none of these permissions. */
    void needs(Set<String> anyOf) {
        if (!Permissions.allow(roles, anyOf)) {
            throw GraphError.denied();
        }
    }

    private void refuseUnknownOptions() {
        Map<String, String> query = request.query();
        for (String name : query.keySet()) {
            if (name.startsWith("$") && !(asksForChanges() ? OPTIONS_OF_CHANGES : OPTIONS).contains(name)) {
                throw GraphError.badRequest("The query specified in the URI is not valid. " + name + " is unknown.");
            }
        }
        if (query.containsKey("$skip")) {
            throw GraphError.unsupportedQuery("'$skip' is not supported by the service.");
        }
        if (query.containsKey("$search")) {
            throw GraphError.unsupportedQuery("Request with $search query parameter only works through MSGraph with a"
                    + " special request header: 'ConsistencyLevel: eventual'");
        }
        if (query.containsKey("$orderby") || query.containsKey("$expand")) {
            throw GraphError.unsupportedQuery("$orderby and $expand are not supported here.");
        }
    }
}
