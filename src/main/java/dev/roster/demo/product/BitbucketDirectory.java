package dev.roster.demo.product;

import java.util.function.Predicate;

/** What Bitbucket's parts ask its directory, with Bitbucket's refusals. */
final class BitbucketDirectory {

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
        String part = Named.fold(filter);
        return account -> account.sought().contains(part);
    }
}
