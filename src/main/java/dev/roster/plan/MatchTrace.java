package dev.roster.plan;

import dev.roster.directory.Account;
import dev.roster.plan.Candidate.ByEmail;
import dev.roster.plan.Candidate.Namesake;
import dev.roster.plan.Candidate.Owned;
import dev.roster.settings.UserRules.Match;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What each way of recognising an account found for a person, in the order of {@code users.match}. */
public final class MatchTrace {

    private MatchTrace() {}

    /**
     * One way.
     *
     * @param way as the settings write it
     * @param found none, one, many, not-possible, or not-asked
     * @param account the first one; null when none was found
     * @param note whose it is, or why nothing was found; null when there is no more to say
     */
    public record Try(
            String way,
            String found,
            @Nullable String account,
            @Nullable String note) {}

    /** @param showsEmails whether the product can be asked for an address */
    public static List<Try> of(Candidate person, List<Match> order, boolean showsEmails) {
        boolean recorded = person.owned() != null && person.account() != null;
        int record = order.indexOf(Match.ENTRA_ID);
        return order.stream()
                .map(way -> recorded && way == Match.EMAIL && record >= 0 && record < order.indexOf(way)
                        ? new Try("email", "not-asked", null, "the record settles it")
                        : tried(way, person, showsEmails))
                .toList();
    }

    private static Try tried(Match way, Candidate person, boolean showsEmails) {
        String word = way.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (way) {
            case ENTRA_ID -> recorded(word, person);
            case USERNAME -> named(word, person);
            case EMAIL -> byEmail(word, person, showsEmails);
        };
    }

    private static Try recorded(String way, Candidate person) {
        Owned owned = person.owned();
        if (owned == null) {
            return new Try(way, "none", null, "no account is recorded as theirs");
        }
        Account account = person.account();
        if (account == null) {
            return new Try(way, "none", null, "one is recorded, and it is gone from the product");
        }
        String origin = owned.created() ? "Roster created it" : "Roster took it over";
        String claim =
                owned.claimedBy() == null ? "" : "; " + owned.claimedBy() + " manages it, too, and has for longer";
        return new Try(way, "one", account.name(), origin + state(account) + claim);
    }

    private static Try named(String way, Candidate person) {
        Namesake namesake = person.namesake();
        if (namesake == null) {
            String note = person.username() == null
                    ? "there is no username to look for"
                    : "nobody is called " + person.username();
            return new Try(way, "none", null, note);
        }
        return new Try(way, "one", namesake.account().name(), whose(namesake, person) + state(namesake.account()));
    }

    private static String whose(Namesake namesake, Candidate person) {
        if (namesake.somebodyElses()) {
            return "recorded as somebody else's";
        }
        if (person.account() != null
                && person.account().key().equals(namesake.account().key())) {
            return "the recorded one";
        }
        if (namesake.claimedBy() != null) {
            return "managed by " + namesake.claimedBy();
        }
        return "recorded as nobody's" + (namesake.administrator() ? "; in an administrators' group" : "")
                + (namesake.sought() ? "; somebody else has its e-mail address" : "");
    }

    private static Try byEmail(String way, Candidate person, boolean showsEmails) {
        if (!showsEmails) {
            return new Try(way, "not-possible", null, "this product shows no e-mail addresses to match by");
        }
        ByEmail found = person.byEmail();
        if (found == null) {
            return new Try(way, "none", null, "no account that is recorded as nobody's shows " + person.email());
        }
        String note = found.claimedBy() != null ? "managed by " + found.claimedBy() : "recorded as nobody's";
        String more = found.more() > 0 ? "; and " + found.more() + " more" : "";
        return new Try(
                way,
                found.more() > 0 ? "many" : "one",
                found.account().name(),
                note
                        + more
                        + (found.administrator() ? "; in an administrators' group" : "")
                        + (found.sought() ? "; somebody else matches it, too" : "")
                        + state(found.account()));
    }

    private static String state(Account account) {
        return (account.active() ? "" : "; inactive") + (account.writable() ? "" : "; read-only");
    }
}
