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
import dev.roster.mapping.AccountMapping;
import dev.roster.store.Run;
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

    EntraReading(Clock clock) {
        this.clock = clock;
    }

    /** The fields of a person that some target's rules ask for, for {@code $select}. */
    public String personFields(Run run) {
        Set<String> attributes = new TreeSet<>();
        run.targets()
                .forEach(target -> attributes.addAll(
                        AccountMapping.attributes(target.settings().users())));
        return GraphPeople.select(attributes);
    }

    /** The fields of a group, for {@code $select}. */
    public String groupFields() {
        return GraphGroups.select();
    }

    public List<Person> people(Map<String, Object> page) {
        return GraphPeople.people(GraphPage.items(page));
    }

    public List<EntraGroup> groups(Map<String, Object> page) {
        return GraphGroups.groups(GraphPage.items(page));
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
