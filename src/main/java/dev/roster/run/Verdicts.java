package dev.roster.run;

import dev.roster.settings.GroupRules.ExistingGroups;
import dev.roster.settings.Limits.FirstRun;
import dev.roster.settings.UserRules.ExistingUsers;
import dev.roster.store.Ownership;
import dev.roster.store.PassedLimit;
import dev.roster.store.Run;
import dev.roster.store.RunRows;
import dev.roster.store.RunTarget;
import dev.roster.store.Seen;
import dev.roster.store.SourceSizes;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Judges a whole plan before its first write: whether it may be carried out, or has to wait for somebody's approval. */
@Component
public class Verdicts {

    private final RunRows rows;
    private final Runs runs;
    private final WaitingRuns waiting;
    private final PassedLimits limits;
    private final Ownership ownership;
    private final Seen seen;
    private final SourceSizes sizes;

    Verdicts(
            RunRows rows,
            Runs runs,
            WaitingRuns waiting,
            PassedLimits limits,
            Ownership ownership,
            Seen seen,
            SourceSizes sizes) {
        this.rows = rows;
        this.runs = runs;
        this.waiting = waiting;
        this.limits = limits;
        this.ownership = ownership;
        this.seen = seen;
        this.sizes = sizes;
    }

    /** Keeps what has to be approved; the run waits for it when its route is through. */
    public void judge(Run run) {
        List<PassedLimit> passed = passed(run);
        rows.passedLimits(run.id(), passed);
        List<String> reasons = reasons(run, passed);
        rows.waitsFor(run.id(), reasons.isEmpty() ? null : String.join("; ", reasons));
        if (reasons.isEmpty() && run.mode() == Run.Mode.SYNC) {
            waiting.replaceBy(run);
        }
    }

    /**
     * The same for a run about one person, which does not wait, and takes the place of no run that does.
     *
     * @throws SyncRefused when somebody would have to approve it
     */
    public void judgeAlone(Run run) {
        List<String> reasons = reasons(run, passed(run));
        if (!reasons.isEmpty()) {
            throw new SyncRefused("this needs an approval, for which only a run of the connection waits: "
                    + String.join("; ", reasons));
        }
    }

    private List<PassedLimit> passed(Run run) {
        return runs.readable(run).stream()
                .flatMap(target -> limits.passed(run, target).stream())
                .toList();
    }

    private List<String> reasons(Run run, List<PassedLimit> passed) {
        List<String> reasons = new ArrayList<>(emptySource(run));
        for (RunTarget target : runs.toPlan(run)) {
            reasons.addAll(reasons(run, target));
        }
        passed.forEach(limit -> reasons.add(PassedLimits.text(limit)));
        return reasons;
    }

    private List<String> emptySource(Run run) {
        List<String> reasons = new ArrayList<>();
        SourceSizes.Vanished vanished = sizes.vanished(run.connectionNo());
        if (vanished.people() > 0) {
            reasons.add("Entra shows no people any more; there were " + vanished.people());
        }
        if (vanished.groups() > 0) {
            reasons.add("Entra shows no groups any more; there were " + vanished.groups());
        }
        sizes.emptied(run.connectionNo())
                .forEach(group -> reasons.add("the group '" + group + "' has lost all its members"));
        return reasons;
    }

    private List<String> reasons(Run run, RunTarget target) {
        List<String> reasons = new ArrayList<>();
        String name = target.settings().name();
        if (target.settings().limits().firstRun() == FirstRun.APPROVE && !ownership.managesAnything(target)) {
            long others = seen.others(target);
            if (others > 0) {
                reasons.add("the first run against " + name + ", which holds " + others + " accounts already");
            }
        }
        long adoptions = ownership.adoptions(run, target, "user");
        if (adoptions > 0 && target.settings().users().existing() == ExistingUsers.APPROVE) {
            reasons.add(adoptions + " existing accounts of " + name + " would be taken over (users.existing: approve)");
        }
        long joined = ownership.adoptions(run, target, "group");
        if (joined > 0 && target.settings().groups().existing() == ExistingGroups.APPROVE) {
            reasons.add(joined + " existing groups of " + name + " would be filled (groups.existing: approve)");
        }
        return reasons;
    }
}
