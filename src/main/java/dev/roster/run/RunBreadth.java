package dev.roster.run;

import dev.roster.directory.Account;
import dev.roster.plan.Breadth;
import dev.roster.plan.Breadth.Cause;
import dev.roster.plan.Breadth.Extent;
import dev.roster.store.Agenda;
import dev.roster.store.Breadths;
import dev.roster.store.FullPlans;
import dev.roster.store.LookedUp;
import dev.roster.store.Run;
import dev.roster.store.RunTarget;
import dev.roster.store.Seen;
import dev.roster.store.Surroundings;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How much of each target a run looks at and plans: nothing, what is due, or everything. */
@Component
public class RunBreadth {

    private static final Logger LOG = LoggerFactory.getLogger(RunBreadth.class);

    private final Breadths breadths;
    private final Agenda agenda;
    private final Seen seen;
    private final FullPlans fullPlans;
    private final LookedUp lookedUp;

    RunBreadth(Breadths breadths, Agenda agenda, Seen seen, FullPlans fullPlans, LookedUp lookedUp) {
        this.breadths = breadths;
        this.agenda = agenda;
        this.seen = seen;
        this.fullPlans = fullPlans;
        this.lookedUp = lookedUp;
    }

    /** Decides it, before anything is asked of the product. Returns whether anything has to be. */
    public boolean decide(Run run, RunTarget target) {
        agenda.markLetters(run, target);
        Breadth breadth = Breadth.of(breadths.facts(run, target));
        keep(run, target, breadth);
        return breadth.extent() != Extent.NOTHING;
    }

    /** The same, after a look around: a product that is not what it was is looked at in full. */
    public Extent extent(Run run, RunTarget target, Surroundings around) {
        if (!everything(run, target) && !seen.isAsBefore(target, around)) {
            keep(run, target, Breadth.of(Cause.PRODUCT_CHANGED));
            // Should this run break off, the next one has to know.
            fullPlans.forget(target);
        }
        return of(run, target);
    }

    /** Keeps what looks at some accounts have found; when one is not what it was, everything is looked at. */
    public void keepLookedUp(Run run, RunTarget target, Seen.Page names, List<Account> found) {
        if (lookedUp.keepAccounts(run, target, names.rows(), found)) {
            keep(run, target, Breadth.of(Cause.ACCOUNT_MISSING));
        }
    }

    private void keep(Run run, RunTarget target, Breadth breadth) {
        breadths.keep(run, target, breadth);
        LOG.info(
                "run {}: of {} {}: {}",
                run.id(),
                target.id(),
                breadth.extent().word(),
                breadth.cause().word());
    }

    /** Nothing before it is decided. */
    private Extent of(Run run, RunTarget target) {
        return breadths.of(run, target).map(Breadth::extent).orElse(Extent.NOTHING);
    }

    /** The target is left out: nothing is planned, and nothing that is due is done with. */
    void forget(Run run, RunTarget target) {
        breadths.forget(run, target);
    }

    /** Also where nothing is decided: what is only rehearsed is about all rows that there are. */
    public boolean everything(Run run, RunTarget target) {
        return breadths.of(run, target).map(Breadth::extent).orElse(Extent.EVERYTHING) == Extent.EVERYTHING;
    }

    /** Not so in a run about one person, which plans what it was asked for. */
    public boolean isDecided(Run run, RunTarget target) {
        return breadths.of(run, target).isPresent();
    }

    /** Whether there is anything to plan. */
    public boolean anything(Run run, RunTarget target) {
        return of(run, target) != Extent.NOTHING;
    }

    /** Whether what a target holds is compared with what Entra wanted already: differences were made by hand. */
    public boolean findsDrift(Run run, RunTarget target) {
        return breadths.of(run, target)
                .filter(breadth -> breadth.cause().findsDrift())
                .isPresent();
    }

    /** What is planned stays due until it is done. Before everything was planned once, the next run plans it anyway. */
    public void markPlanned(Run run, RunTarget target) {
        boolean again = breadths.of(run, target)
                .filter(breadth -> breadth.cause() == Cause.FIRST_PLAN || breadth.cause() == Cause.SETTINGS_CHANGED)
                .isPresent();
        if (!again) {
            agenda.markPlanned(run, target);
        }
    }

    /** The target's part of a plan that is carried out is through. */
    public void settle(Run run, RunTarget target) {
        if (!anything(run, target)) {
            return;
        }
        agenda.settle(run, target);
        if (everything(run, target)) {
            fullPlans.remember(run, target);
        }
    }
}
