package dev.roster.explanation;

import dev.roster.delivery.Failures;
import dev.roster.delivery.Variables;
import dev.roster.directory.Person;
import dev.roster.entra.GraphPage;
import dev.roster.entra.GraphPeople;
import dev.roster.run.FailureText;
import dev.roster.store.Run;
import dev.roster.store.SourcePerson;
import dev.roster.store.UserFilter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.springframework.stereotype.Component;

/** What the routes make of Graph's answers about one person, and how they come into the rehearsal. */
@Component
public class Importing {

    private final SourcePerson source;

    Importing(SourcePerson source) {
        this.source = source;
    }

    /** Nothing found yet. */
    public Findings begin() {
        return new Findings();
    }

    /** The body is the person, or empty when Graph knows nobody by that key. */
    public void user(Exchange exchange) {
        if (exchange.getMessage().getBody() instanceof Map<?, ?> user) {
            Person person = GraphPeople.people(List.of(user)).get(0);
            findings(exchange).found(user, person);
            exchange.setVariable("entraId", person.id());
        }
    }

    /** The body is a page of what the person is a member of. */
    public void groups(Exchange exchange) {
        for (Map<?, ?> item : GraphPage.items(exchange.getMessage().getBody(Map.class))) {
            if ("#microsoft.graph.group".equals(item.get("@odata.type")) && item.get("id") instanceof String id) {
                findings(exchange).inGroup(id);
            }
        }
    }

    /** A filter that finds this person or nobody; Graph's ids hold no quotes. */
    public String filter(Exchange exchange) {
        UserFilter filter = Variables.required(exchange, "userFilter", UserFilter.class);
        String id = Objects.requireNonNull(findings(exchange).person()).id();
        return "(" + filter.text() + ") and id eq '" + id.replace("'", "''") + "'";
    }

    /** The body is what that filter found. */
    public void filtered(Exchange exchange) {
        UserFilter filter = Variables.required(exchange, "userFilter", UserFilter.class);
        boolean found =
                !GraphPage.items(exchange.getMessage().getBody(Map.class)).isEmpty();
        findings(exchange).matches(filter.key(), found);
    }

    /** The body is what can still be restored of the person, or empty. */
    public void deleted(Exchange exchange) {
        if (exchange.getMessage().getBody() instanceof Map<?, ?> user
                && user.get("deletedDateTime") instanceof String when) {
            findings(exchange).deleted(when);
        }
    }

    /** Graph could not be asked; for somebody whom nobody knows, a refusal of the odd key is an answer. */
    public void failed(Exchange exchange) {
        Throwable failure = Objects.requireNonNull(Failures.failure(exchange));
        boolean oddKey = failure instanceof HttpOperationFailedException answer && answer.getStatusCode() == 400;
        if (!oddKey || inquiry(exchange).known() != null) {
            findings(exchange).failed(FailureText.of(failure));
        }
    }

    /** The person as Graph shows them, as a page of one. */
    public Map<String, Object> page(Exchange exchange) {
        return Map.of("value", List.of(Objects.requireNonNull(findings(exchange).user())));
    }

    /** In the rehearsal: the groups and the filters that hold the person now. */
    public void keepGroups(Exchange exchange) {
        Run run = inquiry(exchange).run();
        String person = Objects.requireNonNull(findings(exchange).person()).id();
        source.keepGroups(run, person, findings(exchange).groups());
        findings(exchange).filters().forEach((key, matches) -> source.keepMatch(run, key, person, matches));
    }

    /** In the rehearsal: the person is not there. */
    public void forget(Exchange exchange) {
        source.forget(inquiry(exchange).run(), inquiry(exchange).address());
    }

    private static Findings findings(Exchange exchange) {
        return Variables.required(exchange, "findings", Findings.class);
    }

    private static Inquiry inquiry(Exchange exchange) {
        return Variables.required(exchange, "inquiry", Inquiry.class);
    }
}
