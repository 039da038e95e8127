package dev.roster.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.roster.directory.OperationKind;
import dev.roster.product.Bitbucket;
import dev.roster.product.Capabilities;
import dev.roster.product.Confluence;
import dev.roster.product.Jira;
import dev.roster.product.Product;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The routes that Roster ships, as files. */
class RoutesTest {

    private static final int DEEPEST = 3;
    private static final int MOST_STEPS = 25;
    private static final ShippedRoutes SHIPPED = new ShippedRoutes();
    private static final Schema CANONICAL = canonical();

    static Stream<String> files() {
        return SHIPPED.texts().keySet().stream();
    }

    static Stream<Map<String, Object>> routes() {
        return SHIPPED.routes().stream();
    }

    static Stream<Product> products() {
        return Stream.of(new Jira(), new Confluence(), new Bitbucket());
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileIsWrittenInCamelsCanonicalForm(String file) {
        assertThat(CANONICAL.validate(SHIPPED.texts().get(file), InputFormat.YAML))
                .isEmpty();
    }

    /** The schema of 4.22.0 asks an unmarshal step for all formats at once, which is a known defect of it. */
    private static Schema canonical() {
        try (InputStream schema = RoutesTest.class.getResourceAsStream("/schema/camelYamlDsl-canonical.json")) {
            JsonNode root = JsonMapper.builder().build().readTree(schema);
            ObjectNode unmarshal =
                    (ObjectNode) root.at("/items/definitions/org.apache.camel.model.UnmarshalDefinition");
            unmarshal.remove("required");
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(root.toString(), InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theSchemaFindsWhatIsNotCanonical() throws IOException {
        String shorthand = "- route: {id: a, description: x, from: {uri: 'direct:a', steps: [{log: x}]}}";
        assertThat(CANONICAL.validate(shorthand, InputFormat.YAML)).isNotEmpty();
    }

    /** Hawtio draws it as a step before the beginning, and its layout then fails for all routes. */
    @ParameterizedTest
    @MethodSource("routes")
    void noRouteHasAnErrorHandlerOfItsOwn(Map<String, Object> route) {
        assertThat(route).doesNotContainKey("errorHandler");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void noRouteIsTooLongOrTooDeep(Map<String, Object> route) {
        assertThat(count(route)).as("steps of %s", route.get("id")).isLessThanOrEqualTo(MOST_STEPS);
        assertThat(depth(route)).as("depth of %s", route.get("id")).isLessThanOrEqualTo(DEEPEST + 1);
    }

    private static int count(Object part) {
        return ShippedRoutes.all(part, "steps").stream()
                .mapToInt(steps -> ((List<?>) steps).size())
                .sum();
    }

    /** How many lists of steps stand inside each other; the route's own is the first. */
    private static int depth(Object part) {
        return ShippedRoutes.all(part, "steps").stream()
                .mapToInt(steps -> 1 + depth(steps))
                .max()
                .orElse(0);
    }

    @ParameterizedTest
    @MethodSource("products")
    void everyProductHasARouteForEachThingThatItCan(Product product) {
        List<String> names = names();
        for (OperationKind kind : OperationKind.values()) {
            String name = "direct:" + product.word() + "-" + kind.word();
            assertThat(names.contains(name)).as(name).isEqualTo(can(product.capabilities("99.0"), kind));
        }
        for (String reading : List.of("look-around", "read-users", "read-groups", "read-members", "look-up-user")) {
            assertThat(names).contains("direct:" + product.word() + "-" + reading);
        }
        for (String look : List.of("user", "group", "membership")) {
            assertThat(names).contains("direct:" + product.word() + "-look-at-" + look);
        }
        if (!product.capabilities("99.0").deactivate()) {
            assertThat(names).contains("direct:" + product.word() + "-read-groups-of-user");
        }
        for (String leads : List.of("read-leads", "read-component-leads", "look-at-project", "look-at-component")) {
            String name = "direct:" + product.word() + "-" + leads;
            assertThat(names.contains(name))
                    .as(name)
                    .isEqualTo(product.capabilities("99.0").leads());
        }
    }

    private static boolean can(Capabilities can, OperationKind kind) {
        return switch (kind) {
            case ACTIVATE_USER, DEACTIVATE_USER -> can.deactivate();
            case RENAME_USER -> can.rename();
            case UPDATE_USER -> can.update();
            case REASSIGN_PROJECT_LEAD, REASSIGN_COMPONENT_LEAD -> can.leads();
            default -> true;
        };
    }

    /** Where routes begin; what a template leaves open stays open. */
    private static List<String> names() {
        return SHIPPED.routes().stream()
                .map(route ->
                        String.valueOf(ShippedRoutes.map(route.get("from")).get("uri")))
                .toList();
    }

    @Test
    void whereverAMessageIsSentARouteBegins() {
        List<String> names = names();
        List<Object> parts = new ArrayList<>(SHIPPED.configurations());
        SHIPPED.routes()
                .forEach(route -> parts.add(ShippedRoutes.map(route.get("from")).get("steps")));
        List<String> addresses = parts.stream()
                .flatMap(part -> ShippedRoutes.all(part, "uri").stream())
                .map(String::valueOf)
                .filter(uri -> uri.startsWith("direct:") || uri.startsWith("seda:"))
                .distinct()
                .toList();
        assertThat(addresses)
                .hasSizeGreaterThan(40)
                .allSatisfy(address -> assertThat(names)
                        .as(address)
                        .anyMatch(name ->
                                ShippedRoutes.pattern(address).matcher(name).matches()
                                        || ShippedRoutes.pattern(name)
                                                .matcher(ShippedRoutes.sample(address))
                                                .matches()));
    }
}
