package dev.roster.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.directory.OperationKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Every kind of operation with every error, against a table of those that mean something. */
final class Meanings {

    private static final List<Integer> ERRORS = List.of(400, 401, 402, 403, 404, 405, 409, 410, 422, 429, 500, 503);

    private Meanings() {}

    /** @param table lines of kind, status and {@code settled} or {@code doubtful}; what is in no line is a refusal */
    static void of(Product product, String table) {
        Set<String> lines =
                table.lines().map(line -> line.strip().replaceAll("\\s+", " ")).collect(Collectors.toSet());
        for (OperationKind kind : OperationKind.values()) {
            for (int status : ERRORS) {
                String line = kind.word() + " " + status;
                boolean settled = product.settled(kind, status);
                assertThat(settled).as(line + " settled").isEqualTo(lines.contains(line + " settled"));
                assertThat(product.doubtful(kind, status) && !settled)
                        .as(line + " doubtful")
                        .isEqualTo(lines.contains(line + " doubtful"));
            }
        }
    }
}
