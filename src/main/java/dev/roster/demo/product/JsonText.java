package dev.roster.demo.product;

import dev.roster.demo.SimulatedAnswer;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the JSON of answers. */
final class JsonText {

    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonText() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    static ArrayNode strings(List<String> strings) {
        ArrayNode array = array();
        strings.forEach(array::add);
        return array;
    }

    static ArrayNode nodes(List<? extends JsonNode> nodes) {
        ArrayNode array = array();
        nodes.forEach(array::add);
        return array;
    }

    static SimulatedAnswer answer(int status, JsonNode body) {
        return SimulatedAnswer.json(status, MAPPER.writeValueAsString(body));
    }
}
