package dev.roster.api;

import dev.roster.explanation.NoRunYet;
import dev.roster.explanation.UnknownPerson;
import dev.roster.overview.UnknownDeadLetter;
import dev.roster.run.AlreadyRunning;
import dev.roster.run.NotWaiting;
import dev.roster.run.OwnApproval;
import dev.roster.run.SyncRefused;
import dev.roster.run.UnknownConnection;
import dev.roster.store.StorageUnsafe;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What goes wrong in Roster as problem details; what goes wrong in HTTP, Spring says in the same way. */
@RestControllerAdvice(basePackageClasses = Problems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {

    @ExceptionHandler
    ProblemDetail badRequest(BadRequest cause) {
        return problem(HttpStatus.BAD_REQUEST, cause);
    }

    @ExceptionHandler({NotFound.class, UnknownConnection.class, UnknownDeadLetter.class, UnknownPerson.class})
    ProblemDetail notFound(RuntimeException cause) {
        return problem(HttpStatus.NOT_FOUND, cause);
    }

    @ExceptionHandler({AlreadyRunning.class, NotWaiting.class, NoRunYet.class, SyncRefused.class, NotEnabled.class})
    ProblemDetail conflict(RuntimeException cause) {
        return problem(HttpStatus.CONFLICT, cause);
    }

    @ExceptionHandler
    ProblemDetail forbidden(OwnApproval cause) {
        return problem(HttpStatus.FORBIDDEN, cause);
    }

    @ExceptionHandler
    ProblemDetail unavailable(StorageUnsafe cause) {
        return problem(HttpStatus.SERVICE_UNAVAILABLE, cause);
    }

    private static ProblemDetail problem(HttpStatus status, RuntimeException cause) {
        return ProblemDetail.forStatusAndDetail(status, cause.getMessage());
    }
}
