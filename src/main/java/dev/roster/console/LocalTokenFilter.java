package dev.roster.console;

import dev.roster.settings.Access.Role;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a request to the API in that carries the local token, with every role.
 *
 * <p>Whoever can read the token's file runs as the same user as the service and could read its database as well. The
 * name is that user's, so that four eyes are two people here too.
 */
final class LocalTokenFilter extends OncePerRequestFilter {

    /** Marks runs that a command has started. */
    static final String COMMAND_LINE = "COMMAND_LINE";

    private static final String BEARER = "Bearer ";
    private static final List<SimpleGrantedAuthority> ALL = Stream.concat(
                    Stream.of(COMMAND_LINE), Arrays.stream(Role.values()).map(role -> "ROLE_" + role.name()))
            .map(SimpleGrantedAuthority::new)
            .toList();

    private final LocalToken token;

    LocalTokenFilter(LocalToken token) {
        this.token = token;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return !path.startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.startsWith(BEARER) && token.matches(header.substring(BEARER.length()))) {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(
                    UsernamePasswordAuthenticationToken.authenticated(System.getProperty("user.name"), null, ALL));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }
}
