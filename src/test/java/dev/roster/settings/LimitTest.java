package dev.roster.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitTest {

    @ParameterizedTest
    @CsvSource({
        "5,   50,  1000, 10, false",
        "5,   51,  1000, 10, true",
        "5,   9,   100,  10, false",
        "5,   10,  100,  10, true",
        "5,   10,  200,  10, false",
        "5,   10,  199,  10, true",
        "5,   1,   1,    10, false",
        "5,   1,   1,    1,  true",
        "5,   1,   0,    1,  true",
        "5,   0,   0,    0,  false",
        "5,   0,   0,    10, false",
        "0,   10,  1000, 10, true",
        "0,   9,   1000, 10, false",
        "100, 1000,1000, 10, false",
        "2.5, 25,  1000, 10, false",
        "2.5, 26,  1000, 10, true"
    })
    void aShareIsPassedByMoreThanItAndNeverBelowTheLeastNumber(
            double percent, long planned, long managed, int atLeast, boolean passed) {
        assertThat(new Limit(percent, true).isPassedBy(planned, managed, atLeast))
                .isEqualTo(passed);
    }

    @ParameterizedTest
    @CsvSource({"50, 50, false", "50, 51, true", "0, 0, false", "0, 1, true", "3, 4, true"})
    void aCountIsPassedByMoreThanItWhateverTheLeastNumber(double count, long planned, boolean passed) {
        assertThat(new Limit(count, false).isPassedBy(planned, 1_000_000, 10)).isEqualTo(passed);
    }

    @ParameterizedTest
    @CsvSource({"5, true, 5%", "2.5, true, 2.5%", "50, false, 50", "0, true, 0%"})
    void isShownAsItIsWritten(double value, boolean share, String text) {
        assertThat(new Limit(value, share)).hasToString(text);
    }

    @RepeatedTest(3)
    void nobodyHasToCountFurtherThanEnough() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            Limit limit = new Limit(random.nextInt(1010) / 10.0, random.nextBoolean());
            long planned = 1 + random.nextInt(2000);
            long managed = random.nextInt(20_000);
            assertThat(limit.isPassedBy(planned, Math.min(managed, limit.enough(planned)), 10))
                    .as("seed %d: %s, %d of %d", seed, limit, planned, managed)
                    .isEqualTo(limit.isPassedBy(planned, managed, 10));
        }
    }

    @RepeatedTest(3)
    void moreIsNeverLessDangerous() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            Limit limit = new Limit(random.nextInt(101), random.nextBoolean());
            long planned = random.nextInt(2000);
            long managed = random.nextInt(2000);
            int atLeast = random.nextInt(20);
            if (limit.isPassedBy(planned, managed, atLeast)) {
                assertThat(limit.isPassedBy(planned + 1, managed, atLeast))
                        .as("seed %d: %s, %d of %d, at least %d", seed, limit, planned, managed, atLeast)
                        .isTrue();
            }
        }
    }
}
