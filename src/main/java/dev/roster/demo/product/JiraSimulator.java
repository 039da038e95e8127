package dev.roster.demo.product;

import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A Jira Data Center with one administrator and the groups {@value #USERS} and {@code jira-administrators}. Its REST
 * interface is under {@code /rest/api/2}; applications have {@linkplain JiraUserServer another} one.
 */
public final class JiraSimulator extends SimulatedProduct {

    /** Who is in it takes a seat of Jira Software. */
    public static final String USERS = "jira-software-users";

    private final JiraVersion version;
    private final JiraSeats seats;
    private final JiraProjects projects;
    private final JiraActivity activity = new JiraActivity();
    private final JiraGroups groups;
    private final JiraUserServer userServer;

    private JiraSimulator(JiraVersion version, RunningProduct running) {
        super(running);
        this.version = version;
        this.seats = new JiraSeats(directory(), switches());
        this.projects = new JiraProjects(directory());
        JiraRules rules = new JiraRules(directory(), switches());
        JiraBeans beans = new JiraBeans(running, seats);
        this.groups = new JiraGroups(running, beans);
        seats.add(new JiraApplication("jira-software", "Jira Software", List.of(USERS), List.of(USERS)));
        directory()
                .seed()
                .user(ADMIN, "Administrator", "admin@example.com")
                .group(USERS)
                .group(JiraRules.ADMINISTRATORS)
                .member(ADMIN, USERS)
                .member(ADMIN, JiraRules.ADMINISTRATORS);
        this.userServer = new JiraUserServer(running, running.door(routes(running, rules, beans), rules));
        running.start("jira", userServer);
    }

    private RouteTable routes(RunningProduct running, JiraRules rules, JiraBeans beans) {
        RouteTable routes = new RouteTable("/rest/api/2");
        new JiraServerInfo(running, version, rules).addRoutes(routes);
        new JiraUsers(directory(), version, beans).addRoutes(routes);
        new JiraUserWrites(running, seats, projects, activity, beans).addRoutes(routes);
        groups.addRoutes(routes);
        new JiraMembers(running, seats, beans).addRoutes(routes);
        new JiraLeads(directory(), projects, beans).addRoutes(routes);
        seats.addRoutes(routes);
        return routes;
    }

    /** Starts on a free loopback port, at its root. */
    public static JiraSimulator start(JiraVersion version) {
        return start(version, "");
    }

    /**
     * Starts on a free loopback port, under a context path.
     *
     * @param contextPath empty, or for instance {@code /jira}
     */
    public static JiraSimulator start(JiraVersion version, String contextPath) {
        RunningProduct running = new RunningProduct(AccountKeys.JIRA, Clock.systemUTC(), contextPath, true);
        return new JiraSimulator(version, running);
    }

    public JiraVersion version() {
        return version;
    }

    /** What answers applications that manage users; none is registered at first. */
    public JiraUserServer userServer() {
        return userServer;
    }

    /** Adds an application beside Jira Software. */
    public void addApplication(JiraApplication application) {
        seats.add(application);
    }

    /** Adds a project; its lead must exist. */
    public void addProject(String key, String name, String lead) {
        projects.add(key, name, account(lead));
    }

    /** Adds a component to a project; nobody leads it when the lead is null. */
    public void addComponent(String projectKey, String name, @Nullable String lead) {
        projects.addComponent(projectKey, name, lead == null ? null : account(lead));
    }

    /** The name of the account that leads a project; it may be inactive. */
    public String projectLead(String key) {
        return directory()
                .accountByNumber(projects.known(key).lead())
                .orElseThrow(() -> new NoSuchElementException("the lead of " + key + " is deleted"))
                .name();
    }

    /** Makes somebody else lead a project, behind the back of every client. */
    public void handOver(String key, String lead) {
        projects.change(
                projects.known(key), project -> project.ledBy(account(lead).number()));
    }

    /** The name of the account that leads a component; null when nobody does. */
    public @Nullable String componentLead(String projectKey, String name) {
        Integer lead = projects.known(projectKey).components().stream()
                .filter(component -> component.name().equals(name))
                .findFirst()
                .orElseThrow()
                .lead();
        return lead == null
                ? null
                : directory().accountByNumber(lead).orElseThrow().name();
    }

    /** From now on the account has issues or comments, so that Jira will not delete it. */
    public void addActivity(String user) {
        activity.add(account(user));
    }

    /** The most groups that the group picker ever shows, whatever the client asks for. */
    public void pickerLimit(int limit) {
        groups.pickerLimit(limit);
    }
}
