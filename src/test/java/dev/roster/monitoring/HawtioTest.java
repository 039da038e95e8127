package dev.roster.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.console.Caller;
import dev.roster.console.ConsoleTest;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

@ConsoleTest
class HawtioTest {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"/hawtio/", "/hawtio/index.html", "/hawtio/camel/routeDiagram", "/hawtio/jmx/attributes"})
    void thePageComesAfterLoginOnly(String path) {
        assertThat(new Caller(port, null).get(path).statusCode()).isEqualTo(401);

        var page = new Caller(port, "viewer").get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<title>Hawtio</title>");
    }

    @Test
    void theShortAddressLeadsToThePage() {
        var answer = new Caller(port, "viewer").get("/hawtio");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/hawtio/"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "user | \"viewer\"",
                "plugin | []",
                "preset-connections | []",
                "proxy/enabled | false",
                "keycloak/enabled | false",
                "auth/config/login | {}",
                "auth/config/session-timeout | {}"
            })
    void whatThePageAsksIsAnswered(String path, String expected) {
        var answer = new Caller(port, "viewer").get("/hawtio/" + path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(expected);
    }

    @Test
    void scriptsAreKeptByTheBrowserAndAnswersAreNot() throws IOException {
        String script = Arrays.stream(new PathMatchingResourcePatternResolver()
                        .getResources("classpath:/META-INF/hawtio-static/static/js/main.*.js"))
                .map(Resource::getFilename)
                .findFirst()
                .orElseThrow();

        assertThat(cached("/hawtio/static/js/" + script)).startsWith("max-age=").contains("private");
        assertThat(cached("/hawtio/user")).contains("no-store");
    }

    private String cached(String path) {
        return new Caller(port, "viewer")
                .get(path)
                .headers()
                .firstValue("Cache-Control")
                .orElse("");
    }

    @Test
    void onlyViewsThatWorkAreShown() {
        assertThat(new Caller(port, "viewer").get("/hawtio/hawtconfig.json").body())
                .contains("Roster", "\"/runtime\"");
    }

    @Test
    void jolokiaAnswersUnderHawtiosAddressWithTheSamePolicy() {
        Caller viewer = new Caller(port, "viewer");
        String read = "{\"type\":\"read\",\"mbean\":\"java.lang:type=Memory\",\"attribute\":\"HeapMemoryUsage\"}";
        String secrets = "{\"type\":\"read\",\"mbean\":\"java.lang:type=Runtime\",\"attribute\":\"SystemProperties\"}";

        assertThat(viewer.post("/hawtio/jolokia/?maxDepth=7", read, "Content-Type", "text/json")
                        .body())
                .contains("\"status\":200", "\"used\"");
        assertThat(viewer.post("/hawtio/jolokia/", secrets, "Content-Type", "text/json")
                        .body())
                .contains("\"status\":403");
        assertThat(viewer.get("/hawtio/jolokia/version").body()).contains("\"status\":200");
        assertThat(new Caller(port, null).post("/hawtio/jolokia/", read).statusCode())
                .isEqualTo(401);
    }

    @Test
    void signingOutMakesTheBrowserAskAgain() {
        var answer = new Caller(port, "viewer").get("/hawtio/auth/logout");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    }
}
