package dev.roster.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses to try passwords from an address that has just sent too many wrong ones.
 *
 * <p>A right one is refused as well meanwhile: an answer would tell that it is. Requests without a password, and those
 * with the local token, pass.
 */
final class SignInBrake extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(SignInBrake.class);
    private static final String BASIC = "Basic ";

    private final WrongPasswords wrong;
    private final ProblemAnswers problems;

    SignInBrake(WrongPasswords wrong, ProblemAnswers problems) {
        this.wrong = wrong;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header == null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = String.valueOf(request.getRemoteAddr());
        Optional<Duration> closed = wrong.closed(address);
        if (closed.isPresent()) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, String.valueOf(closed.get().toSeconds() + 1));
            problems.write(response, HttpStatus.TOO_MANY_REQUESTS, "Too many wrong passwords; try again later.");
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() == HttpStatus.UNAUTHORIZED.value() && wrong.noted(address)) {
            LOG.warn(
                    "{} wrong passwords came from {}: nobody signs in from there for up to {} minutes",
                    WrongPasswords.ALLOWED,
                    address,
                    WrongPasswords.WINDOW.toMinutes());
        }
    }
}
