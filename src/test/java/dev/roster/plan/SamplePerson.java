package dev.roster.plan;

import dev.roster.directory.Account;
import dev.roster.directory.Reason;
import dev.roster.plan.Candidate.ByEmail;
import dev.roster.plan.Candidate.Namesake;
import dev.roster.plan.Candidate.Owned;
import org.jspecify.annotations.Nullable;

/** Ann, selected and enabled, with nothing in the target; and what may be different about her. */
final class SamplePerson {

    private @Nullable String username = "ann";
    private boolean enabled = true;
    private @Nullable Reason verdict;
    private @Nullable String detail;
    private boolean inScope = true;
    private boolean clashes;
    private @Nullable Owned owned;
    private @Nullable Account account;
    private @Nullable Namesake namesake;
    private @Nullable ByEmail byEmail;
    private @Nullable String nameClaimedBy;

    static SamplePerson ann() {
        return new SamplePerson();
    }

    static Account account(String name) {
        return new Account("id-of-" + name, name, "Ann Lee", "ann@example.com", true, true);
    }

    SamplePerson called(@Nullable String other) {
        username = other;
        return this;
    }

    SamplePerson disabled() {
        enabled = false;
        return this;
    }

    SamplePerson outOfScope() {
        inScope = false;
        return this;
    }

    SamplePerson verdict(Reason reason) {
        verdict = reason;
        detail = "because";
        return this;
    }

    SamplePerson clashing() {
        clashes = true;
        return this;
    }

    /** Roster created this account for her. */
    SamplePerson owning(Account created) {
        return owning(created, true, null);
    }

    SamplePerson owning(Account theirs, boolean created, @Nullable String writtenEmail) {
        owned = new Owned(theirs.key(), theirs.id(), writtenEmail, created, null);
        account = theirs;
        if (theirs.name().equalsIgnoreCase(username)) {
            namesake = new Namesake(theirs, false, false, false, null);
        }
        return this;
    }

    /** It is recorded, but the product holds it no longer. */
    SamplePerson owningNothingThatIsLeft() {
        owned = new Owned("ann", "id-of-ann", null, true, null);
        return this;
    }

    SamplePerson meeting(Account other) {
        return meeting(other, false, false);
    }

    SamplePerson meeting(Account other, boolean somebodyElses, boolean administrator) {
        namesake = new Namesake(other, somebodyElses, administrator, false, null);
        return this;
    }

    /** An account of her username, which somebody else looks for by its e-mail address. */
    SamplePerson meetingSought(Account other) {
        namesake = new Namesake(other, false, false, true, null);
        return this;
    }

    /** Accounts with her e-mail address: this one, and some more. */
    SamplePerson foundByEmail(Account other, int more) {
        byEmail = new ByEmail(other, more, false, false, null);
        return this;
    }

    /** An account with her e-mail address, which somebody else looks for as well. */
    SamplePerson foundByEmailSought(Account other) {
        byEmail = new ByEmail(other, 0, false, true, null);
        return this;
    }

    SamplePerson foundByEmailAdministrator(Account other) {
        byEmail = new ByEmail(other, 0, true, false, null);
        return this;
    }

    /** Another target creates an account of her username in the same run. */
    SamplePerson createdBy(String other) {
        nameClaimedBy = other;
        return this;
    }

    /** Another target manages every account here that may be hers. */
    SamplePerson claimedBy(String other) {
        if (owned != null) {
            owned = new Owned(owned.nameKey(), owned.accountId(), owned.writtenEmail(), owned.created(), other);
        }
        if (namesake != null) {
            namesake = new Namesake(
                    namesake.account(), namesake.somebodyElses(), namesake.administrator(), namesake.sought(), other);
        }
        if (byEmail != null) {
            byEmail = new ByEmail(byEmail.account(), byEmail.more(), byEmail.administrator(), byEmail.sought(), other);
        }
        return this;
    }

    Candidate candidate() {
        return new Candidate(
                "person-1",
                username,
                "Ann Lee",
                "ann@example.com",
                enabled,
                verdict,
                detail,
                inScope,
                clashes,
                owned,
                account,
                namesake,
                byEmail,
                nameClaimedBy);
    }
}
