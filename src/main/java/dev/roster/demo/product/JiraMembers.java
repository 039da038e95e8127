package dev.roster.demo.product;

import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.product.DirectoryChange.What;
import dev.roster.demo.product.Route.Access;

/** Who is in which of Jira's groups. */
final class JiraMembers {

    private static final int PAGE = 50;

    private final SimulatedDirectory directory;
    private final ProductSwitches switches;
    private final JiraSeats seats;
    private final JiraBeans beans;

    JiraMembers(RunningProduct running, JiraSeats seats, JiraBeans beans) {
        this.directory = running.directory();
        this.switches = running.switches();
        this.seats = seats;
        this.beans = beans;
    }

    void addRoutes(RouteTable routes) {
        routes.get("/group/member", Access.ADMIN, this::list);
        routes.postJson("/group/user", Access.ADMIN, this::add);
        routes.delete("/group/user", Access.ADMIN, this::remove);
        routes.post("/user/application", Access.ADMIN, this::grant);
        routes.delete("/user/application", Access.ADMIN, this::withdraw);
    }

    private SimulatedAnswer list(Call call) {
        SimulatedGroup group = JiraGroups.named(directory, call);
        boolean inactive = call.flag("includeInactiveUsers", false);
        int start = Math.max(0, call.number("startAt", 0));
        int limit = Math.min(PAGE, Math.max(1, call.number("maxResults", PAGE)));
        Slice<SimulatedAccount> slice =
                directory.membersWithin(group, account -> inactive || account.active(), start, limit);
        String path =
                "/group/member?includeInactiveUsers=" + inactive + "&groupname=" + JiraBeans.encoded(group.name());
        return beans.page(path, limit, slice);
    }

    private SimulatedAnswer add(Call call) {
        SimulatedGroup group = JiraGroups.named(directory, call);
        String name = call.body("name").text("name", "");
        if (name.isBlank()) {
            throw Refusal.of(400, "The user name must be given.");
        }
        SimulatedAccount account = JiraUsers.named(directory, name);
        checkMutable(account);
        if (directory.isMember(account, group)) {
            throw Refusal.of(
                    400,
                    "Cannot add user '" + account.name() + "', user is already a member of '" + group.name() + "'");
        }
        if (account.active()) {
            seats.checkRoom(account, group.name());
        }
        directory.join(What.ADD_MEMBER, account, group);
        return JsonText.answer(201, beans.group(group.name()));
    }

    private SimulatedAnswer remove(Call call) {
        SimulatedGroup group = JiraGroups.named(directory, call);
        String name = call.query("username", "");
        if (name.isBlank()) {
            throw Refusal.of(400, "Query parameter 'username' is required.");
        }
        SimulatedAccount account = JiraUsers.named(directory, name);
        checkMutable(account);
        if (!directory.isMember(account, group)) {
            throw Refusal.of(
                    400,
                    "Cannot remove user '" + account.name() + "' from group '" + group.name()
                            + "' since user is not a member of '" + group.name() + "'");
        }
        if (call.caller().is(account) && group.folded().equals(JiraRules.ADMINISTRATORS)) {
            throw Refusal.of(400, "You cannot take the permission to administer Jira from yourself.");
        }
        directory.leave(account, group);
        return SimulatedAnswer.empty(200);
    }

    private SimulatedAnswer grant(Call call) {
        SimulatedAccount account = applicant(call);
        JiraApplication application = application(call);
        application.defaultGroups().forEach(group -> seats.checkRoom(account, group));
        application
                .defaultGroups()
                .forEach(name ->
                        directory.group(name).ifPresent(group -> directory.join(What.ADD_MEMBER, account, group)));
        return SimulatedAnswer.empty(200);
    }

    private SimulatedAnswer withdraw(Call call) {
        SimulatedAccount account = applicant(call);
        application(call)
                .groups()
                .forEach(name -> directory.group(name).ifPresent(group -> directory.leave(account, group)));
        return SimulatedAnswer.empty(204);
    }

    private SimulatedAccount applicant(Call call) {
        String name = call.required("username");
        SimulatedAccount account = directory
                .account(name)
                .orElseThrow(() -> Refusal.of(400, "The user named '" + name + "' does not exist"));
        checkMutable(account);
        return account;
    }

    private JiraApplication application(Call call) {
        String key = call.required("applicationKey");
        return seats.applications().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Refusal.of(400, "There is no application with the key '" + key + "'."));
    }

    private void checkMutable(SimulatedAccount account) {
        if (switches.readOnlyDirectory() || account.readOnly()) {
            throw Refusal.of(403, "Cannot edit group memberships: the directory is read-only.");
        }
    }
}
