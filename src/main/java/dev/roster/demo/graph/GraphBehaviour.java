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
    private volatile int deltaObjects = 200;
    private volatile int deltaLinks = 500;
    private volatile boolean repeatsObjects;
    private volatile boolean startsWithRemovals;
    private volatile boolean holdsChangesBack;
    private volatile int replayedChanges;
    private volatile DeltaExpiry deltaExpiry = DeltaExpiry.NOT_FOUND;
    private final AtomicInteger deltaGeneration = new AtomicInteger();

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

    /** So many objects, and members of groups, at most on a page of changes. */
    public void cutDeltaPages(int objects, int links) {
        deltaObjects = objects;
        deltaLinks = links;
    }

    /** The first object of each page of changes comes again at its end. */
    public void repeatObjects(boolean on) {
        repeatsObjects = on;
    }

    /** A first round begins with removals of what nobody has heard of, and of those who are soft-deleted. */
    public void startWithRemovals(boolean on) {
        startsWithRemovals = on;
    }

    /** Changes made from now on show in a later round only; false lets them through. */
    public void holdChangesBack(boolean on) {
        holdsChangesBack = on;
    }

    /** Each round shows again so many changes that an earlier one has shown. */
    public void replayChanges(int changes) {
        replayedChanges = changes;
    }

    /** Every token for changes that was given out so far has expired, and is refused in this way. */
    public void expireDeltaTokens(DeltaExpiry way) {
        deltaExpiry = way;
        deltaGeneration.incrementAndGet();
    }

    int deltaObjects() {
        return deltaObjects;
    }

    int deltaLinks() {
        return deltaLinks;
    }

    boolean repeatsObjects() {
        return repeatsObjects;
    }

    boolean startsWithRemovals() {
        return startsWithRemovals;
    }

    boolean holdsChangesBack() {
        return holdsChangesBack;
    }

    int replayedChanges() {
        return replayedChanges;
    }

    DeltaExpiry deltaExpiry() {
        return deltaExpiry;
    }

    int deltaGeneration() {
        return deltaGeneration.get();
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
