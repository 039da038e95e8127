package dev.roster.overview;

import dev.roster.store.DeadLetters;
import dev.roster.store.DeadLetters.DeadLetter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Lets dead letters be tried again, or silenced. */
@Component
public class DeadLetterDesk {

    private final DeadLetters letters;

    DeadLetterDesk(DeadLetters letters) {
        this.letters = letters;
    }

    /**
     * The next run tries them again. Returns how many.
     *
     * @throws UnknownDeadLetter when one of the numbers is none; nothing is changed then
     */
    public int retry(DeadLetterChoice choice) {
        return letters.retry(chosen(choice));
    }

    /**
     * They stay silent until something about them changes. Returns how many.
     *
     * @throws UnknownDeadLetter when one of the numbers is none; nothing is changed then
     */
    public int discard(DeadLetterChoice choice) {
        return letters.discard(chosen(choice));
    }

    private List<Long> chosen(DeadLetterChoice choice) {
        List<DeadLetter> known = letters.list(choice.connection(), choice.target());
        List<Long> wanted = choice.ids();
        if (wanted == null) {
            return known.stream()
                    .filter(letter -> letter.state().equals("open"))
                    .map(DeadLetter::id)
                    .toList();
        }
        Set<Long> unknown = new LinkedHashSet<>(wanted);
        known.forEach(letter -> unknown.remove(letter.id()));
        if (!unknown.isEmpty()) {
            throw new UnknownDeadLetter("there is no dead letter "
                    + unknown.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        return wanted.stream().distinct().toList();
    }
}
