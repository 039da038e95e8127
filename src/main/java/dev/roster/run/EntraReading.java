package dev.roster.run;

import dev.roster.directory.EntraGroup;
import dev.roster.directory.GroupMembers;
import dev.roster.directory.Person;
import dev.roster.entra.GraphGroups;
import dev.roster.entra.GraphLink;
import dev.roster.entra.GraphPage;
import dev.roster.entra.GraphPeople;
import dev.roster.entra.LinkTrail;
import dev.roster.entra.MemberBatch;
import dev.roster.entra.Tokens;
import dev.roster.mapping.AccountMapping;
import dev.roster.store.Registry;
import dev.roster.store.Run;
import dev.roster.store.RunTarget;
import dev.roster.store.UserFilter;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the routes of Graph need between an answer and the tables: pages, links, batches. */
@Component
public class EntraReading {

    private final Clock clock;
    private final Tokens tokens;
    private final Registry registry;

    EntraReading(Clock clock, Tokens tokens, Registry registry) {
        this.clock = clock;
        this.tokens = tokens;
        this.registry = registry;
    }

    /** All targets of the connection: what a reading finds out is known to those that the run leaves out, too. */
    public List<RunTarget> targets(Run run) {
        return run.connection().targets().stream()
                .map(target -> new RunTarget(registry.target(run.connectionNo(), target), target))
                .toList();
    }

    /** The fields of a person that some target's rules ask for, for {@code $select}. */
    public String personFields(Run run) {
        Set<String> attributes = new TreeSet<>();
        run.connection().targets().forEach(target -> attributes.addAll(AccountMapping.attributes(target.users())));
        return GraphPeople.select(attributes);
    }

    /** The filters of the targets' scopes, each once. */
    public List<UserFilter> filters(Run run) {
        return run.connection().targets().stream()
                .flatMap(target -> UserFilter.of(target.scope()).stream())
                .distinct()
                .toList();
    }

    /** The fields of a group, for {@code $select}. */
    public String groupFields() {
        return GraphGroups.select();
    }

    public List<Person> people(Map<String, Object> page) {
        return GraphPeople.people(GraphPage.items(page));
    }

    /** Somebody with another value of an attribute, before the rules look at it; for steps of the operator's own. */
    public Person with(Person person, String attribute, String value) {
        return person.with(attribute, value);
    }

    /** The groups on a page; whether they hide their members from Roster depends on what its token may see. */
    public List<EntraGroup> groups(Run run, Map<String, Object> page) {
        String token = tokens.of(run.connection().entra()).current();
        return GraphGroups.groups(GraphPage.items(page), token);
    }

    /** The object ids on a page. */
    public List<String> ids(Map<String, Object> page) {
        return GraphPage.items(page).stream()
                .map(item -> String.valueOf(item.get("id")))
                .toList();
    }

    /** Nothing read yet. */
    public LinkTrail trail() {
        return LinkTrail.start();
    }

    /** The link to the next page, when it leads to the configured Graph; null on the last page. */
    public @Nullable URI nextLink(Run run, Map<String, Object> page) {
        GraphLink guard = new GraphLink(run.connection().entra().graphUrl());
        return GraphPage.nextLink(page).map(guard::accept).orElse(null);
    }

    /** The trail with this link at its end; a link that was followed before fails the reading. */
    public LinkTrail onwards(LinkTrail trail, URI link) {
        return trail.then(link);
    }

    /** Twenty groups a request. */
    public List<MemberBatch> batches(Run run, List<String> groupIds) {
        return MemberBatch.of(groupIds, new GraphLink(run.connection().entra().graphUrl()), clock);
    }

    /** Which of the tenant's tokens the next request goes out with. */
    public int tokenNumber(Run run) {
        return tokens.of(run.connection().entra()).number();
    }

    /** Graph did not accept that token for a part of a batch; the next request gets a new one. */
    public void renewToken(Run run, int number) {
        tokens.of(run.connection().entra()).invalidate(number);
    }

    /** The batch after this answer: what the round brought, and what is still open. */
    public MemberBatch absorb(MemberBatch batch, Map<String, Object> answer) {
        return batch.absorb(answer);
    }

    /** The groups that a round has read to their end; one that vanished meanwhile has no members. */
    public List<GroupMembers> read(MemberBatch batch) {
        List<GroupMembers> read = new ArrayList<>(batch.complete());
        batch.vanished().forEach(id -> read.add(new GroupMembers(id, List.of(), List.of(), 0)));
        return read;
    }
}
