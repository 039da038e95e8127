package dev.roster.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void theFirstArgumentThatIsNoOptionIsTheCommand() {
        Arguments arguments = Arguments.of("--connection=acme", "--json", "sync", "--target=jira");

        assertThat(arguments.own()).containsExactly("sync", "--connection=acme", "--json", "--target=jira");
    }

    @Test
    void anOptionsValueIsNoCommand() {
        Arguments arguments = Arguments.of("--connection", "sync", "approve", "7");

        assertThat(arguments.own()).containsExactly("approve", "--connection", "sync", "7");
    }

    @Test
    void settingsGoToSpringWhereverTheyStand() {
        Arguments arguments =
                Arguments.of("--server.port=1", "runs", "--roster.connections.a.enabled=false", "--limit=3");

        assertThat(arguments.spring()).containsExactly("--server.port=1", "--roster.connections.a.enabled=false");
        assertThat(arguments.own()).containsExactly("runs", "--limit=3");
    }

    @Test
    void aDotInAValueMakesNoSetting() {
        assertThat(Arguments.of("sync", "--connection=acme.example").own())
                .containsExactly("sync", "--connection=acme.example");
    }
}
