package dev.roster.overview;

import dev.roster.store.Actor;
import dev.roster.store.AuditEntry;
import dev.roster.store.AuditEntry.Action;
import dev.roster.store.AuditTrail;
import dev.roster.store.DeadLetters;
import dev.roster.store.DeadLetters.DeadLetter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets dead letters be tried again, or silenced. */
@Component
public class DeadLetterDesk {

    private final DeadLetters letters;
    private final AuditTrail audit;

    DeadLetterDesk(DeadLetters letters, AuditTrail audit) {
        this.audit = audit;
        this.letters = letters;
    }

    /**
     * The next run tries them again. Returns how many.
     *
     * @throws UnknownDeadLetter when one of the numbers is none; nothing is changed then
     */
    @Transactional
    public int retry(DeadLetterChoice choice, Actor by) {
        List<DeadLetter> chosen = chosen(choice);
        audit.add(by, entries(Action.RETRY, chosen, null));
        return letters.retry(numbers(chosen));
    }

    /**
     * They stay silent until something about them changes. Returns how many.
     *
     * @param reason what is said about it; null for nothing
     * @throws UnknownDeadLetter when one of the numbers is none; nothing is changed then
     */
    @Transactional
    public int discard(DeadLetterChoice choice, @Nullable String reason, Actor by) {
        List<DeadLetter> chosen = chosen(choice);
        audit.add(by, entries(Action.DISCARD, chosen, reason));
        return letters.discard(numbers(chosen), reason);
    }

    private static List<AuditEntry> entries(Action action, List<DeadLetter> chosen, @Nullable String reason) {
        return chosen.stream()
                .map(letter -> AuditEntry.about(action, letter, reason))
                .toList();
    }

    private static List<Long> numbers(List<DeadLetter> chosen) {
        return chosen.stream().map(DeadLetter::id).toList();
    }

    private List<DeadLetter> chosen(DeadLetterChoice choice) {
        List<DeadLetter> known = letters.list(choice.connection(), choice.target());
        List<Long> wanted = choice.ids();
        if (wanted == null) {
            return known.stream()
                    .filter(letter -> letter.state().equals("open"))
                    .toList();
        }
        Set<Long> unknown = new LinkedHashSet<>(wanted);
        known.forEach(letter -> unknown.remove(letter.id()));
        if (!unknown.isEmpty()) {
            throw new UnknownDeadLetter("there is no dead letter "
                    + unknown.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        return known.stream().filter(letter -> wanted.contains(letter.id())).toList();
    }
}
