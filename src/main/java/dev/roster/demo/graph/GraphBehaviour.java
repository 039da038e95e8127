package dev.roster.demo.graph;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** What of the simulated Graph can be set otherwise, at any time. */
public final class GraphBehaviour {

    /** What Roster asks an administrator to grant. */
    public static final Set<String> USUAL_PERMISSIONS = Set.of("User.Read.All", "GroupMember.Read.All");

    // Mutable state, set by the test, read by the server's threads.
    private volatile Set<String> permissions = USUAL_PERMISSIONS;
    private volatile Duration tokenLifetime = Duration.ofSeconds(3599);
    private volatile int largestPage = 999;
    private volatile int largestTop = 999;
    private volatile boolean emptyFirstPages;
    private volatile NextLinks nextLinks = NextLinks.PROPER;
    private volatile boolean listsServicePrincipals;
    private volatile Quota quota = Quota.unlimited();
    private final AtomicInteger pageGeneration = new AtomicInteger();

    /** The permissions in tokens issued from now on; earlier tokens keep theirs. */
    public void grant(Set<String> names) {
        permissions = Set.copyOf(names);
    }

    /** How long tokens live that are issued from now on. */
    public void tokensLive(Duration lifetime) {
        tokenLifetime = lifetime;
    }

    /** Pages are cut so small, whatever {@code $top} asks for. */
    public void cutPages(int size) {
        largestPage = size;
    }

    /** A larger {@code $top} is refused; 999, but in March 2023 Graph refused more than 120 for a while. */
    public void refuseTopAbove(int top) {
        largestTop = top;
    }

    /** Every listing starts with an empty page that has a next link. */
    public void startWithEmptyPages(boolean on) {
        emptyFirstPages = on;
    }

    public void linkPages(NextLinks form) {
        nextLinks = form;
    }

    /** Every page link given out so far is answered with 400 {@code Directory_ExpiredPageToken}. */
    public void expirePages() {
        pageGeneration.incrementAndGet();
    }

    /** Graph v1.0 leaves service principals out of member lists; that is a known issue and the default. */
    public void listServicePrincipals(boolean on) {
        listsServicePrincipals = on;
    }

    /** So many resource units per window of time; the real ones are 3,500, 5,000 or 8,000 in ten seconds. */
    public void limit(int units, Duration window) {
        quota = new Quota(units, window);
    }

    Set<String> permissions() {
        return permissions;
    }

    Duration tokenLifetime() {
        return tokenLifetime;
    }

    int largestPage() {
        return largestPage;
    }

    int largestTop() {
        return largestTop;
    }

    boolean startsWithEmptyPages() {
        return emptyFirstPages;
    }

    NextLinks nextLinks() {
        return nextLinks;
    }

    int pageGeneration() {
        return pageGeneration.get();
    }

    boolean listsServicePrincipals() {
        return listsServicePrincipals;
    }

    Quota quota() {
        return quota;
    }
}
