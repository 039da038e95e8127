package dev.roster.reload;

import dev.roster.reload.RoutesState.Word;
import dev.roster.routes.RouteFault;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Remembers how the routes stand to their files, for whoever asks. */
@Component
public class RoutesStatus {

    private final Clock clock;

    // Mutable state
    private volatile RoutesState state;

    RoutesStatus(Clock clock) {
        this.clock = clock;
        this.state = new RoutesState(Word.AS_IN_FILES, clock.instant(), List.of(), List.of());
    }

    public RoutesState state() {
        return state;
    }

    void is(Word word, Collection<String> files, List<RouteFault> faults) {
        state = new RoutesState(word, clock.instant(), List.copyOf(files), List.copyOf(faults));
    }
}
