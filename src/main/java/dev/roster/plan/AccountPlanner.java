package dev.roster.plan;

import dev.roster.directory.Reason;
import dev.roster.plan.Candidate.Owned;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of each person's account in one target. */
public final class AccountPlanner {

    private final Recognition recognition;
    private final Leavers leavers;
    private final Stayers stayers;
    private final Newcomers newcomers;

    public AccountPlanner(AccountRules rules) {
        Untouchable untouchable = rules.untouchable();
        this.recognition = new Recognition(rules);
        this.leavers = new Leavers(rules, untouchable);
        this.stayers = new Stayers(rules, untouchable);
        this.newcomers = new Newcomers(rules, untouchable, stayers);
    }

    /** The one decision about this person, with its reason and the operations it takes. */
    public AccountDecision decide(Candidate person) {
        if (person.verdict() == Reason.PROTECTED) {
            return AccountDecision.leave(person, Reason.PROTECTED, person.detail());
        }
        Owned owned = person.owned();
        if (owned != null && owned.claimedBy() != null) {
            return AccountDecision.claimed(person, owned.claimedBy());
        }
        Reason left = whyLeft(person);
        if (left != null) {
            return owned == null
                    ? AccountDecision.leave(person, left, person.detail())
                    : leavers.decide(person, owned, left);
        }
        if (person.verdict() != null) {
            return AccountDecision.leave(person, person.verdict(), person.detail());
        }
        if (person.clashes()) {
            return AccountDecision.leave(person, Reason.NAME_CLASH, person.username());
        }
        return recognised(person);
    }

    private AccountDecision recognised(Candidate person) {
        Recognition.Result result = recognition.of(person);
        if (result instanceof Recognition.Recorded recorded) {
            return stayers.decide(
                    person,
                    recorded.account(),
                    Objects.requireNonNull(person.owned()).writtenEmail());
        }
        if (result instanceof Recognition.Found found) {
            return newcomers.meet(person, found);
        }
        return result instanceof Recognition.Unclear unclear
                ? AccountDecision.leave(person, Reason.MATCH_CONFLICT, unclear.why())
                : newcomers.create(person, ((Recognition.Nobody) result).emailsAsked());
    }

    /** Null while the person is selected; verdicts that are faults of the name do not make a leaver. */
    public static @Nullable Reason whyLeft(Candidate person) {
        if (person.verdict() == Reason.DELETED) {
            return Reason.DELETED;
        }
        boolean notSelected = person.verdict() == Reason.GUEST
                || person.verdict() == Reason.NOT_INCLUDED
                || person.verdict() == Reason.EXCLUDED;
        if (notSelected) {
            return person.verdict();
        }
        // Somebody disabled often falls out of the scope as well: by a filter on accountEnabled, or because groups
        // are taken away. That must not turn a deactivation into less.
        boolean disabledHere = !person.enabled() && person.owned() != null;
        if (!person.inScope() && !disabledHere) {
            return Reason.OUT_OF_SCOPE;
        }
        return person.enabled() ? null : Reason.DISABLED;
    }
}
