package dev.roster.demo.product;

import java.util.Locale;
import java.util.function.Predicate;

/** What Bitbucket's parts ask its directory, with Bitbucket's refusals. */
final class BitbucketDirectory {

    private static final char LAST_ASCII = '\u007f';

    private final SimulatedDirectory directory;
    private final ProductSwitches switches;

    BitbucketDirectory(RunningProduct running) {
        this.directory = running.directory();
        this.switches = running.switches();
    }

    /** Refused with 404. */
    SimulatedAccount user(String name) {
        return directory.account(name).orElseThrow(() -> BitbucketErrors.noSuchUser(name));
    }

    /** Refused with 404, or with 403 when its directory is read-only. */
    SimulatedAccount mutableUser(String name) {
        SimulatedAccount account = user(name);
        if (account.readOnly() || switches.readOnlyDirectory()) {
            throw BitbucketErrors.forbidden("The directory of user '" + account.name() + "' is read-only.");
        }
        return account;
    }

    /** Refused with 404. */
    SimulatedGroup group(String name) {
        return directory.group(name).orElseThrow(() -> BitbucketErrors.noSuchGroup(name));
    }

    void checkMutable() {
        if (switches.readOnlyDirectory()) {
            throw BitbucketErrors.forbidden("No directory of this server can be changed.");
        }
    }

    /** Matches a part of the name, the display name or the e-mail address. */
    static Predicate<SimulatedAccount> matching(String filter) {
        String part = filter.toLowerCase(Locale.ROOT);
        if (part.isEmpty()) {
            return account -> true;
        }
        return account -> account.folded().contains(part)
                || contains(account.displayName(), part)
                || contains(account.emailAddress(), part);
    }

    private static boolean contains(String text, String part) {
        // Among a hundred thousand accounts, comparing at every position takes longer than all else that is asked for.
        char lower = part.charAt(0);
        char upper = Character.toUpperCase(lower);
        for (int at = 0; at <= text.length() - part.length(); at++) {
            char sign = text.charAt(at);
            boolean mayBegin = sign == lower || sign == upper || sign > LAST_ASCII;
            if (mayBegin && text.regionMatches(true, at, part, 0, part.length())) {
                return true;
            }
        }
        return false;
    }
}
