package dev.roster.demo.product;

import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.product.DirectoryChange.What;
import dev.roster.demo.product.Route.Access;

/** Creating, changing, (de)activating and deleting Confluence's users. */
final class ConfluenceUserWrites {

    private final SimulatedDirectory directory;
    private final ProductSwitches switches;
    private final ConfluenceVersion version;
    private final ConfluenceSeats seats;
    private final ConfluenceTasks tasks;

    ConfluenceUserWrites(
            RunningProduct running, ConfluenceVersion version, ConfluenceSeats seats, ConfluenceTasks tasks) {
        this.directory = running.directory();
        this.switches = running.switches();
        this.version = version;
        this.seats = seats;
        this.tasks = tasks;
    }

    void addRoutes(RouteTable routes) {
        routes.postJson("/admin/user", Access.ADMIN, this::create);
        routes.put("/admin/user/{}/disable", Access.ADMIN, call -> activate(call, false));
        routes.put("/admin/user/{}/enable", Access.ADMIN, call -> activate(call, true));
        routes.postJson("/admin/user/{}/password", Access.ADMIN, this::password);
        routes.delete("/admin/user/{}", Access.ADMIN, this::delete);
        if (version.updatesUsers()) {
            routes.putJson("/admin/user/{}", Access.ADMIN, this::update);
        }
    }

    private SimulatedAnswer create(Call call) {
        JsonBody body = call.body("userName", "fullName", "email", "password", "notifyViaEmail");
        String name = body.text("userName", "");
        String fullName = body.text("fullName", "");
        String email = body.text("email", "");
        ConfluenceNames.checkUserName(name);
        ConfluenceNames.checkFullName(fullName);
        ConfluenceNames.checkEmail(email);
        boolean password = !body.text("password", "").isEmpty();
        if (password == body.flag("notifyViaEmail", false)) {
            throw Refusal.of(400, "Give either a password, or notifyViaEmail and no password.");
        }
        if (switches.readOnlyDirectory()) {
            throw Refusal.of(403, "There is no user directory that users can be added to.");
        }
        if (directory.account(name).isPresent()) {
            throw Refusal.of(409, "A user with the username '" + name + "' already exists.");
        }
        if (seats.full()) {
            throw Refusal.of(402, "The licence allows no more users.");
        }
        SimulatedAccount account = directory.create(name, fullName, email, password);
        directory
                .group(ConfluenceSimulator.USERS)
                .ifPresent(group -> directory.join(What.JOIN_DEFAULT_GROUP, account, group));
        return JsonText.answer(201, JsonText.object().put("userKey", account.key()));
    }

    private SimulatedAnswer update(Call call) {
        SimulatedAccount account = mutable(call);
        JsonBody body = call.body("fullName", "email", "currentPassword");
        if (!body.has("fullName") && !body.has("email")) {
            throw Refusal.of(400, "Give a full name or an email address.");
        }
        String fullName = body.text("fullName", account.displayName());
        String email = body.text("email", account.emailAddress());
        ConfluenceNames.checkFullName(fullName);
        ConfluenceNames.checkEmail(email);
        directory.update(What.UPDATE_USER, account, account.described(fullName, email));
        return SimulatedAnswer.empty(204);
    }

    private SimulatedAnswer activate(Call call, boolean on) {
        SimulatedAccount account = mutable(call);
        if (!on && call.caller().is(account)) {
            throw Refusal.of(403, "You cannot disable yourself.");
        }
        if (account.active() != on) {
            directory.update(on ? What.ACTIVATE_USER : What.DEACTIVATE_USER, account, account.active(on));
        }
        return SimulatedAnswer.empty(204);
    }

    private SimulatedAnswer password(Call call) {
        SimulatedAccount account = mutable(call);
        if (call.body("password").text("password", "").isEmpty()) {
            throw Refusal.of(400, "The password must not be empty.");
        }
        directory.update(What.SET_PASSWORD, account, account.withPassword(true));
        return SimulatedAnswer.empty(204);
    }

    private SimulatedAnswer delete(Call call) {
        SimulatedAccount account = mutable(call);
        if (call.caller().is(account)) {
            throw Refusal.of(403, "You cannot delete yourself.");
        }
        return tasks.submit(
                "Deleting user",
                () -> directory.accountByNumber(account.number()).ifPresent(directory::delete));
    }

    private SimulatedAccount mutable(Call call) {
        SimulatedAccount account = ConfluenceUsers.named(directory, call.path(0));
        if (switches.readOnlyDirectory() || account.readOnly()) {
            throw Refusal.of(403, "The user '" + account.name() + "' is in a read-only directory.");
        }
        return account;
    }
}
