package dev.roster.contract;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The types of Graph without tolerance: a name that is not in them is a fault, which OpenAPI lets pass. */
final class GraphSchema {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ID = "urn:msgraph-v1.0-trimmed-strict";
    private static final Map<String, String> COLLECTIONS = Map.of(
            "/v1.0/users", "userCollection",
            "/v1.0/groups", "groupCollection",
            "/v1.0/users/delta", "userDeltaCollection",
            "/v1.0/groups/delta", "groupDeltaCollection",
            "/v1.0/directory/deletedItems/microsoft.graph.user", "userCollection",
            "/v1.0/$batch", "batchResponse",
            "/v1.0/organization", "organizationCollection");

    private final SchemaRegistry schemas;

    private GraphSchema(SchemaRegistry schemas) {
        this.schemas = schemas;
    }

    static GraphSchema read(Path file) {
        return new GraphSchema(SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(ID, text(file)))));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> tokenFaults(SimulatedAnswer answer) {
        return faults(answer.status() == 200 ? "tokenResponse" : "tokenError", answer.body());
    }

    List<String> faults(SimulatedRequest request, SimulatedAnswer answer) {
        if (answer.status() >= 400) {
            return faults("ODataError", answer.body());
        }
        String collection = COLLECTIONS.get(request.rawPath());
        return collection == null ? memberFaults(answer.body()) : faults(collection, answer.body());
    }

    /** Members are of several types, each named beside it. */
    private List<String> memberFaults(String body) {
        List<String> faults = new ArrayList<>();
        for (JsonNode member : JSON.readTree(body).path("value")) {
            String type = member.path("@odata.type").asString("");
            if (type.startsWith("#")) {
                faults.addAll(faults(type.substring(1), member.toString()));
            }
        }
        return faults;
    }

    private List<String> faults(String definition, String json) {
        return schemas
                .getSchema(SchemaLocation.of(ID + "#/$defs/" + definition))
                .validate(json, InputFormat.JSON)
                .stream()
                .map(Error::toString)
                .toList();
    }
}
