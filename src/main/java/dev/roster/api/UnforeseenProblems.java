package dev.roster.api;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The last resort: the log has the fault, the caller is told no more than that. */
@RestControllerAdvice(basePackageClasses = UnforeseenProblems.class)
@Order(Ordered.LOWEST_PRECEDENCE)
class UnforeseenProblems {

    private static final Logger LOG = LoggerFactory.getLogger(UnforeseenProblems.class);

    @ExceptionHandler
    ProblemDetail unforeseen(Exception cause) {
        LOG.error("a request to the API failed", cause);
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR, "Roster failed at this request; its log tells why.");
    }
}
