package dev.roster.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.directory.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What an explanation advises is what the documentation advises, about every reason. */
class RemediesTest {

    private static final Pattern ROW = Pattern.compile("\\| `([a-z-]+)` \\| .* \\| (.*) \\|");

    @Test
    void theDocumentationHasEveryReasonAndTheSameAdvice() throws IOException {
        Map<String, String> documented = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("docs/reasons.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                documented.put(row.group(1), row.group(2));
            }
        }
        assertThat(documented.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Reason.values()).map(Reason::word).toList());
        Properties advised = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/remedies.properties"))) {
            advised.load(file);
        }
        assertThat(advised).isEqualTo(documented);
    }

    @Test
    void whereNothingIsToBeDoneNothingIsSaid() {
        assertThat(Remedies.of(Reason.UNCHANGED)).isNull();
        assertThat(Remedies.of(Reason.PROTECTED)).isNull();
        assertThat(Remedies.of(Reason.DISABLED)).startsWith("users.when-disabled says");
        assertThat(Remedies.of(Reason.GUEST)).isEqualTo("scope.guests: true if guests should be in");
    }
}
