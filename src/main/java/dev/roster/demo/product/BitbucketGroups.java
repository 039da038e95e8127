package dev.roster.demo.product;

import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.product.Route.Access;
import java.util.List;

/** Listing, creating and deleting Bitbucket's groups, and listing their members. */
final class BitbucketGroups {

    private final SimulatedDirectory directory;
    private final BitbucketDirectory known;
    private final BitbucketPermissions permissions;
    private final BitbucketBeans beans;
    private final BitbucketLimits limits;

    BitbucketGroups(
            SimulatedDirectory directory,
            BitbucketDirectory known,
            BitbucketPermissions permissions,
            BitbucketBeans beans,
            BitbucketLimits limits) {
        this.directory = directory;
        this.known = known;
        this.permissions = permissions;
        this.beans = beans;
        this.limits = limits;
    }

    void addRoutes(RouteTable routes) {
        routes.get("/admin/groups", Access.ADMIN, this::list);
        routes.get("/groups", Access.USER, this::names);
        routes.post("/admin/groups", Access.ADMIN, this::create);
        routes.delete("/admin/groups", Access.ADMIN, this::delete);
        routes.get("/admin/groups/more-members", Access.ADMIN, this::members);
    }

    private Slice<String> found(Call call) {
        String filter = Named.fold(call.query("filter", ""));
        List<String> names = directory.groups().stream()
                .filter(name -> Named.fold(name).contains(filter))
                .toList();
        return Slice.of(names, BitbucketPages.start(call), limits.groups(call));
    }

    private SimulatedAnswer list(Call call) {
        Slice<String> names = found(call);
        return BitbucketPages.answer(
                new Slice<>(names.items().stream().map(beans::group).toList(), names.start(), names.total()),
                limits.groups(call));
    }

    private SimulatedAnswer names(Call call) {
        Slice<String> names = found(call);
        return BitbucketPages.answer(
                new Slice<>(
                        names.items().stream()
                                .map(JsonText.MAPPER.getNodeFactory()::stringNode)
                                .toList(),
                        names.start(),
                        names.total()),
                limits.groups(call));
    }

    private SimulatedAnswer create(Call call) {
        String name = call.required("name");
        known.checkMutable();
        if (name.length() > 255) {
            throw Refusal.ofField(400, "name", "The group name is too long.");
        }
        if (directory.hasGroup(name)) {
            throw BitbucketErrors.conflict("A group with the name '" + name + "' already exists.");
        }
        directory.createGroup(name);
        return JsonText.answer(200, beans.group(name));
    }

    private SimulatedAnswer delete(Call call) {
        SimulatedGroup group = known.group(call.required("name"));
        known.checkMutable();
        if (!permissions.administersWithout(call.caller().account(), group)) {
            throw BitbucketErrors.conflict("This would take the permission to administer from yourself.");
        }
        directory.deleteGroup(group);
        permissions.forget(group);
        return JsonText.answer(200, beans.group(group.name()));
    }

    private SimulatedAnswer members(Call call) {
        Slice<SimulatedAccount> slice = directory.members(
                known.group(call.required("context")),
                BitbucketDirectory.matching(call.query("filter", "")),
                BitbucketPages.start(call),
                limits.users(call));
        return BitbucketPages.answer(BitbucketUsers.beans(slice, beans::detailedUser), limits.users(call));
    }
}
