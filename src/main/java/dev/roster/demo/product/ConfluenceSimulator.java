package dev.roster.demo.product;

import java.time.Clock;

/**
 * A Confluence Data Center with one administrator and the groups {@value #USERS} and
 * {@code confluence-administrators}. Its REST interface is under {@code /rest/api}.
 */
public final class ConfluenceSimulator extends SimulatedProduct {

    /** Every new user joins it; who is in it takes a seat. */
    public static final String USERS = "confluence-users";

    private final ConfluenceVersion version;
    private final ConfluenceUsers users;
    private final ConfluenceGroups groups;
    private final ConfluenceTasks tasks;

    private ConfluenceSimulator(ConfluenceVersion version, RunningProduct running) {
        super(running);
        this.version = version;
        ConfluenceRules rules = new ConfluenceRules(directory(), switches());
        ConfluenceBeans beans = new ConfluenceBeans(running);
        ConfluenceSeats seats = new ConfluenceSeats(directory(), switches());
        this.users = new ConfluenceUsers(directory(), version, seats, beans, rules);
        this.groups = new ConfluenceGroups(running, version, seats, beans);
        this.tasks = new ConfluenceTasks(running);
        directory()
                .seed()
                .user(ADMIN, "Administrator", "admin@example.com")
                .group(USERS)
                .group(ConfluenceRules.ADMINISTRATORS)
                .member(ADMIN, USERS)
                .member(ADMIN, ConfluenceRules.ADMINISTRATORS);
        RouteTable routes = new RouteTable("/rest/api");
        new ConfluenceServerInfo(running, version).addRoutes(routes);
        users.addRoutes(routes);
        new ConfluenceUserWrites(running, version, seats, tasks).addRoutes(routes);
        groups.addRoutes(routes);
        tasks.addRoutes(routes);
        running.start("confluence", routes, rules);
    }

    /** Starts on a free loopback port, at its root. */
    public static ConfluenceSimulator start(ConfluenceVersion version) {
        return start(version, "");
    }

    /**
     * Starts on a free loopback port, under a context path.
     *
     * @param contextPath empty, or for instance {@code /confluence}
     */
    public static ConfluenceSimulator start(ConfluenceVersion version, String contextPath) {
        RunningProduct running = new RunningProduct(AccountKeys.CONFLUENCE, Clock.systemUTC(), contextPath, true);
        return new ConfluenceSimulator(version, running);
    }

    public ConfluenceVersion version() {
        return version;
    }

    /** Whether {@code user/current} answers callers without credentials; off at first. */
    public void anonymousAccess(boolean on) {
        users.anonymousAccess(on);
    }

    /** Whether the members of a group include inactive users; on at first. */
    public void inactiveMembers(boolean shown) {
        groups.inactiveMembers(shown);
    }

    /** How often a client has to ask before a deletion is done; 0, the first value, does it at once. */
    public void pollsUntilDeleted(int polls) {
        tasks.pollsUntilDone(polls);
    }
}
