package dev.roster.run;

import dev.roster.store.DecisionCounts;
import dev.roster.store.Run;
import dev.roster.store.RunRows;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What a run keeps in numbers when it is over: its requests, and what was decided about how many. */
@Component
class RunCounts {

    private final RunRows rows;
    private final DecisionCounts decisions;
    private final SentRequests requests;

    RunCounts(RunRows rows, DecisionCounts decisions, SentRequests requests) {
        this.rows = rows;
        this.decisions = decisions;
        this.requests = requests;
    }

    void keep(Run run) {
        Map<String, Map<String, Long>> reasons = new TreeMap<>();
        run.targets().forEach(target -> reasons.put(target.settings().name(), decisions.of(target)));
        rows.counted(run.id(), requests.of(run), reasons);
        requests.keepTimes(run);
    }
}
