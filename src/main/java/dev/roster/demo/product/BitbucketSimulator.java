package dev.roster.demo.product;

import dev.roster.demo.product.BitbucketPermissions.Permission;
import java.time.Clock;

/**
 * A Bitbucket Data Center with one administrator and the groups {@value #USERS}, whose members may log in, and
 * {@value #ADMINISTRATORS}. Its REST interface is under {@code /rest/api/latest} and {@code /rest/api/1.0}.
 */
public final class BitbucketSimulator extends SimulatedProduct {

    /** Who is in it may log in, and takes a seat. */
    public static final String USERS = "stash-users";

    /** Who is in it administers Bitbucket. */
    public static final String ADMINISTRATORS = "bitbucket-administrators";

    private final BitbucketVersion version;
    private final BitbucketLimits limits = new BitbucketLimits();
    private final BitbucketPermissions permissions;
    private final BitbucketUserWrites userWrites;
    private final BitbucketMembers members;

    private BitbucketSimulator(BitbucketVersion version, RunningProduct running, Clock clock) {
        super(running);
        this.version = version;
        this.permissions = new BitbucketPermissions(directory(), switches());
        BitbucketDirectory known = new BitbucketDirectory(running);
        BitbucketBeans beans = new BitbucketBeans(running);
        this.userWrites =
                new BitbucketUserWrites(directory(), known, permissions, new BitbucketTombstones(clock), beans);
        this.members = new BitbucketMembers(directory(), known, permissions);
        seed();
        RouteTable routes = new RouteTable("/rest/api/latest");
        new BitbucketServerInfo(running, version).addRoutes(routes);
        new BitbucketUsers(directory(), known, beans, limits).addRoutes(routes);
        userWrites.addRoutes(routes);
        new BitbucketGroups(directory(), known, permissions, beans, limits).addRoutes(routes);
        members.addRoutes(routes);
        permissions.addRoutes(routes);
        running.start("bitbucket", routes, new BitbucketRules(permissions));
    }

    private void seed() {
        directory()
                .seed()
                .user(ADMIN, "Administrator", "admin@example.com")
                .group(USERS)
                .group(ADMINISTRATORS)
                .member(ADMIN, USERS)
                .member(ADMIN, ADMINISTRATORS);
        permissions.put(USERS, Permission.LICENSED_USER);
        permissions.put(ADMINISTRATORS, Permission.ADMIN);
    }

    /** Starts on a free loopback port, at its root. */
    public static BitbucketSimulator start(BitbucketVersion version) {
        return start(version, "");
    }

    /**
     * Starts on a free loopback port, under a context path.
     *
     * @param contextPath empty, or for instance {@code /bitbucket}
     */
    public static BitbucketSimulator start(BitbucketVersion version, String contextPath) {
        return start(version, contextPath, Clock.systemUTC());
    }

    /**
     * Starts with a clock of the caller's.
     *
     * @param clock decides when the seven days are over for which a deleted user keeps its id
     */
    public static BitbucketSimulator start(BitbucketVersion version, String contextPath, Clock clock) {
        return new BitbucketSimulator(
                version, new RunningProduct(AccountKeys.BITBUCKET, clock, contextPath, false), clock);
    }

    public BitbucketVersion version() {
        return version;
    }

    /** The most users on a page; 1000 at first. */
    public void mostUsersPerPage(int most) {
        limits.users(most);
    }

    /** The most groups on a page; 1000 at first. */
    public void mostGroupsPerPage(int most) {
        limits.groups(most);
    }

    /** Whether new users can be notified by e-mail; off at first. */
    public void mailServer(boolean on) {
        userWrites.mailServer(on);
    }

    /** Whether a refused bulk addition has already added those before the missing one; off at first. */
    public void partialBulkAdds(boolean on) {
        members.partialBulkAdds(on);
    }
}
