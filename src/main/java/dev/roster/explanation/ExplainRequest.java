package dev.roster.explanation;

import dev.roster.run.RunScope;
import dev.roster.store.PersonQuery;
import dev.roster.store.PersonQuery.Known;
import dev.roster.store.Run;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has one person explained. Writes nothing. */
@Component
public class ExplainRequest {

    private final RunScope scope;
    private final PersonQuery people;
    private final ProducerTemplate routes;

    ExplainRequest(RunScope scope, PersonQuery people, ProducerTemplate routes) {
        this.scope = scope;
        this.people = people;
        this.routes = routes;
    }

    /**
     * Explains now, and waits for the answer.
     *
     * @param key Entra id, user principal name, or a username in a target
     * @throws dev.roster.run.UnknownConnection when no enabled connection has this name
     * @throws UnknownPerson when nobody is known by the key, or more than one person
     */
    public Explanation explain(String connection, String key, List<String> targets) {
        Run imagined = scope.imagined(connection, targets);
        Inquiry inquiry = inquiry(imagined, key);
        try {
            return Objects.requireNonNull(routes.requestBody("direct:explain", inquiry, Explanation.class));
        } catch (CamelExecutionException e) {
            if (e.getCause() instanceof UnknownPerson unknown) {
                throw unknown;
            }
            throw e;
        }
    }

    /** @throws UnknownPerson when more than one person goes by the key */
    Inquiry inquiry(Run run, String key) {
        return new Inquiry(run, key, known(run, key));
    }

    private @Nullable Known known(Run run, String key) {
        List<Known> found = people.find(run.connectionNo(), key);
        if (found.size() > 1) {
            throw new UnknownPerson(
                    "more than one person goes by this username; ask by Entra id or user principal name: "
                            + found.stream()
                                    .map(known -> known.principalName() == null ? known.id() : known.principalName())
                                    .collect(Collectors.joining(", ")));
        }
        return found.isEmpty() ? null : found.get(0);
    }
}
