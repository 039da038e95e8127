package dev.roster.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what a browser sends here on behalf of another site's page.
 *
 * <p>A browser that knows the password adds it to every request, whoever's page made it. Current browsers say where a
 * request comes from ({@code Sec-Fetch-Site}, to https and loopback addresses), older ones and plain http at least in
 * {@code Origin} for everything that is not a GET. A request with neither is no browser's, and passes: that is how
 * scripts work without a token. Only following a link to one of our pages is allowed from elsewhere.
 *
 * <p>Reading is refused as well, as another site could otherwise include an answer of ours as a script.
 */
final class SameOrigin extends OncePerRequestFilter {
    private static final Set<String> OWN = Set.of("same-origin", "none");
    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    private final ProblemAnswers problems;

    SameOrigin(ProblemAnswers problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (allowed(request)) {
            chain.doFilter(request, response);
        } else {
            problems.write(response, HttpStatus.FORBIDDEN, "The request comes from another site's page.");
        }
    }

    private static boolean allowed(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (site != null) {
            return OWN.contains(site) || followsLink(request);
        }
        return origin == null || sameHost(origin, request.getHeader(HttpHeaders.HOST));
    }

    private static boolean followsLink(HttpServletRequest request) {
        return SAFE.contains(request.getMethod())
                && "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && "document".equals(request.getHeader("Sec-Fetch-Dest"));
    }

    // The scheme is left out: behind a proxy that ends TLS, the browser's is https and ours is http.
    private static boolean sameHost(String origin, @Nullable String host) {
        if (host == null) {
            return false;
        }
        try {
            String authority = URI.create(origin).getAuthority();
            return authority != null && authority.toLowerCase(Locale.ROOT).equals(host.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
