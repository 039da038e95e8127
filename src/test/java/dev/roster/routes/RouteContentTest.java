package dev.roster.routes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteContentTest {

    private static final String TEXT = """
            - route:
                id: one
                from:
                  uri: direct:one
                  steps:
                    - log:
                        message: "1"
            """;

    @Test
    void commentsAndLayoutAreNoPartOfIt() {
        String other = "# Why.\n\n"
                + TEXT.replace("id: one", "id:   'one' # the first").replace("\"1\"", "'1'") + "\n\n";
        assertThat(RouteContent.of(other)).isEqualTo(RouteContent.of(TEXT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"1 \"", "\"2\"", "\"1\"\n            marker: x", "[\"1\"]", "\"# 1\""})
    void anythingElseIs(String message) {
        assertThat(RouteContent.of(TEXT.replace("\"1\"", message))).isNotEqualTo(RouteContent.of(TEXT));
    }

    @Test
    void theOrderOfStepsIsPartOfIt() {
        String steps = "- stop: {}\n- log: {}\n";
        assertThat(RouteContent.of(steps)).isNotEqualTo(RouteContent.of("- log: {}\n- stop: {}\n"));
    }

    @Test
    void whatIsNoYamlIsComparedAsItIs() {
        assertThat(RouteContent.of("- route: [")).isEqualTo("- route: [");
    }
}
