package dev.roster.reload;

import dev.roster.routes.RouteFault;
import java.time.Instant;
import java.util.List;

/**
 * How the routes that run stand to the files in the folder.
 *
 * @param word since the time given
 * @param files those that were edited
 * @param faults why an edit is not taken
 */
public record RoutesState(Word word, Instant since, List<String> files, List<RouteFault> faults) {

    public enum Word {
        /** They are those of the files. */
        AS_IN_FILES,
        /** An edit is checked and waits until nothing is at work. */
        WAITING,
        /** An edit has faults; the routes from before it go on. */
        REFUSED,
        /** Neither the new nor the old ones could be put to work whole; Roster has to be started again. */
        BROKEN
    }
}
