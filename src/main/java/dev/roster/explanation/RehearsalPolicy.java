package dev.roster.explanation;

import dev.roster.delivery.Variables;
import dev.roster.directory.Names;
import dev.roster.directory.Person;
import dev.roster.mapping.WantedAccount;
import dev.roster.run.AccountMappings;
import dev.roster.run.Neighbours;
import dev.roster.store.Excerpt;
import dev.roster.store.Rehearsal;
import dev.roster.store.RunTarget;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.Policy;
import org.apache.camel.spi.UnitOfWork;
import org.springframework.stereotype.Component;

/** Steps of a route that work on a copy of the rows which matter to one person: nothing that they write lasts. */
@Component("rehearsed")
public class RehearsalPolicy implements Policy {

    private final Rehearsal rehearsal;
    private final AccountMappings mappings;
    private final Neighbours neighbours;

    RehearsalPolicy(Rehearsal rehearsal, AccountMappings mappings, Neighbours neighbours) {
        this.rehearsal = rehearsal;
        this.mappings = mappings;
        this.neighbours = neighbours;
    }

    @Override
    public void beforeWrap(Route route, NamedNode definition) {
        // Nothing about the steps has to change.
    }

    @Override
    public Processor wrap(Route route, Processor steps) {
        return exchange -> rehearsal.on(excerpt(exchange), () -> onThisThread(exchange, steps));
    }

    /** As in a transaction: the copy is bound to the thread, and Camel has to stay on it. */
    private void onThisThread(Exchange exchange, Processor steps) throws Exception {
        UnitOfWork unit = Objects.requireNonNull(exchange.getUnitOfWork());
        unit.beginTransactedBy(this);
        try {
            steps.process(exchange);
        } finally {
            unit.endTransactedBy(this);
        }
    }

    private Excerpt excerpt(Exchange exchange) {
        Inquiry inquiry = Variables.required(exchange, "inquiry", Inquiry.class);
        Findings findings = Variables.required(exchange, "findings", Findings.class);
        Person person = findings.person();
        Set<String> names = new HashSet<>();
        Set<String> emails = new HashSet<>();
        Set<Integer> others = new HashSet<>();
        for (RunTarget target : inquiry.run().targets()) {
            neighbours.of(target).forEach(neighbour -> others.add(neighbour.no()));
            if (person != null) {
                keys(mappings.map(target, List.of(person)).get(0), names, emails);
            }
        }
        String id = person == null ? inquiry.address() : person.id();
        return new Excerpt(inquiry.run(), id, names, emails, findings.groups(), List.copyOf(others));
    }

    private static void keys(WantedAccount account, Set<String> names, Set<String> emails) {
        if (account.username() != null) {
            names.add(Names.key(account.username()));
        }
        if (account.email() != null) {
            emails.add(Names.key(account.email()));
        }
    }
}
