package dev.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/reliability.md} says of the tests is so. */
class ReliabilityDocumentTest {

    private static final Path DOCUMENT = Path.of("docs/reliability.md");
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)`");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-Z]\\d+) \\|");
    private static final Pattern IN_CODE =
            Pattern.compile("(?:@DisplayName|dynamicTest)\\(\\s*\"((?:[KGDTRPU]\\d+,? )+)");

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static List<String> rows(String document) {
        return ROW.matcher(document).results().map(row -> row.group(1)).toList();
    }

    @Test
    void everyTestThatItNamesIsThere() throws IOException {
        Set<String> classes = sources().stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        List<String> named = NAMED.matcher(Files.readString(DOCUMENT))
                .results()
                .map(name -> name.group(1))
                .toList();
        assertThat(named).hasSizeGreaterThan(50);
        assertThat(classes).containsAll(named);
    }

    @Test
    void everyIdIsExplainedOnceAndThoseOfTestsAreAmongThem() throws IOException {
        List<String> rows = rows(Files.readString(DOCUMENT));
        assertThat(rows).doesNotHaveDuplicates().contains("P1", "P10", "K1", "R7");
        Set<String> used = new TreeSet<>();
        for (Path source : sources()) {
            IN_CODE.matcher(Files.readString(source))
                    .results()
                    .map((MatchResult ids) -> ids.group(1))
                    .forEach(ids -> used.addAll(List.of(ids.strip().split(",? "))));
        }
        assertThat(used).hasSizeGreaterThan(8);
        assertThat(rows).containsAll(used);
    }
}
