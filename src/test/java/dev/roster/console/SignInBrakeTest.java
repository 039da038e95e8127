package dev.roster.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.RunningService;
import dev.roster.demo.Landscape;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody who tries passwords is held up; others, and commands with the local token, are not. */
class SignInBrakeTest {

    private static HttpResponse<String> get(int port, String path, String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String basic(String password) {
        return "basic " + Base64.getEncoder().encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void tooManyWrongPasswordsAreAnsweredWithAWait() throws Exception {
        try (RunningService service = RunningService.start(Landscape.start(RunningService.smallTenant()), Map.of())) {
            int port = service.port();
            for (int i = 0; i < WrongPasswords.ALLOWED; i++) {
                assertThat(get(port, "/api/runs", basic("wrong" + i)).statusCode())
                        .isEqualTo(401);
            }
            for (String password : new String[] {"wrong", "admin-password"}) {
                HttpResponse<String> refused = get(port, "/api/runs", basic(password));
                assertThat(refused.statusCode()).isEqualTo(429);
                assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
                assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                        .isBetween(1L, 301L);
                assertThat(refused.body()).contains("Too many wrong passwords").doesNotContain("admin");
            }
            assertThat(get(port, "/actuator/health", "").statusCode()).isEqualTo(200);
            String token = service.app().getBean(LocalToken.class).value();
            assertThat(get(port, "/api/runs", "Bearer " + token).statusCode()).isEqualTo(200);
        }
    }
}
