package dev.roster.plan;

import dev.roster.directory.Account;
import dev.roster.plan.Candidate.ByEmail;
import dev.roster.plan.Candidate.Namesake;
import dev.roster.settings.UserRules.Match;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which account of the target is a person's, asked in the order of {@code users.match}.
 *
 * <p>What is recorded settles it when its turn comes. Username and e-mail are evidence: the first of them that finds an
 * account decides, unless it finds two, or the other finds a different one. Accounts that are recorded as somebody
 * else's do not count.
 */
final class Recognition {

    private final List<Match> order;
    private final boolean showsEmails;

    Recognition(AccountRules rules) {
        this.order = rules.users().match();
        this.showsEmails = rules.showsEmails();
    }

    sealed interface Result {}

    /** Theirs, as Roster remembers. */
    record Recorded(Account account) implements Result {}

    /**
     * An account that was there already.
     *
     * @param claimedBy another target that manages it in the same product; null when there is none
     */
    record Found(
            Account account,
            Match by,
            boolean administrator,
            @Nullable String claimedBy) implements Result {}

    /** Not to be told without guessing. */
    record Unclear(String why) implements Result {}

    /** @param emailsAsked false when an e-mail address should have been asked for, and could not be */
    record Nobody(boolean emailsAsked) implements Result {}

    /** What one way of recognising found: an account, and how many more. */
    private record Evidence(
            Match by,
            Account account,
            int more,
            boolean administrator,
            boolean sought,
            @Nullable String claimedBy) {

        String text() {
            String word = by == Match.EMAIL ? "by e-mail" : "by username";
            return word + ": " + account.name() + (more > 0 ? " and " + more + " more" : "");
        }
    }

    Result of(Candidate person) {
        Account recorded = person.owned() == null ? null : person.account();
        List<Evidence> evidence = evidence(person, recorded != null);
        if (recorded != null) {
            return evidence.isEmpty()
                    ? new Recorded(recorded)
                    : new Unclear("recorded: " + recorded.name() + "; " + text(evidence));
        }
        return evidence.isEmpty() ? new Nobody(showsEmails || !order.contains(Match.EMAIL)) : weigh(evidence, person);
    }

    private List<Evidence> evidence(Candidate person, boolean recorded) {
        List<Evidence> evidence = new ArrayList<>();
        for (Match way : order) {
            if (way == Match.ENTRA_ID && recorded) {
                break;
            }
            Namesake namesake = person.namesake();
            if (way == Match.USERNAME && namesake != null && !namesake.somebodyElses() && !isRecorded(person)) {
                evidence.add(new Evidence(
                        way, namesake.account(), 0, namesake.administrator(), namesake.sought(), namesake.claimedBy()));
            }
            ByEmail byEmail = person.byEmail();
            if (way == Match.EMAIL && showsEmails && byEmail != null) {
                evidence.add(new Evidence(
                        way,
                        byEmail.account(),
                        byEmail.more(),
                        byEmail.administrator(),
                        byEmail.sought(),
                        byEmail.claimedBy()));
            }
        }
        return evidence;
    }

    /** Whether the account of their username is the recorded one, so that it speaks for nothing else. */
    private static boolean isRecorded(Candidate person) {
        return person.account() != null
                && person.namesake() != null
                && person.account().key().equals(person.namesake().account().key());
    }

    private static Result weigh(List<Evidence> evidence, Candidate person) {
        Evidence first = evidence.get(0);
        boolean contradicted = evidence.stream().skip(1).anyMatch(other -> !agrees(first, other, person));
        if (first.more() > 0 || contradicted) {
            return new Unclear(text(evidence));
        }
        if (first.sought()) {
            return new Unclear(first.account().name() + " matches somebody else, too");
        }
        return new Found(first.account(), first.by(), first.administrator(), first.claimedBy());
    }

    /** Of several accounts with the person's e-mail address, the one with their username is among them. */
    private static boolean agrees(Evidence first, Evidence other, Candidate person) {
        return first.account().key().equals(other.account().key())
                || other.by() == Match.EMAIL
                        && first.account().email() != null
                        && first.account().email().equalsIgnoreCase(person.email());
    }

    private static String text(List<Evidence> evidence) {
        return String.join("; ", evidence.stream().map(Evidence::text).toList());
    }
}
