package dev.roster.monitoring;

import dev.roster.console.Caller;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks Jolokia over HTTP as one user or another. */
record JolokiaCaller(int port, CamelContext camel) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The name of Camel's own MBean; a second context in one JVM gets another name, and so does this. */
    String context() {
        return "org.apache.camel:context=" + camel.getManagementName() + ",type=context,name=\"" + camel.getName()
                + "\"";
    }

    String route(String id) {
        return "org.apache.camel:context=" + camel.getManagementName() + ",type=routes,name=\"" + id + "\"";
    }

    Answer read(String user, String mbean, String attribute) {
        return ask(user, Map.of("type", "read", "mbean", mbean, "attribute", attribute));
    }

    Answer exec(String user, String mbean, String operation, Object... arguments) {
        return ask(
                user, Map.of("type", "exec", "mbean", mbean, "operation", operation, "arguments", List.of(arguments)));
    }

    Answer ask(String user, Object request) {
        String body = new Caller(port, user)
                .post("/actuator/jolokia/", JSON.writeValueAsString(request), "Content-Type", "application/json")
                .body();
        return new Answer(JSON.readTree(body), body);
    }

    Answer get(String user, String path) {
        String body = new Caller(port, user).get(path).body();
        return new Answer(JSON.readTree(body), body);
    }

    record Answer(JsonNode json, String body) {
        int status() {
            return json.path("status").asInt();
        }

        JsonNode value() {
            return json.path("value");
        }
    }
}
