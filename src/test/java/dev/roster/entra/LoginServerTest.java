package dev.roster.entra;

import static dev.roster.demo.PlannedFault.answer;
import static dev.roster.demo.PlannedFault.on;
import static dev.roster.demo.PlannedFault.reset;
import static dev.roster.demo.PlannedFault.slow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedRequest;
import dev.roster.demo.SimulatedServer;
import dev.roster.settings.Transport;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LoginServerTest {

    private static final Predicate<SimulatedRequest> LOGIN = on("POST", "/oauth2/v2.0/token");
    private static final String SECRET = "canary+&%secret";

    private final SimulatedServer server = SimulatedServer.start("login", request -> granted("token-1"));

    @AfterEach
    void stop() {
        server.close();
    }

    private static SimulatedAnswer granted(String token) {
        return SimulatedAnswer.json(
                200,
                "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"ext_expires_in\":3599,\"access_token\":\"" + token
                        + "\"}");
    }

    private static SimulatedAnswer error(int status, String word, int code, String description) {
        return SimulatedAnswer.json(
                status,
                "{\"error\":\"" + word + "\",\"error_description\":\"" + description + "\",\"error_codes\":[" + code
                        + "],\"trace_id\":\"255d1aef-8c98-452f-ac51-23d051240864\","
                        + "\"correlation_id\":\"fb3d2015-bc17-4bb9-bb85-30c5cf1aaaa7\"}");
    }

    private GraphToken token() {
        return token(Duration.ofSeconds(5));
    }

    private GraphToken token(Duration timeout) {
        return token(server.url(), timeout);
    }

    private static GraphToken token(URI login, Duration timeout) {
        Clock clock = Clock.systemUTC();
        LoginServer server = new LoginServer(null, Transport.DIRECT, clock, timeout, Duration.ofMillis(5));
        return new Tokens(way -> server, clock).of(Tenants.withSecret(login, SECRET));
    }

    @Test
    void asksForATokenAsEntraWantsItAsked() {
        assertThat(token().current()).isEqualTo("token-1");

        SimulatedRequest request = server.exchanges().get(0).request();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.rawPath()).isEqualTo("/contoso.example/oauth2/v2.0/token");
        assertThat(request.rawQuery()).isNull();
        assertThat(request.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(request.header("Authorization")).isNull();
        assertThat(SimulatedRequest.parameters(request.body())).containsEntry("client_secret", SECRET);
    }

    @Test
    void takesALifetimeThatIsWrittenAsText() {
        server.plan(answer(
                LOGIN,
                1,
                SimulatedAnswer.json(
                        200, "{\"token_type\":\"bearer\",\"expires_in\":\"3599\",\"access_token\":\"token-2\"}")));

        assertThat(token().current()).isEqualTo("token-2");
    }

    @ParameterizedTest
    @CsvSource({
        "401, invalid_client, 7000215, secret's id was pasted",
        "401, invalid_client, 7000222, has expired",
        "400, unauthorized_client, 700016, client-id",
        "400, invalid_request, 90002, no such tenant",
        "400, invalid_scope, 70011, graph-url",
        "401, invalid_client, 700027, Upload it",
        "401, invalid_client, 700024, clock",
        "400, invalid_request, 700213, federated credential",
        "400, access_denied, 53003, Conditional Access",
        "400, something_new, 999999, error?code=999999"
    })
    void aRefusalSaysWhatHelpsAndIsNotTriedAgain(int status, String word, int code, String help) {
        server.plan(answer(LOGIN, 5, error(status, word, code, "AADSTS" + code + ": canary")));

        TokenRefused refused = catchThrowableOfType(TokenRefused.class, () -> token().current());

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.error()).isEqualTo(word);
        assertThat(refused.code()).hasValue(code);
        assertThat(refused.correlationId()).isEqualTo("fb3d2015-bc17-4bb9-bb85-30c5cf1aaaa7");
        assertThat(refused.mend()).contains(help);
        assertThat(refused)
                .hasMessageContaining("AADSTS" + code)
                .hasMessageContaining(refused.mend())
                .hasMessageNotContaining("canary");
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void theCodeIsFoundInTheDescriptionToo() {
        server.plan(
                answer(
                        LOGIN,
                        1,
                        SimulatedAnswer.json(
                                401,
                                "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000215: Invalid client secret\"}")));

        assertThat(catchThrowableOfType(TokenRefused.class, () -> token().current())
                        .code())
                .hasValue(7000215);
    }

    @Test
    void aRefusalCannotCarryForeignText() {
        server.plan(
                answer(
                        LOGIN,
                        1,
                        SimulatedAnswer.json(
                                400,
                                "{\"error\":\"canary\\nINFO forged\",\"error_codes\":[\"canary\"],\"correlation_id\":\"canary\"}")));

        TokenRefused refused = catchThrowableOfType(TokenRefused.class, () -> token().current());

        assertThat(refused.error()).isEqualTo("unknown");
        assertThat(refused.code()).isEmpty();
        assertThat(refused.correlationId()).isNull();
        assertThat(refused).hasMessageNotContaining("canary").hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>sign in to the proxy</html>",
                "",
                "[]",
                "{}",
                "{\"token_type\":\"Bearer\",\"expires_in\":3599}",
                "{\"token_type\":\"Bearer\",\"access_token\":\"t\"}",
                "{\"token_type\":\"Bearer\",\"expires_in\":0,\"access_token\":\"t\"}",
                "{\"token_type\":\"mac\",\"expires_in\":3599,\"access_token\":\"t\"}",
                "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"t\\r\\nX-Evil: 1\"}"
            })
    void whatIsNoTokenIsNotUsed(String body) {
        server.plan(answer(LOGIN, 1, SimulatedAnswer.json(200, body)));

        assertThatThrownBy(() -> token().current())
                .isInstanceOf(MalformedAnswer.class)
                .hasMessageContaining("login-url");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void asksAgainWhileThatMayHelp(int status) {
        server.plan(answer(LOGIN, 3, SimulatedAnswer.text(status, "text/html", "<h1>busy</h1>")));

        assertThat(token().current()).isEqualTo("token-1");
        assertThat(server.requests()).isEqualTo(4);
    }

    @Test
    void asksAgainAfterAFaultInsideEntra() {
        server.plan(answer(LOGIN, 1, error(400, "server_error", 90025, "AADSTS90025: transient")));

        assertThat(token().current()).isEqualTo("token-1");
    }

    @Test
    void asksAgainWhenTheConnectionBreaks() {
        server.plan(reset(LOGIN, 1));
        server.plan(PlannedFault.changed(LOGIN, 1, SimulatedAnswer::truncated));

        assertThat(token().current()).isEqualTo("token-1");
    }

    @Test
    void asksAgainWhenNoAnswerComes() {
        server.plan(slow(LOGIN, 1, Duration.ofSeconds(3)));

        assertThat(token(Duration.ofMillis(300)).current()).isEqualTo("token-1");
    }

    @Test
    void givesUpAfterAFewTries() {
        server.plan(answer(LOGIN, 100, SimulatedAnswer.empty(503)));

        assertThatThrownBy(() -> token().current())
                .isInstanceOf(TokenUnavailable.class)
                .hasMessageContaining("503")
                .hasMessageContaining("4 times");
        assertThat(server.requests()).isEqualTo(4);
    }

    @Test
    void leavesTheServerAloneAsLongAsItWishes() {
        server.plan(answer(LOGIN, 1, SimulatedAnswer.empty(429).with("Retry-After", "0.4")));
        long start = System.nanoTime();

        assertThat(token().current()).isEqualTo("token-1");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
    }

    @Test
    void doesNotWaitForHours() {
        server.plan(answer(LOGIN, 1, SimulatedAnswer.empty(429).with("Retry-After", "7200")));

        assertThatThrownBy(() -> token().current())
                .isInstanceOf(TokenUnavailable.class)
                .hasMessageContaining("PT2H");
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void theSecretIsNotCarriedToWhereARedirectLeads() {
        try (SimulatedServer elsewhere = SimulatedServer.start("elsewhere", request -> granted("stolen"))) {
            for (int status : new int[] {301, 302, 307, 308}) {
                String location = elsewhere.url() + "/contoso.example/oauth2/v2.0/token";
                server.plan(answer(LOGIN, 1, SimulatedAnswer.empty(status).with("Location", location)));
                assertThatThrownBy(() -> token().current()).isInstanceOf(TokenRefused.class);
            }
            assertThat(elsewhere.requests()).isZero();
        }
    }

    @Test
    void anEndlessAnswerIsNotReadToItsEnd() {
        server.plan(answer(LOGIN, 100, SimulatedAnswer.json(200, "x".repeat(300 * 1024))));

        assertThatThrownBy(() -> token().current()).isInstanceOf(TokenUnavailable.class);
    }

    @Test
    void aServerThatIsNotThereIsNamedWithoutTheSecret() {
        server.close();

        assertThatThrownBy(() -> token().current())
                .isInstanceOf(TokenUnavailable.class)
                .hasMessageContaining("cannot be reached")
                .hasMessageNotContaining("canary");
    }
}
