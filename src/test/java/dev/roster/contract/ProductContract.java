package dev.roster.contract;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedExchange;
import dev.roster.demo.SimulatedRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Holds the requests to one product, and its answers, against the vendor's own OpenAPI description. */
public final class ProductContract {

    /** The products, with the file of each in the directory {@code contracts.dir}. */
    public enum Product {
        JIRA("jira-dc-10.3-users-groups.openapi.json", "/rest"),
        CONFLUENCE("confluence-dc-10.0-users-groups.openapi.json", "/"),
        BITBUCKET("bitbucket-dc-9.4-users-groups.openapi.json", "/rest");

        private final String file;
        private final String base;

        Product(String file, String base) {
            this.file = file;
            this.base = base;
        }
    }

    private static final Map<Product, ProductContract> LOADED = new EnumMap<>(Product.class);

    private final List<KnownDefect> defects;
    private final OpenApiInteractionValidator validator;

    private ProductContract(Product product, Path file) {
        this.defects = KnownDefects.of(product);
        this.validator = OpenApiInteractionValidator.createForInlineApiSpecification(RepairedDescription.read(file))
                .withBasePathOverride(product.base)
                .withLevelResolver(LevelResolver.create()
                        .withLevel("validation.request.parameter.query.unexpected", ValidationReport.Level.ERROR)
                        // Products add fields from version to version; clients have to bear it.
                        .withLevel(
                                "validation.response.body.schema.additionalProperties", ValidationReport.Level.IGNORE)
                        // The descriptions know only user name and password.
                        .withLevel("validation.request.security", ValidationReport.Level.IGNORE)
                        .build())
                .build();
    }

    /** Empty when the vendors' descriptions are not at hand: they carry no open licence, so they are not in here. */
    public static synchronized Optional<ProductContract> of(Product product) {
        Path file = Path.of(System.getProperty("contracts.dir", "contracts"), product.file);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(LOADED.computeIfAbsent(product, missing -> new ProductContract(product, file)));
    }

    /** What is wrong with an exchange; the answer is looked at only when it is the product's own. */
    public List<String> violations(SimulatedExchange exchange) {
        Request request = request(exchange.request());
        ValidationReport report = ownAnswer(exchange.answer())
                ? validator.validate(request, response(exchange.answer()))
                : validator.validateRequest(request);
        List<String> violations = new ArrayList<>();
        for (ValidationReport.Message message : report.getMessages()) {
            String violation = exchange.answer().status() + " " + message.getKey() + ": " + message.getMessage();
            if (message.getLevel() == ValidationReport.Level.ERROR && !known(exchange, request, violation)) {
                violations.add(request.getMethod() + " " + request.getPath() + " -> " + violation);
            }
        }
        return violations;
    }

    private boolean known(SimulatedExchange exchange, Request request, String violation) {
        String method = exchange.request().method();
        return defects.stream().anyMatch(defect -> defect.covers(method, request.getPath(), violation));
    }

    // A proxy in between, a fault on the way, or a servlet container answers in no product's words.
    private static boolean ownAnswer(SimulatedAnswer answer) {
        boolean page = answer.headers().getOrDefault("Content-Type", "").startsWith("text/html");
        return !answer.dropped() && answer.missingBytes() == 0 && answer.status() < 500 && !page;
    }

    private static Request request(SimulatedRequest request) {
        // Without the context path, under which the product may live anywhere.
        String path = request.rawPath().substring(Math.max(0, request.rawPath().indexOf("/rest/")));
        SimpleRequest.Builder builder = new SimpleRequest.Builder(
                request.method(), path.replaceFirst("^/rest/api/1\\.0/", "/rest/api/latest/"));
        request.headers().forEach(builder::withHeader);
        for (String pair : Objects.requireNonNullElse(request.rawQuery(), "").split("&", -1)) {
            SimulatedRequest.parameters(pair).forEach(builder::withQueryParam);
        }
        return request.body().isEmpty()
                ? builder.build()
                : builder.withBody(request.body()).build();
    }

    private static SimpleResponse response(SimulatedAnswer answer) {
        SimpleResponse.Builder builder = SimpleResponse.Builder.status(answer.status());
        answer.headers().forEach(builder::withHeader);
        return answer.body().isEmpty()
                ? builder.build()
                : builder.withBody(answer.body()).build();
    }
}
