package dev.roster.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How far the reading of changes has come, for people and for groups. */
@Repository
public class DeltaRounds {

    private final JdbcClient jdbc;

    DeltaRounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The round under way.
     *
     * @param basis what its pages are asked for and read with
     * @param since the run it began with
     * @param whole whether it shows everything, so that absence counts at its end
     * @param nextLink where it goes on; null when it has not begun
     * @param deltaLink where it begins; null for a whole round
     */
    record Round(
            String basis,
            long since,
            boolean whole,
            @Nullable String nextLink,
            @Nullable String deltaLink) {}

    Optional<Round> round(Run run, String listing) {
        return jdbc.sql("""
                select basis, round_no, whole, next_link, delta_link from delta_round
                where connection_no = ? and listing = ?""")
                .params(run.connectionNo(), listing)
                .query((rs, n) ->
                        new Round(rs.getString(1), rs.getLong(2), rs.getBoolean(3), rs.getString(4), rs.getString(5)))
                .optional();
    }

    /** Where the round goes on or begins, unchecked; empty when it has to show everything from the first page on. */
    public Optional<String> link(Run run, String listing, String basis) {
        return round(run, listing)
                .filter(round -> round.basis().equals(basis))
                .map(round -> round.nextLink() != null ? round.nextLink() : round.deltaLink());
    }

    /** Whether the last round came to its end, so that the next one brings what changed since. */
    public boolean isAtRest(Run run, String listing, String basis) {
        return round(run, listing)
                .filter(round -> round.basis().equals(basis) && round.nextLink() == null && round.deltaLink() != null)
                .isPresent();
    }

    /** A round that shows everything. */
    @Transactional
    public void beginWhole(Run run, String listing, String basis) {
        jdbc.sql("delete from delta_round where connection_no = ? and listing = ?")
                .params(run.connectionNo(), listing)
                .update();
        jdbc.sql("""
                insert into delta_round (connection_no, listing, basis, round_no, whole) values (?, ?, ?, ?, true)""").params(run.connectionNo(), listing, basis, run.id()).update();
    }

    /** Whether this very run has begun a whole round. */
    public boolean hasBegunWhole(Run run, String listing) {
        return round(run, listing)
                .filter(round -> round.whole() && round.since() == run.id())
                .isPresent();
    }

    /** A page is kept; a restart goes on after it. */
    public void goOn(Run run, String listing, String nextLink) {
        jdbc.sql("update delta_round set next_link = ? where connection_no = ? and listing = ?")
                .params(nextLink, run.connectionNo(), listing)
                .update();
    }

    /** The last page is kept, and the next round brings changes only. */
    void complete(Run run, String listing, String deltaLink) {
        jdbc.sql("""
                update delta_round set whole = false, next_link = null, delta_link = ?
                where connection_no = ? and listing = ?""").params(deltaLink, run.connectionNo(), listing).update();
    }

    /** Lists are read from now on, and no round goes on from what they find. */
    void forget(Run run) {
        jdbc.sql("delete from delta_round where connection_no = ?")
                .param(run.connectionNo())
                .update();
    }
}
