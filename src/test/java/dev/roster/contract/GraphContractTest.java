package dev.roster.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedExchange;
import dev.roster.demo.SimulatedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract itself has to be able to say no, and its own examples have to pass. */
class GraphContractTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final GraphContract contract = GraphContract.read();

    private List<String> faultsOf(String path, int status, String body) {
        int question = path.indexOf('?');
        String query = question < 0 ? null : path.substring(question + 1);
        SimulatedRequest request = new SimulatedRequest(
                "GET",
                question < 0 ? path : path.substring(0, question),
                query,
                SimulatedRequest.parameters(query),
                Map.of(),
                "");
        return contract.faults(new SimulatedExchange(request, SimulatedAnswer.json(status, body)));
    }

    @Test
    void aProperAnswerPasses() {
        assertThat(faultsOf("/v1.0/users?$top=999", 200, "{\"value\":[{\"id\":\"1\",\"accountEnabled\":true}]}"))
                .isEmpty();
    }

    @Test
    void wrongAnswersAreFound() {
        assertThat(faultsOf("/v1.0/users", 200, "{\"value\":[{\"accountEnabled\":\"yes\"}]}"))
                .isNotEmpty();
        assertThat(faultsOf("/v1.0/users", 200, "{\"value\":[{\"acountEnabled\":true}]}"))
                .isNotEmpty();
        assertThat(faultsOf("/v1.0/users", 200, "{}")).isNotEmpty();
        assertThat(faultsOf("/v1.0/users", 401, "{\"message\":\"no\"}")).isNotEmpty();
        assertThat(faultsOf(
                        "/v1.0/groups/1/members",
                        200,
                        "{\"value\":[{\"@odata.type\":\"#microsoft.graph.user\",\"nickName\":\"x\"}]}"))
                .isNotEmpty();
    }

    @Test
    void wrongRequestsAreFound() {
        assertThat(faultsOf("/v1.0/users?$top=1000", 200, "{\"value\":[]}")).isNotEmpty();
        assertThat(faultsOf("/v1.0/users?$skip=1", 200, "{\"value\":[]}")).isNotEmpty();
        assertThat(faultsOf("/v1.0/persons", 200, "{\"value\":[]}")).isNotEmpty();
    }

    @Test
    void theContractsOwnExamplesPass() {
        Path folder = Path.of(System.getProperty("contracts.dir", "contracts"), "graph", "examples");
        List<SimulatedExchange> examples = examples(folder);

        assertThat(examples).hasSizeGreaterThan(25);
        contract.check(examples);
    }

    private static List<SimulatedExchange> examples(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted()
                    .filter(file -> !file.getFileName().toString().matches("(subscription|notification|signins).*"))
                    .map(file -> example(JSON.readTree(GraphSchema.text(file))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SimulatedExchange example(JsonNode example) {
        JsonNode request = example.path("request");
        String path = request.path("path").asString();
        int question = path.indexOf('?');
        String query = question < 0 ? null : path.substring(question + 1);
        SimulatedAnswer answer = SimulatedAnswer.json(
                example.path("status").asInt(), example.path("body").toString());
        for (Map.Entry<String, JsonNode> header : example.path("headers").properties()) {
            answer = answer.with(header.getKey(), header.getValue().asString());
        }
        return new SimulatedExchange(
                new SimulatedRequest(
                        request.path("method").asString(),
                        question < 0 ? path : path.substring(0, question),
                        query,
                        SimulatedRequest.parameters(query),
                        headers(request),
                        request.has("body") ? request.path("body").toString() : ""),
                answer);
    }

    private static Map<String, String> headers(JsonNode request) {
        Map<String, String> headers = new HashMap<>();
        request.path("headers")
                .forEachEntry((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value.asString()));
        return headers;
    }
}
