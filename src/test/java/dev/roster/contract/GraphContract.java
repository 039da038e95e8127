package dev.roster.contract;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * Checks exchanges with Graph against its published interface: the request, the answer, and every part of a batch.
 *
 * <p>Answers that were cut off or never came, and the bodies of 5xx, are not looked at: those are faults on purpose.
 */
public final class GraphContract {

    private static final String VERSION = "/v1.0";

    private static @Nullable GraphContract alreadyRead;

    private final OpenApiInteractionValidator openApi;
    private final GraphSchema schema;

    private GraphContract(OpenApiInteractionValidator openApi, GraphSchema schema) {
        this.openApi = openApi;
        this.schema = schema;
    }

    /** Reads the contract from the folder that {@code contracts.dir} names, once, or skips the test. */
    public static synchronized GraphContract read() {
        if (alreadyRead == null) {
            alreadyRead = readFiles();
        }
        return alreadyRead;
    }

    private static GraphContract readFiles() {
        Path folder = Path.of(System.getProperty("contracts.dir", "contracts"), "graph");
        Assumptions.assumeTrue(Files.isDirectory(folder), "No Graph contract in " + folder);
        return new GraphContract(
                validator(folder.resolve("msgraph-v1.0-trimmed.openapi.json")),
                GraphSchema.read(folder.resolve("msgraph-v1.0-trimmed.strict.schema.json")));
    }

    /** Fails with every violation in these exchanges. */
    public void check(Collection<SimulatedExchange> exchanges) {
        List<String> faults = new ArrayList<>();
        exchanges.forEach(exchange -> faults.addAll(faults(exchange)));
        assertThat(faults).isEmpty();
    }

    /** Every violation in one exchange; empty when it keeps the contract. */
    public List<String> faults(SimulatedExchange exchange) {
        SimulatedRequest request = exchange.request();
        SimulatedAnswer answer = exchange.answer();
        if (request.rawPath().endsWith("/oauth2/v2.0/token")) {
            return isWhole(answer) ? schema.tokenFaults(answer) : List.of();
        }
        List<String> faults = new ArrayList<>();
        if (isWhole(answer) && answer.status() < 500) {
            collect(openApi.validate(requestOf(request), responseOf(answer)), exchange, faults);
            faults.addAll(schema.faults(request, answer));
        } else {
            collect(openApi.validateRequest(requestOf(request)), exchange, faults);
        }
        if (request.rawPath().endsWith("/$batch") && answer.status() == 200 && isWhole(answer)) {
            BatchParts.of(exchange).forEach(part -> faults.addAll(faults(part)));
        }
        return faults;
    }

    private static boolean isWhole(SimulatedAnswer answer) {
        return !answer.dropped() && answer.missingBytes() == 0;
    }

    private static OpenApiInteractionValidator validator(Path file) {
        return OpenApiInteractionValidator.createForInlineApiSpecification(GraphSchema.text(file))
                .withBasePathOverride(VERSION)
                .withLevelResolver(LevelResolver.create()
                        .withLevel(
                                "validation.response.body.schema.additionalProperties", ValidationReport.Level.IGNORE)
                        .withLevel("validation.request.body.schema.additionalProperties", ValidationReport.Level.IGNORE)
                        .withLevel("validation.request.parameter.query.unexpected", ValidationReport.Level.ERROR)
                        .build())
                .build();
    }

    private static Request requestOf(SimulatedRequest request) {
        SimpleRequest.Builder builder = new SimpleRequest.Builder(request.method(), request.rawPath());
        request.query().forEach(builder::withQueryParam);
        request.headers().forEach(builder::withHeader);
        if (!request.body().isEmpty()) {
            builder.withBody(request.body());
        }
        return builder.build();
    }

    private static SimpleResponse responseOf(SimulatedAnswer answer) {
        SimpleResponse.Builder builder = SimpleResponse.Builder.status(answer.status());
        answer.headers().forEach(builder::withHeader);
        if (!answer.body().isEmpty()) {
            builder.withBody(answer.body());
        }
        return builder.build();
    }

    private static void collect(ValidationReport report, SimulatedExchange exchange, List<String> faults) {
        for (ValidationReport.Message message : report.getMessages()) {
            if (message.getLevel() == ValidationReport.Level.ERROR) {
                faults.add(
                        exchange.request().method() + " " + exchange.request().rawPath() + " -> "
                                + exchange.answer().status() + ": " + message.getMessage());
            }
        }
    }
}
