package dev.roster.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePartTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ann anna annb bob      | ann",
                "ann bob                | ''",
                "xa xb xc ya yb yc yd   | x y",
                "ßa ßb ßc               | ß",
                "😀a 😀b 😁c             | ''"
            })
    void namesThatBeginAlikeAreOnePart(String names, String starts) {
        assertThat(NamePart.of(List.of(names.split(" "))).stream().map(NamePart::start))
                .containsExactlyElementsOf(starts.isEmpty() ? List.of() : List.of(starts.split(" ")));
    }

    @Test
    void manyNamesAreSeveralParts() {
        List<NamePart> parts = NamePart.of(numbered(1000));
        assertThat(parts)
                .hasSize(100)
                .allSatisfy(
                        part -> assertThat(part.names()).hasSize(10).allMatch(name -> name.startsWith(part.start())));
    }

    @Test
    void anAnswerThatIsFullIsFollowedByLongerBeginnings() {
        NamePart part = NamePart.of(List.of("ann", "anna1", "anna2", "anna3", "annb1", "annb2"))
                .get(0);
        assertThat(part.start()).isEqualTo("ann");
        assertThat(part.after(99)).isEmpty();
        assertThat(part.after(100)).extracting(NamePart::start).containsExactly("anna");
        assertThat(part.after(100).get(0).after(100)).isEmpty();
    }

    /** However the answers are, it comes to an end, and nobody is asked about twice by one beginning. */
    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void itComesToAnEnd(long seed) {
        Random random = new Random(seed);
        List<String> names = Stream.generate(() -> random.ints(1 + random.nextInt(6), 'a', 'd')
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString())
                .limit(500)
                .distinct()
                .toList();
        List<String> asked = new ArrayList<>();
        List<NamePart> parts = NamePart.of(names);
        while (!parts.isEmpty()) {
            parts.forEach(part -> asked.add(part.start()));
            parts = parts.stream().flatMap(part -> part.after(100).stream()).toList();
        }
        assertThat(asked).doesNotHaveDuplicates().isNotEmpty();
    }

    private static List<String> numbered(int many) {
        return IntStream.range(0, many).mapToObj("user%03d"::formatted).toList();
    }
}
