package dev.roster.explanation;

import dev.roster.store.PersonQuery.Known;
import dev.roster.store.Run;
import org.jspecify.annotations.Nullable;

/**
 * A question about one person.
 *
 * @param run stands for the run that would be: it has no number and no lock
 * @param key as the caller wrote it
 * @param known whom Roster remembers under that key; null when nobody
 */
public record Inquiry(Run run, String key, @Nullable Known known) {

    /** By what Graph is asked for the person. */
    public String address() {
        return known == null ? key : known.id();
    }
}
