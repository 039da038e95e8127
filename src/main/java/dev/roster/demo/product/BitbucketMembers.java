package dev.roster.demo.product;

import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.product.DirectoryChange.What;
import dev.roster.demo.product.Route.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Adding users to Bitbucket's groups, many at a time, and removing them, one at a time. */
final class BitbucketMembers {

    private final SimulatedDirectory directory;
    private final BitbucketDirectory known;
    private final BitbucketPermissions permissions;
    private volatile boolean partialBulkAdds;

    BitbucketMembers(SimulatedDirectory directory, BitbucketDirectory known, BitbucketPermissions permissions) {
        this.directory = directory;
        this.known = known;
        this.permissions = permissions;
    }

    void addRoutes(RouteTable routes) {
        routes.postJson("/admin/groups/add-users", Access.ADMIN, this::addUsers);
        routes.postJson("/admin/users/add-groups", Access.ADMIN, this::addGroups);
        routes.postJson("/admin/users/remove-group", Access.ADMIN, call -> {
            JsonBody body = call.body("context", "itemName");
            return remove(call, required(body, "context"), required(body, "itemName"));
        });
        routes.postJson("/admin/groups/remove-user", Access.ADMIN, call -> {
            JsonBody body = call.body("context", "itemName");
            return remove(call, required(body, "itemName"), required(body, "context"));
        });
        routes.postJson("/admin/groups/add-user", Access.ADMIN, call -> {
            JsonBody body = call.body("context", "itemName");
            return addOne(required(body, "itemName"), required(body, "context"));
        });
        routes.postJson("/admin/users/add-group", Access.ADMIN, call -> {
            JsonBody body = call.body("context", "itemName");
            return addOne(required(body, "context"), required(body, "itemName"));
        });
    }

    void partialBulkAdds(boolean on) {
        partialBulkAdds = on;
    }

    private SimulatedAnswer addUsers(Call call) {
        JsonBody body = call.body("group", "users");
        SimulatedGroup group = known.group(required(body, "group"));
        List<Runnable> joins = new ArrayList<>();
        for (String name : list(body, "users")) {
            step(joins, () -> join(known.mutableUser(name), group), () -> known.mutableUser(name));
        }
        joins.forEach(Runnable::run);
        return SimulatedAnswer.empty(200);
    }

    private SimulatedAnswer addGroups(Call call) {
        JsonBody body = call.body("user", "groups");
        SimulatedAccount account = known.mutableUser(required(body, "user"));
        List<Runnable> joins = new ArrayList<>();
        for (String name : list(body, "groups")) {
            step(joins, () -> join(account, known.group(name)), () -> known.group(name));
        }
        joins.forEach(Runnable::run);
        return SimulatedAnswer.empty(200);
    }

    // All or nothing, unless told that what comes before the first missing one takes effect.
    private void step(List<Runnable> joins, Runnable join, Runnable check) {
        if (partialBulkAdds) {
            join.run();
        } else {
            check.run();
            joins.add(join);
        }
    }

    private SimulatedAnswer addOne(String user, String group) {
        join(known.mutableUser(user), known.group(group));
        return SimulatedAnswer.empty(200);
    }

    private void join(SimulatedAccount account, SimulatedGroup group) {
        permissions.checkRoom(account, group);
        directory.join(What.ADD_MEMBER, account, group);
    }

    private SimulatedAnswer remove(Call call, String user, String groupName) {
        SimulatedAccount account = known.mutableUser(user);
        SimulatedGroup group = known.group(groupName);
        if (!directory.isMember(account, group)) {
            throw Refusal.of(404, "User '" + account.name() + "' is not a member of group '" + group.name() + "'.");
        }
        if (call.caller().is(account) && !permissions.administersWithout(account, group)) {
            throw BitbucketErrors.forbidden("This would take the permission to administer from yourself.");
        }
        directory.leave(account, group);
        return SimulatedAnswer.empty(200);
    }

    private static String required(JsonBody body, String field) {
        String value = body.text(field, "");
        if (value.isBlank()) {
            throw Refusal.ofField(400, field, "The field " + field + " must be given.");
        }
        return value;
    }

    private static List<String> list(JsonBody body, String field) {
        return Objects.requireNonNullElseGet(body.texts(field), () -> {
            throw Refusal.ofField(400, field, "The field " + field + " must be given.");
        });
    }
}
