package dev.roster.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteSetTest {

    private static final String TEXT = """
            # Words of introduction.
            - beans:
                - name: policy
                  type: org.example.Policy
            -
              route:
                id: plain
                routeConfigurationId: re*
                from:
                  uri: direct:plain
                  steps:
                    - to:
                        uri: direct:used-a
            - routeConfiguration:
                id: read
                description: Reads.
            - routeConfiguration:
                id: write
                description: Writes.
            - routeTemplate:
                id: used
                parameters:
                  - name: what
                route:
                  routeConfigurationId: write
                  from:
                    uri: "direct:used-{{what}}"
                    steps:
                      - log:
                          message: hello
            - templatedRoute:
                routeTemplateRef: used
                routeId: used-by-file
                parameters:
                  - name: what
                    value: a
            - route:
                id: alone
                from:
                  uri: direct:alone
            """;

    private static final MadeRoute MADE = new MadeRoute("used", "used-by-program", Map.of("what", "b"));

    private static RouteSet of(String text) {
        return RouteSet.of(Map.of("own.camel.yaml", text), List.of(MADE));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            id: alone,          id: lonely,                alone,                                   lonely
            uri: direct:alone,  uri: direct:all,           alone,                                   alone
            message: hello,     message: goodbye,          used-by-file used-by-program,            used-by-file used-by-program
            value: a,           value: c,                  used-by-file,                            used-by-file
            description: Reads.,  description: Reads on.,  plain,                                   plain
            description: Writes., description: Writes on., used-by-file used-by-program,            used-by-file used-by-program
            # Words of introduction., -,                   -,                                       -
            type: org.example.Policy, type: org.example.Other, -,                                   -
            """)
    void anEditIsAboutTheRoutesThatAreMadeFromIt(
            String before, @Nullable String after, @Nullable String gone, @Nullable String coming) {
        assertThat(TEXT).contains(before);
        RouteChange change = of(TEXT).changeTo(of(TEXT.replace(before, after == null ? "" : after)));

        assertThat(change.routes().gone()).containsExactlyInAnyOrder(words(gone));
        assertThat(change.routes().coming()).containsExactlyInAnyOrder(words(coming));
    }

    private static String[] words(@Nullable String text) {
        return text == null ? new String[0] : text.split(" ");
    }

    @Test
    void theLayoutOfAFileMakesNoOtherRoutes() {
        String laidOut =
                TEXT.replace("id: plain", "id: 'plain' # the first one").replace("- route:", "\n- route:");
        assertThat(of(TEXT).changeTo(of(laidOut)).isEmpty()).isTrue();
    }

    @Test
    void whatComesStaysOnItsLinesAndTheRestIsBlank() {
        RouteChange change = of(TEXT).changeTo(of(TEXT.replace("direct:plain", "direct:plainer")));

        Map<String, String> coming =
                of(TEXT.replace("direct:plain", "direct:plainer")).coming(change);

        List<String> lines = coming.getOrDefault("own.camel.yaml", "").lines().toList();
        List<String> whole = TEXT.lines().toList();
        assertThat(lines.get(0)).isEqualTo(whole.get(0));
        assertThat(lines.subList(1, 4)).allMatch(String::isEmpty);
        assertThat(lines.subList(4, 9)).isEqualTo(whole.subList(4, 9));
        assertThat(lines.get(9)).contains("direct:plainer");
        assertThat(lines.subList(13, lines.size())).allMatch(String::isEmpty);
    }

    @Test
    void anotherBeanIsNamedWithItsLine() {
        RouteSet edited = of(TEXT.replace("org.example.Policy", "org.example.Other"));
        assertThat(edited.otherBeans(of(TEXT), "start again"))
                .containsExactly(
                        new RouteFault("own.camel.yaml", 3, "the bean 'policy' is not as before", "start again"));
        assertThat(of(TEXT).otherBeans(of(TEXT), "start again")).isEmpty();
    }

    @Test
    void theShippedRoutesDoNotDifferFromThemselves() {
        Map<String, String> texts = new RouteFolder(Path.of("routes")).texts();
        RouteSet set = RouteSet.of(texts, List.of());
        RouteSet other = RouteSet.of(new TreeMap<>(texts), List.of());
        assertThat(set.changeTo(other).isEmpty()).isTrue();
        assertThat(RouteSet.of(Map.of(), List.of()).changeTo(set).routes().coming())
                .hasSizeGreaterThan(80);
    }
}
