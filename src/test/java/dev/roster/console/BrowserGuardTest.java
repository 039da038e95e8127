package dev.roster.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a browser may be made to do by a page, and what it is told to keep from pages. */
@ConsoleTest
class BrowserGuardTest {
    private static final String APPROVE = "/api/runs/1/approve";

    @LocalServerPort
    int port;

    @Test
    void aScriptNeedsNoToken() {
        assertThat(admin().post(APPROVE, "").statusCode()).isNotIn(401, 403, 415);
        assertThat(admin().post("/api/connections/acme/runs", "{}", "Content-Type", "application/json")
                        .statusCode())
                .isNotIn(401, 403, 415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none-such"})
    void aCallFromAnotherSitesPageIsRefused(String site) {
        assertThat(admin().post(APPROVE, "", "Sec-Fetch-Site", site).statusCode())
                .isEqualTo(403);
        assertThat(admin().get("/api/runs", "Sec-Fetch-Site", site).statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://127.0.0.1:1", "http://127.0.0.1", "not a url"})
    void aForeignOriginIsRefusedFromBrowsersThatSayNoMore(String origin) {
        assertThat(admin().post(APPROVE, "", "Origin", origin).statusCode()).isEqualTo(403);
    }

    @Test
    void ourOwnPagesMayCall() {
        String own = "http://127.0.0.1:" + port;

        assertThat(admin().post(APPROVE, "", "Origin", own, "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isNotEqualTo(403);
        assertThat(admin().post(APPROVE, "", "Origin", own).statusCode()).isNotEqualTo(403);
    }

    @Test
    void aLinkFromElsewhereMayBeFollowedButNotEmbedded() {
        assertThat(fetched("navigate", "document").statusCode()).isEqualTo(200);
        assertThat(fetched("navigate", "iframe").statusCode()).isEqualTo(403);
        assertThat(fetched("no-cors", "script").statusCode()).isEqualTo(403);
    }

    @Test
    void anAnswerOfJolokiaCannotBeIncludedAsAScript() {
        var answer = admin().get(
                        "/actuator/jolokia/version?callback=steal&mimeType=text/plain",
                        "Sec-Fetch-Site",
                        "cross-site",
                        "Sec-Fetch-Mode",
                        "no-cors");

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "nonsense"})
    void aBodyThatIsNotJsonIsRefused(String type) {
        var answer = admin().post("/api/connections/acme/runs", "{}", "Content-Type", type);

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("application/json");
    }

    @Test
    void aBodyWithoutATypeIsRefused() {
        assertThat(admin().post("/api/connections/acme/runs", "{}").statusCode())
                .isEqualTo(415);
    }

    @Test
    void noAnswerAllowsAnotherSiteToReadIt() {
        var answer = admin().get("/actuator/jolokia/version", "Origin", "http://127.0.0.1:" + port);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/info", "/actuator/health", "/actuator/jolokia/version", "/api/nothing"})
    void ourAnswersCarryStrictHeaders(String path) {
        var answer = admin().get(path);

        assertThat(header(answer, "Content-Security-Policy"))
                .startsWith("default-src 'self';")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        hasOtherHeaders(answer);
    }

    @Test
    void hawtiosPageMayStyleItselfButRunsOnlyOurScripts() {
        var answer = admin().get("/hawtio/");

        assertThat(header(answer, "Content-Security-Policy"))
                .startsWith("default-src 'self';")
                .contains("style-src 'self' 'unsafe-inline'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("script-src", "unsafe-eval");
        hasOtherHeaders(answer);
    }

    @Test
    void aRefusalCarriesTheHeadersToo() {
        hasOtherHeaders(new Caller(port, null).get("/api/runs"));
        hasOtherHeaders(admin().get("/api/runs", "Sec-Fetch-Site", "cross-site"));
    }

    @Test
    void askingForTheHeadersAloneGivesThemToo() {
        hasOtherHeaders(admin().send("HEAD", "/hawtio/", BodyPublishers.noBody()));
    }

    private static void hasOtherHeaders(HttpResponse<String> answer) {
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private HttpResponse<String> fetched(String mode, String destination) {
        return admin().get(
                        "/hawtio/",
                        "Sec-Fetch-Site",
                        "cross-site",
                        "Sec-Fetch-Mode",
                        mode,
                        "Sec-Fetch-Dest",
                        destination);
    }

    private Caller admin() {
        return new Caller(port, "admin");
    }
}
