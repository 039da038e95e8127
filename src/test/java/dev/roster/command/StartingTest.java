package dev.roster.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Roster;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a start asks for before anything has started. */
class StartingTest {

    @ParameterizedTest
    @CsvSource({"demo, true", "'prod,demo', true", "prod, false", "'', false"})
    void theProfileOfTheDemoMakesTheServiceTheDemo(String active, boolean demo) {
        Starting starting = new Starting(Roster.class, List.of("--spring.profiles.active=" + active));
        assertThat(starting.hasProfile(DemoCommand.PROFILE)).isEqualTo(demo);
    }
}
