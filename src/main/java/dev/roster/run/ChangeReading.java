package dev.roster.run;

import dev.roster.directory.GroupChanges;
import dev.roster.directory.PeopleChanges;
import dev.roster.entra.DeltaAnswer;
import dev.roster.entra.ForeignLink;
import dev.roster.entra.GraphChanges;
import dev.roster.entra.GraphGroups;
import dev.roster.entra.GraphLink;
import dev.roster.entra.GraphPage;
import dev.roster.entra.RoundRefused;
import dev.roster.entra.Tokens;
import dev.roster.settings.Entra;
import dev.roster.store.ChangedSource;
import dev.roster.store.DeltaRounds;
import dev.roster.store.Run;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What the routes of changes need between an answer and the tables: where a round begins, goes on and ends. */
@Component
public class ChangeReading {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeReading.class);

    private final DeltaRounds rounds;
    private final ChangedSource source;
    private final Fingerprints fingerprints;
    private final Tokens tokens;

    ChangeReading(DeltaRounds rounds, ChangedSource source, Fingerprints fingerprints, Tokens tokens) {
        this.rounds = rounds;
        this.source = source;
        this.fingerprints = fingerprints;
        this.tokens = tokens;
    }

    /**
     * Whether this run lists everything: the settings say so, or it is a reconcile, which does not rely on what was
     * told before. A reconcile that finds no complete round has to read a whole one anyway, which shows everything.
     */
    public boolean lists(Run run) {
        return run.connection().entra().read() == Entra.Read.LIST
                || run.reconcile() && isAtRest(run, ChangedSource.PEOPLE) && isAtRest(run, ChangedSource.GROUPS);
    }

    private boolean isAtRest(Run run, String listing) {
        return rounds.isAtRest(run, listing, basis(run, listing));
    }

    /** Where the round goes on or begins; null when it has to begin with everything. */
    public @Nullable URI begin(Run run, String listing) {
        Optional<URI> link = rounds.link(run, listing, basis(run, listing)).flatMap(stored -> checked(run, stored));
        if (link.isEmpty()) {
            rounds.beginWhole(run, listing, basis(run, listing));
        }
        return link.orElse(null);
    }

    /** What is stored is checked again: whoever can write into the database is not to learn the token. */
    private static Optional<URI> checked(Run run, String stored) {
        try {
            return Optional.of(guard(run).accept(stored));
        } catch (ForeignLink e) {
            LOG.warn("run {} reads everything anew: a stored link is not Graph's", run.id());
            return Optional.empty();
        }
    }

    /**
     * The round's token has expired: it begins with everything. Returns null, where that is.
     *
     * @throws RoundRefused when this run has done so before
     */
    public @Nullable URI beginAnew(Run run, String listing) {
        if (rounds.hasBegunWhole(run, listing)) {
            throw new RoundRefused("Graph's tokens for changes expire as soon as they are given out");
        }
        LOG.info("run {} reads all {} anew, as Graph no longer knows where the last round ended", run.id(), listing);
        rounds.beginWhole(run, listing, basis(run, listing));
        return null;
    }

    private String basis(Run run, String listing) {
        return listing.equals(ChangedSource.PEOPLE)
                ? fingerprints.of(run.connection())
                : fingerprints.ofReading(run.connection(), GraphGroups.seesHidden(token(run)));
    }

    /** The fields of a group, for {@code $select}. */
    public String groupFields() {
        return GraphGroups.select() + ",members";
    }

    /** @throws RoundRefused when Graph refuses for another reason than an expired token */
    public boolean hasExpired(int status, @Nullable Map<String, Object> answer) {
        return DeltaAnswer.hasExpired(status, answer);
    }

    public PeopleChanges people(Map<String, Object> page) {
        return GraphChanges.people(GraphPage.items(page));
    }

    public GroupChanges groups(Run run, Map<String, Object> page) {
        return GraphChanges.groups(GraphPage.items(page), token(run));
    }

    private String token(Run run) {
        return tokens.of(run.connection().entra()).current();
    }

    /** The link to the next page, when it leads to the configured Graph; null on the last page of the round. */
    public @Nullable URI nextLink(Run run, Map<String, Object> page) {
        return DeltaAnswer.isLast(page)
                ? null
                : GraphPage.nextLink(page).map(guard(run)::accept).orElse(null);
    }

    /** The link at which the next round begins, checked in the same way; null on all pages but the last. */
    public @Nullable URI deltaLink(Run run, Map<String, Object> page) {
        return GraphPage.deltaLink(page).map(guard(run)::accept).orElse(null);
    }

    /** The page is kept: from now on the round goes on after it, or is complete. */
    public void turnPage(Run run, String listing, @Nullable URI next, @Nullable URI delta) {
        if (next != null) {
            rounds.goOn(run, listing, next.toString());
        } else if (delta != null) {
            source.completeRound(run, listing, delta.toString());
        }
    }

    private static GraphLink guard(Run run) {
        return new GraphLink(run.connection().entra().graphUrl());
    }
}
