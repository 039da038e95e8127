package dev.roster.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayNameRuleTest {
    private final DisplayNameRule confluence = SampleNameRules.CONFLUENCE_DISPLAY;

    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, textBlock = """
        Anna Berg,Anna Berg
        ' Anna  Berg ',Anna Berg
        'Anna\r\nBerg',Anna Berg
        'Anna\tBerg',Anna Berg
        Anna\u200BBerg,Anna Berg
        Anna\u202EBerg,AnnaBerg
        Anna\u0000Berg,Anna Berg
        Anna\uD83D,Anna
        山田\u3000太郎,山田\u3000太郎
        神\uFA19,神\uFA19
        👩\u200D💻 Ada,👩\u200D💻 Ada
        می\u200Cخواهم,می\u200Cخواهم
        Søren O'Brien,Søren O'Brien
        <script>Anna</script>,scriptAnna/script
        """)
    void aDisplayNameIsCleanedAndOtherwiseKept(String name, String cleaned) {
        assertThat(confluence.cleaned(name)).isEqualTo(cleaned);
    }

    @Test
    void aLongNameIsCutBetweenCharacters() {
        assertThat(confluence.cleaned("a".repeat(256))).isEqualTo("a".repeat(255));
        assertThat(confluence.cleaned("a" + "😀".repeat(200))).isEqualTo("a" + "😀".repeat(127));
        assertThat(confluence.cleaned("aa" + "😀".repeat(200))).isEqualTo("aa" + "😀".repeat(126));
        assertThat(confluence.cleaned("a".repeat(254) + " b")).isEqualTo("a".repeat(254));
        assertThat(Names.key(confluence.cleaned("İ".repeat(200)))).hasSize(254);
    }

    @Test
    void aReservedOrInvisibleNameIsNotTaken() {
        assertThat(confluence.takes("Anonymous")).isFalse();
        assertThat(confluence.takes("")).isFalse();
        assertThat(confluence.takes("\u200D")).isFalse();
        assertThat(confluence.takes("Anonymous Coward")).isTrue();
        assertThat(SampleNameRules.JIRA_DISPLAY.takes("Anonymous")).isTrue();
    }

    @Test
    void cleaningTwiceChangesNothingMore() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            String cleaned = confluence.cleaned(HostileTexts.next(random));
            assertThat(confluence.cleaned(cleaned)).as("seed %d", seed).isEqualTo(cleaned);
            assertThat(cleaned).as("seed %d", seed).doesNotContain("<", ">", "\n", "\0", "\u202E");
            assertThat(Names.key(cleaned)).as("seed %d", seed).hasSizeLessThanOrEqualTo(255);
        }
    }
}
