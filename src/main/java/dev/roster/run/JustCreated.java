package dev.roster.run;

import dev.roster.delivery.Failures;
import dev.roster.delivery.Variables;
import dev.roster.directory.Operation;
import dev.roster.store.OperationQuery;
import dev.roster.store.Run;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.springframework.stereotype.Component;

/** Tells "not there yet" from "not there": the nodes of a cluster learn one after the other what a run has created. */
@Component
public class JustCreated {

    private static final int NOT_FOUND = 404;

    private final OperationQuery operations;

    JustCreated(OperationQuery operations) {
        this.operations = operations;
    }

    /** Whether the product does not know an account or a group that this very run has created in it. */
    public boolean notThereYet(Exchange exchange) {
        return Failures.failure(exchange) instanceof HttpOperationFailedException answer
                && answer.getStatusCode() == NOT_FOUND
                && operations.restsOnCreation(
                        Variables.required(exchange, "run", Run.class),
                        Variables.required(exchange, "operation", Operation.class));
    }
}
