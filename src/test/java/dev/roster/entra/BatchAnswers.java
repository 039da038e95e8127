package dev.roster.entra;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Graph's answers to batches, as tests need them. */
final class BatchAnswers {

    private BatchAnswers() {}

    static Map<String, Object> batch(List<Map<String, Object>> responses) {
        return Map.of("responses", responses);
    }

    static Map<String, Object> part(String id, int status, Map<String, ?> headers, Map<String, ?> body) {
        return Map.of("id", id, "status", status, "headers", headers, "body", body);
    }

    static Map<String, Object> page(String id, List<Map<String, Object>> members) {
        return part(id, 200, Map.of("OData-Version", "4.0"), Map.of("value", members));
    }

    static Map<String, Object> page(String id, List<Map<String, Object>> members, String nextLink) {
        Map<String, Object> body = new HashMap<>(Map.of("value", members));
        body.put("@odata.nextLink", nextLink);
        return part(id, 200, Map.of(), body);
    }

    static Map<String, Object> error(String id, int status, String code) {
        return part(id, status, Map.of(), Map.of("error", Map.of("code", code, "message", "canary")));
    }

    static Map<String, Object> throttled(String id, int status, String retryAfter) {
        return part(id, status, Map.of("retry-after", retryAfter), Map.of("error", Map.of("code", "TooManyRequests")));
    }

    static List<Map<String, Object>> users(String... ids) {
        List<Map<String, Object>> users = new ArrayList<>();
        for (String id : ids) {
            users.add(member("user", id));
        }
        return users;
    }

    static Map<String, Object> member(String type, String id) {
        return Map.of("@odata.type", "#microsoft.graph." + type, "id", id);
    }
}
