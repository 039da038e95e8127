package dev.roster.console;

import static dev.roster.settings.Access.Role.APPROVER;
import static dev.roster.settings.Access.Role.OPERATOR;
import static dev.roster.settings.Access.Role.VIEWER;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;

import dev.roster.settings.Access.Role;
import jakarta.servlet.DispatcherType;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** Which request needs which role. What is not named here is refused to everybody. */
final class AccessRules {

    /** Answers a machine that only wants to know whether Roster is well; it gets the status and nothing else. */
    static final String[] OPEN = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"};

    private static final String[] READ = {
        "/",
        "/favicon.ico",
        "/console/**",
        "/api/**",
        "/actuator",
        "/actuator/health/**",
        "/actuator/info",
        "/actuator/prometheus",
        "/actuator/jolokia/**",
        "/hawtio",
        "/hawtio/**"
    };

    /** Jolokia takes its questions by POST too; what they may ask is decided by its own policy. */
    private static final String[] ASK = {"/actuator/jolokia/**", "/hawtio/jolokia/**"};

    private static final String[] OPERATE = {
        "/api/connections/*/check",
        "/api/connections/*/runs",
        "/api/connections/*/users/*/sync",
        "/api/runs/*/stop",
        "/api/dead-letters/retry",
        "/api/dead-letters/discard"
    };

    private static final String[] APPROVE = {"/api/runs/*/approve", "/api/runs/*/reject"};

    private AccessRules() {}

    static void apply(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        // An error is shown to whoever caused it; the page behind it says no more than the status.
        rules.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
        for (HttpMethod method : new HttpMethod[] {GET, HEAD}) {
            rules.requestMatchers(method, OPEN).permitAll();
            rules.requestMatchers(method, READ).hasRole(VIEWER.name());
        }
        post(rules, ASK, VIEWER);
        post(rules, OPERATE, OPERATOR);
        post(rules, APPROVE, APPROVER);
        rules.anyRequest().denyAll();
    }

    private static void post(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules,
            String[] paths,
            Role role) {
        rules.requestMatchers(POST, paths).hasRole(role.name());
    }
}
