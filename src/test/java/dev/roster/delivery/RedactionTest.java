package dev.roster.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    private static final Redaction REDACTION =
            new Redaction(List.of("correct horse & \"battery\"", "abcd", "abcdef", "xy"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            token abcd was refused                        | token *** was refused
            token abcdef was refused                      | token *** was refused
            p=correct horse & "battery"!                  | p=***!
            ?password=correct+horse+%26+%22battery%22&a=1 | ?password=***&a=1
            ?password=correct%20horse%20%26%20%22battery%22 | ?password=***
            {"password":"correct horse & \\"battery\\""}  | {"password":"***"}
            xy is too short to be a secret                | xy is too short to be a secret
            """)
    void aSecretIsNotKeptInWhateverSpelling(String text, String kept) {
        assertThat(REDACTION.apply(text)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n", "\r\n", "\t", "\u0000", "\u001B", "\u0085", "\u2028", "\u2029", "\u202E", "\u200B", "\uD83D"
            })
    void whatDoesNotShowBecomesASpace(String hidden) {
        assertThat(REDACTION.apply("refused" + hidden + "2026 INFO all is well"))
                .isEqualTo("refused 2026 INFO all is well");
    }

    @Test
    void aLongTextIsCutAfterItsSecretsAreGone() {
        String kept = REDACTION.apply("x".repeat(998) + "abcdef" + "y".repeat(500));
        assertThat(kept).isEqualTo("x".repeat(998) + "**…");
    }

    @Test
    void aCharacterIsNotCutInTwo() {
        assertThat(REDACTION.apply("x".repeat(999) + "😀 and more")).isEqualTo("x".repeat(999) + "…");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "\n"})
    void nothingIsKeptOfNothing(@Nullable String text) {
        assertThat(REDACTION.apply(text)).isNull();
    }
}
