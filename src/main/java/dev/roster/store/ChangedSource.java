package dev.roster.store;

import dev.roster.directory.EntraGroup;
import dev.roster.directory.GroupChanges;
import dev.roster.directory.PeopleChanges;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What Entra holds, as rounds of changes tell it.
 *
 * <p>Each page is laid over what was known. In a round that shows everything, who and what did not come up is forgotten
 * when its last page has arrived, and only then.
 */
@Repository
public class ChangedSource {

    public static final String PEOPLE = "users";
    public static final String GROUPS = "groups";

    private final Source source;
    private final SourceChanges members;
    private final SourceAbsence absence;
    private final SourceNesting nesting;
    private final DeltaRounds rounds;
    private final Batches batches;

    ChangedSource(
            Source source,
            SourceChanges members,
            SourceAbsence absence,
            SourceNesting nesting,
            DeltaRounds rounds,
            Batches batches) {
        this.source = source;
        this.members = members;
        this.absence = absence;
        this.nesting = nesting;
        this.rounds = rounds;
        this.batches = batches;
    }

    @Transactional
    public void keepPeople(Run run, PeopleChanges changes) {
        absence.leave(run, changes.gone());
        absence.leaveForGood(run, changes.goneForGood());
        source.keepPeople(run, changes.present());
    }

    @Transactional
    public void keepGroups(Run run, GroupChanges changes) {
        absence.leaveGroups(run, changes.gone());
        absence.leaveGroupsForGood(run, changes.goneForGood());
        source.keepGroups(run, changes.present());
        members.keep(run, changes.members());
        batches.write(
                "update entra_group set members_read = ? where connection_no = ? and id = ?",
                changes.present().stream().map(EntraGroup::id).toList(),
                id -> new Object[] {run.id(), run.connectionNo(), id});
    }

    /** The last page of a round is kept. The link to the next one is good from here on, and not before. */
    @Transactional
    public void completeRound(Run run, String listing, String deltaLink) {
        rounds.round(run, listing)
                .filter(DeltaRounds.Round::whole)
                .ifPresent(round -> forget(run, listing, round.since()));
        rounds.complete(run, listing, deltaLink);
    }

    private void forget(Run run, String listing, long since) {
        if (listing.equals(PEOPLE)) {
            absence.forgetPeople(run, since);
        } else {
            members.forget(run, since);
            absence.forgetGroups(run, since);
        }
    }

    /** Called when all rounds are complete. */
    @Transactional
    public void complete(Run run) {
        absence.forgetFiltered(run);
        absence.tidy(run);
        nesting.settle(run);
    }
}
