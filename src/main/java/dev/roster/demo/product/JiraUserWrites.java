package dev.roster.demo.product;

import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.product.DirectoryChange.What;
import dev.roster.demo.product.Route.Access;
import java.util.List;

/** Creating, changing, (de)activating and deleting Jira's users. */
final class JiraUserWrites {

    private static final String[] FIELDS = {
        "self", "key", "name", "password", "emailAddress", "displayName", "notification", "applicationKeys", "active"
    };

    private final SimulatedDirectory directory;
    private final ProductSwitches switches;
    private final JiraSeats seats;
    private final JiraProjects projects;
    private final JiraActivity activity;
    private final JiraBeans beans;

    JiraUserWrites(
            RunningProduct running, JiraSeats seats, JiraProjects projects, JiraActivity activity, JiraBeans beans) {
        this.directory = running.directory();
        this.switches = running.switches();
        this.seats = seats;
        this.projects = projects;
        this.activity = activity;
        this.beans = beans;
    }

    void addRoutes(RouteTable routes) {
        routes.postJson("/user", Access.ADMIN, this::create);
        routes.putJson("/user", Access.ADMIN, this::update);
        routes.delete("/user", Access.ADMIN, this::delete);
        routes.putJson("/user/password", Access.ADMIN, this::password);
        routes.delete("/user/session/{}", Access.ADMIN, this::endSession);
    }

    private SimulatedAnswer create(Call call) {
        JsonBody body = call.body(FIELDS);
        if (switches.readOnlyDirectory()) {
            throw Refusal.of(403, "Cannot add user, as all the user directories are read-only.");
        }
        String name = body.text("name", "");
        JiraUserChecks.name(name);
        if (directory.account(name).isPresent()) {
            throw Refusal.ofField(400, "username", "A user with that username already exists.");
        }
        String displayName = JiraUserChecks.displayName(body.text("displayName", ""));
        String email = JiraUserChecks.email(body.text("emailAddress", ""));
        List<JiraApplication> applications = applications(body);
        applications.forEach(seats::checkRoom);
        SimulatedAccount account = directory.create(name, displayName, email, body.has("password"));
        for (JiraApplication application : applications) {
            application.defaultGroups().forEach(group -> joinDefault(account, group));
        }
        return JsonText.answer(201, beans.fullUser(account, false, false));
    }

    // No list at all means the default applications; an empty one means none.
    private List<JiraApplication> applications(JsonBody body) {
        List<String> keys = body.texts("applicationKeys");
        if (keys == null) {
            return seats.applications();
        }
        return keys.stream()
                .map(key -> seats.applications().stream()
                        .filter(one -> one.key().equals(key))
                        .findFirst()
                        .orElseThrow(() -> Refusal.ofField(
                                400, "applicationKeys", "There is no application with the key '" + key + "'.")))
                .toList();
    }

    private void joinDefault(SimulatedAccount account, String group) {
        directory.group(group).ifPresent(found -> directory.join(What.JOIN_DEFAULT_GROUP, account, found));
    }

    private SimulatedAnswer update(Call call) {
        SimulatedAccount account = JiraUsers.named(directory, call);
        JsonBody body = call.body(FIELDS);
        if (!body.has("name") && !body.has("displayName") && !body.has("emailAddress") && !body.has("active")) {
            throw Refusal.of(400, "No value found to be changed.");
        }
        checkMutable(account);
        String name = body.text("name", account.name());
        String displayName = JiraUserChecks.displayName(body.text("displayName", account.displayName()));
        String email = JiraUserChecks.email(body.text("emailAddress", account.emailAddress()));
        boolean active = body.flag("active", account.active());
        checkName(account, name);
        if (account.active() && !active) {
            checkDeactivation(call, account);
        }
        if (!account.active() && active) {
            directory.groupsOf(account.name()).forEach(group -> checkReactivation(account, group));
        }
        SimulatedAccount now = apply(account, name, displayName, email, active);
        return JsonText.answer(200, beans.fullUser(now, false, false));
    }

    private SimulatedAccount apply(
            SimulatedAccount old, String name, String displayName, String email, boolean active) {
        SimulatedAccount now = old;
        if (!old.displayName().equals(displayName) || !old.emailAddress().equals(email)) {
            now = directory.update(What.UPDATE_USER, now, now.described(displayName, email));
        }
        if (!old.name().equals(name)) {
            now = directory.update(What.RENAME_USER, now, now.named(name));
        }
        if (old.active() != active) {
            now = directory.update(active ? What.ACTIVATE_USER : What.DEACTIVATE_USER, now, now.active(active));
        }
        return now;
    }

    private void checkName(SimulatedAccount account, String name) {
        if (name.equals(account.name())) {
            return;
        }
        JiraUserChecks.name(name);
        boolean taken = directory
                .account(name)
                .filter(other -> other.number() != account.number())
                .isPresent();
        if (taken) {
            throw Refusal.ofField(400, "username", "A user with that username already exists.");
        }
    }

    private void checkDeactivation(Call call, SimulatedAccount account) {
        if (call.caller().is(account)) {
            throw Refusal.ofField(400, "active", "You cannot deactivate the user you are logged in as.");
        }
        projects.leadership(account).ifPresent(reason -> {
            throw Refusal.ofField(400, "active", "Cannot deactivate user '" + account.name() + "' because " + reason);
        });
    }

    // The account is not counted while it is inactive, so any group that grants an application needs a free seat.
    private void checkReactivation(SimulatedAccount account, String group) {
        seats.usedBy(account).stream().filter(one -> one.grantedBy(group)).forEach(seats::checkRoom);
    }

    private SimulatedAnswer delete(Call call) {
        SimulatedAccount account = JiraUsers.named(directory, call);
        checkMutable(account);
        if (call.caller().is(account)) {
            throw Refusal.of(400, "You cannot delete the user you are logged in as.");
        }
        if (activity.of(account)) {
            throw Refusal.of(400, "Cannot delete user '" + account.name() + "': it has issues or comments.");
        }
        projects.projectsLed(account).ifPresent(reason -> {
            throw Refusal.of(400, "Cannot delete user '" + account.name() + "' because " + reason);
        });
        projects.clearComponentLead(account);
        directory.delete(account);
        return SimulatedAnswer.empty(204);
    }

    private SimulatedAnswer password(Call call) {
        SimulatedAccount account = JiraUsers.named(directory, call);
        checkMutable(account);
        if (call.body("password", "currentPassword").text("password", "").isEmpty()) {
            throw Refusal.ofField(400, "password", "You must specify a password.");
        }
        directory.update(What.SET_PASSWORD, account, account.withPassword(true));
        return SimulatedAnswer.empty(204);
    }

    private SimulatedAnswer endSession(Call call) {
        JiraUsers.named(directory, call.path(0));
        return SimulatedAnswer.empty(200);
    }

    private void checkMutable(SimulatedAccount account) {
        if (switches.readOnlyDirectory() || account.readOnly()) {
            throw Refusal.of(403, "Cannot edit user '" + account.name() + "': the directory is read-only.");
        }
    }
}
