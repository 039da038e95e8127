package dev.roster.demo.product;

import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.product.DirectoryChange.What;
import dev.roster.demo.product.Route.Access;
import java.util.Optional;

/** Creating, changing and deleting Bitbucket's users; there is no way to deactivate one. */
final class BitbucketUserWrites {

    private static final int MOST = 255;

    private final SimulatedDirectory directory;
    private final BitbucketDirectory known;
    private final BitbucketPermissions permissions;
    private final BitbucketTombstones tombstones;
    private final BitbucketBeans beans;
    private volatile boolean mailServer;

    BitbucketUserWrites(
            SimulatedDirectory directory,
            BitbucketDirectory known,
            BitbucketPermissions permissions,
            BitbucketTombstones tombstones,
            BitbucketBeans beans) {
        this.directory = directory;
        this.known = known;
        this.permissions = permissions;
        this.tombstones = tombstones;
        this.beans = beans;
    }

    void addRoutes(RouteTable routes) {
        routes.post("/admin/users", Access.ADMIN, this::create);
        routes.putJson("/admin/users", Access.ADMIN, this::update);
        routes.delete("/admin/users", Access.ADMIN, this::delete);
        routes.postJson("/admin/users/rename", Access.ADMIN, this::rename);
        routes.putJson("/admin/users/credentials", Access.ADMIN, this::credentials);
    }

    void mailServer(boolean on) {
        mailServer = on;
    }

    private SimulatedAnswer create(Call call) {
        String name = checkedName("name", call.required("name"));
        String displayName = call.required("displayName");
        String email = checkedEmail("emailAddress", call.required("emailAddress"));
        boolean password = !call.query("password", "").isEmpty();
        checkPassword(password, call.flag("notify", false));
        known.checkMutable();
        if (directory.account(name).isPresent()) {
            throw BitbucketErrors.conflict("A user with the name '" + name + "' already exists.");
        }
        boolean joins = call.flag("addToDefaultGroup", true);
        if (joins) {
            permissions.checkRoom();
        }
        SimulatedAccount account = createOrRestore(name, displayName, email, password);
        if (joins) {
            directory
                    .group(BitbucketSimulator.USERS)
                    .ifPresent(group -> directory.join(What.JOIN_DEFAULT_GROUP, account, group));
        }
        return SimulatedAnswer.empty(204);
    }

    private void checkPassword(boolean password, boolean notify) {
        if (!password && !notify) {
            throw Refusal.ofField(400, "password", "A password is required unless the user is notified.");
        }
        if (notify && !mailServer) {
            throw Refusal.ofField(400, "notify", "There is no mail server to notify the user by.");
        }
    }

    private SimulatedAccount createOrRestore(String name, String displayName, String email, boolean password) {
        Optional<SimulatedAccount> buried = tombstones.revive(name);
        if (buried.isEmpty()) {
            return directory.create(name, displayName, email, password);
        }
        SimulatedAccount back =
                buried.get().named(name).described(displayName, email).withPassword(password);
        directory.restore(back);
        return back;
    }

    private SimulatedAnswer update(Call call) {
        JsonBody body = call.body("name", "displayName", "email");
        SimulatedAccount account = known.mutableUser(checkedName("name", body.text("name", "")));
        String displayName = body.text("displayName", account.displayName());
        String email = checkedEmail("email", body.text("email", account.emailAddress()));
        if (displayName.isBlank()) {
            throw Refusal.ofField(400, "displayName", "The display name must not be blank.");
        }
        SimulatedAccount now = directory.update(What.UPDATE_USER, account, account.described(displayName, email));
        return JsonText.answer(200, beans.detailedUser(now));
    }

    private SimulatedAnswer rename(Call call) {
        JsonBody body = call.body("name", "newName");
        SimulatedAccount account = known.mutableUser(checkedName("name", body.text("name", "")));
        String newName = checkedName("newName", body.text("newName", ""));
        boolean taken = directory
                .account(newName)
                .filter(other -> other.number() != account.number())
                .isPresent();
        if (taken) {
            throw Refusal.ofField(400, "newName", "A user with the name '" + newName + "' already exists.");
        }
        SimulatedAccount now = directory.update(What.RENAME_USER, account, account.named(newName));
        return JsonText.answer(200, beans.detailedUser(now));
    }

    private SimulatedAnswer credentials(Call call) {
        JsonBody body = call.body("name", "password", "passwordConfirm");
        SimulatedAccount account = known.mutableUser(checkedName("name", body.text("name", "")));
        String password = body.text("password", "");
        if (password.isEmpty() || !password.equals(body.text("passwordConfirm"))) {
            throw Refusal.ofField(400, "passwordConfirm", "The two passwords must be the same and not empty.");
        }
        directory.update(What.SET_PASSWORD, account, account.withPassword(true));
        return SimulatedAnswer.empty(204);
    }

    private SimulatedAnswer delete(Call call) {
        SimulatedAccount account = known.mutableUser(call.required("name"));
        if (call.caller().is(account)) {
            throw BitbucketErrors.conflict("You cannot delete yourself.");
        }
        directory.delete(account);
        tombstones.bury(account);
        return JsonText.answer(200, beans.detailedUser(account));
    }

    private static String checkedName(String field, String name) {
        if (name.isBlank() || name.length() > MOST || name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
            throw Refusal.ofField(400, field, "The user name is blank, too long, or has a slash in it.");
        }
        return name;
    }

    private static String checkedEmail(String field, String email) {
        if (email.indexOf('@') < 1 || email.indexOf('@') == email.length() - 1) {
            throw Refusal.ofField(400, field, "The email address is not valid.");
        }
        return email;
    }
}
