package dev.roster.console;

import static dev.roster.settings.Access.Role.APPROVER;
import static dev.roster.settings.Access.Role.OPERATOR;
import static dev.roster.settings.Access.Role.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.settings.Access.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

@ConsoleTest
class AccessRulesTest {
    private static final Set<String> OPEN = Set.of(AccessRules.OPEN);

    /** Never for callers: the container forwards to it. */
    private static final Set<String> INTERNAL = Set.of("/error", "/hawtio/auth/logout");

    private static final Map<String, Role> POSTS = Map.ofEntries(
            Map.entry("/api/connections/x/check", OPERATOR),
            Map.entry("/api/connections/x/runs", OPERATOR),
            Map.entry("/api/connections/x/users/x/sync", OPERATOR),
            Map.entry("/api/runs/x/stop", OPERATOR),
            Map.entry("/api/dead-letters/retry", OPERATOR),
            Map.entry("/api/dead-letters/discard", OPERATOR),
            Map.entry("/api/runs/x/approve", APPROVER),
            Map.entry("/api/runs/x/reject", APPROVER),
            Map.entry("/hawtio/jolokia", VIEWER),
            Map.entry("/hawtio/jolokia/x", VIEWER));

    @LocalServerPort
    int port;

    @Autowired
    List<RequestMappingInfoHandlerMapping> mappings;

    @Test
    void everyMappedRequestNeedsALoginAndItsRole() {
        List<Call> calls = mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(AccessRulesTest::calls)
                .filter(call -> !INTERNAL.contains(call.path()) && !OPEN.contains(call.path()))
                .distinct()
                .toList();

        assertThat(calls).hasSizeGreaterThan(10).allSatisfy(this::isGuarded);
    }

    @Test
    void everyCallThatChangesSomethingNeedsItsRole() {
        assertThat(POSTS.keySet()).allSatisfy(path -> isGuarded(new Call("POST", path)));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /error",
        "GET,    /no/such/page",
        "POST,   /actuator/health",
        "POST,   /actuator/info",
        "POST,   /api/runs",
        "POST,   /hawtio/user",
        "PUT,    /api/runs/1",
        "PATCH,  /api/connections/acme",
        "DELETE, /api/runs/1",
        "DELETE, /actuator/jolokia/",
        "TRACE,  /api/runs",
        "OPTIONS, /actuator/jolokia/"
    })
    void whatIsNotNamedIsRefusedToEverybody(String method, String path) {
        assertThat(status(new Call(method, path), "approver")).isIn(400, 403, 405);
        assertThat(status(new Call(method, path), null)).isIn(400, 401, 405);
    }

    @Test
    void theStandardUserHasEveryRole() {
        assertThat(POSTS.keySet())
                .allSatisfy(path ->
                        assertThat(status(new Call("POST", path), "admin")).isNotIn(401, 403));
    }

    @Test
    void aWrongPasswordIsRefusedWithAProblem() {
        var answer = new Caller(port, null).get("/api/runs", "Authorization", "Basic YWRtaW46d3Jvbmc=");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic realm=\"Roster\""));
        assertThat(answer.body()).contains("\"status\":401").doesNotContain("Exception");
    }

    private void isGuarded(Call call) {
        Role needed = needed(call).orElseThrow(() -> new AssertionError("no role is laid down for " + call));
        assertThat(status(call, null)).as("%s without login", call).isEqualTo(401);
        for (Role role : EnumSet.allOf(Role.class)) {
            int status = status(call, role.name().toLowerCase(Locale.ROOT));
            if (role.compareTo(needed) >= 0) {
                assertThat(status).as("%s as %s", call, role).isNotIn(401, 403);
            } else {
                assertThat(status).as("%s as %s", call, role).isEqualTo(403);
            }
        }
    }

    private static Optional<Role> needed(Call call) {
        return call.method().equals("GET") ? Optional.of(VIEWER) : Optional.ofNullable(POSTS.get(call.path()));
    }

    private int status(Call call, @Nullable String user) {
        return new Caller(port, user)
                .send(call.method(), call.path(), BodyPublishers.noBody())
                .statusCode();
    }

    private static Stream<Call> calls(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        Stream<String> names =
                methods.isEmpty() ? Stream.of("GET", "POST") : methods.stream().map(Enum::name);
        List<String> paths = mapping.getPatternValues().stream()
                .map(path -> path.replaceAll("\\{[^}]*}|\\*\\*", "x"))
                .toList();
        return names.flatMap(method -> paths.stream().map(path -> new Call(method, path.isEmpty() ? "/" : path)));
    }

    private record Call(String method, String path) {}
}
