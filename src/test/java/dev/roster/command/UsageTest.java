package dev.roster.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.command.Shell.Result;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong on the command line is told before anything starts. */
class UsageTest {

    private final Shell shell = new Shell(Map.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "synch",
                "sync --conection=acme",
                "sync --target",
                "sync acme",
                "explain",
                "explain ann bob",
                "approve",
                "approve one",
                "approve 1 --target=jira",
                "dead-letters burn",
                "dead-letters retry x",
                "runs --limit=0",
                "runs --user=ann --limit=1001",
                "runs --limit=many",
                "--prot=1"
            })
    void wrongUsageEndsWithTwo(String line) {
        Result result = shell.run(line.split(" "));

        assertThat(result.code()).as(result.err()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isNotBlank().doesNotContain("Exception", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "sync --help", "--version"})
    void helpIsNoFailure(String line) {
        Result result = shell.run(line.split(" "));

        assertThat(result.code()).isZero();
        assertThat(result.out()).isNotBlank();
        assertThat(result.err()).isEmpty();
    }

    @Test
    void theHelpNamesEveryCommand() {
        assertThat(shell.run("--help").out())
                .contains(
                        "serve",
                        "sync",
                        "plan",
                        "check",
                        "groups",
                        "explain",
                        "runs",
                        "approve",
                        "dead-letters",
                        "audit");
    }
}
