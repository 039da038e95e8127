package dev.roster.run;

import dev.roster.delivery.RequestTime;
import dev.roster.delivery.Traffic;
import dev.roster.store.LentTargets;
import dev.roster.store.RequestTimes;
import dev.roster.store.Run;
import dev.roster.store.RunTarget;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** How many requests a run has sent, also from other instances, and how long they took. */
@Component
class SentRequests {

    private final ActiveRuns active;
    private final Traffic traffic;
    private final LentTargets lent;
    private final RequestTimes times;

    SentRequests(ActiveRuns active, Traffic traffic, LentTargets lent, RequestTimes times) {
        this.times = times;
        this.active = active;
        this.traffic = traffic;
        this.lent = lent;
    }

    /** By service. */
    Map<String, Long> of(Run run) {
        Map<String, Long> sent = active.requestsSince(run, traffic.sent());
        Map<Integer, Long> elsewhere = lent.requests(run.id());
        run.targets().stream()
                .filter(target -> elsewhere.getOrDefault(target.no(), 0L) > 0)
                .forEach(target -> sent.merge(target.id(), elsewhere.get(target.no()), Long::sum));
        return sent;
    }

    /** For estimates of later plans: how long requests took, as this instance has seen it. */
    void keepTimes(Run run) {
        Map<String, RequestTime> taken = traffic.times();
        run.targets().stream().map(RunTarget::id).filter(taken::containsKey).forEach(service -> {
            RequestTime time = Objects.requireNonNull(taken.get(service));
            times.keep(service, time.reading(), time.writing());
        });
    }
}
