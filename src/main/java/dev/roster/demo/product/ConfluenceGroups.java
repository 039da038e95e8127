package dev.roster.demo.product;

import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.product.DirectoryChange.What;
import dev.roster.demo.product.Route.Access;
import java.util.List;

/** Confluence's groups and their members. */
final class ConfluenceGroups {

    private final SimulatedDirectory directory;
    private final ProductSwitches switches;
    private final ConfluenceVersion version;
    private final ConfluenceSeats seats;
    private final ConfluenceBeans beans;
    private volatile boolean inactiveMembers = true;

    ConfluenceGroups(RunningProduct running, ConfluenceVersion version, ConfluenceSeats seats, ConfluenceBeans beans) {
        this.directory = running.directory();
        this.switches = running.switches();
        this.version = version;
        this.seats = seats;
        this.beans = beans;
    }

    void addRoutes(RouteTable routes) {
        routes.get("/group", Access.USER, call -> page(call, directory.groups()));
        routes.get(
                "/group/{}",
                Access.USER,
                call -> JsonText.answer(200, beans.group(named(call.path(0)).name())));
        routes.get("/group/{}/member", Access.ADMIN, this::members);
        if (version.updatesUsers()) {
            routes.get(
                    "/group/{}/groupmember",
                    Access.ADMIN,
                    call -> page(call, directory.subgroups(named(call.path(0)))));
        }
        routes.postJson("/admin/group", Access.ADMIN, this::create);
        routes.delete("/admin/group/{}", Access.ADMIN, this::delete);
        routes.put("/user/{}/group/{}", Access.ADMIN, this::add);
        routes.delete("/user/{}/group/{}", Access.ADMIN, this::remove);
    }

    void inactiveMembers(boolean shown) {
        inactiveMembers = shown;
    }

    private SimulatedGroup named(String name) {
        return directory.group(name).orElseThrow(() -> Refusal.of(404, "No group found with name: " + name));
    }

    private SimulatedAnswer page(Call call, List<String> names) {
        Slice<String> slice = Slice.of(names, ConfluenceBeans.start(call), ConfluenceBeans.limit(call));
        return beans.page(call, slice.items().stream().map(beans::group).toList(), slice.total());
    }

    private SimulatedAnswer members(Call call) {
        Slice<SimulatedAccount> slice = directory.members(
                named(call.path(0)),
                account -> inactiveMembers || account.active(),
                ConfluenceBeans.start(call),
                ConfluenceBeans.limit(call));
        return beans.page(
                call,
                slice.items().stream().map(account -> beans.user(account, call)).toList(),
                slice.total());
    }

    private SimulatedAnswer create(Call call) {
        JsonBody body = call.body("type", "name");
        String name = body.text("name", "");
        if (name.isBlank() || !body.text("type", "").equals("group")) {
            throw Refusal.of(400, "A group needs a name and the type \"group\".");
        }
        checkMutable();
        if (directory.hasGroup(name)) {
            throw Refusal.of(409, "A group with the name '" + name + "' already exists.");
        }
        directory.createGroup(name);
        return JsonText.answer(200, beans.group(name));
    }

    private SimulatedAnswer delete(Call call) {
        SimulatedGroup group = named(call.path(0));
        checkMutable();
        if (group.folded().equals(ConfluenceRules.ADMINISTRATORS)) {
            throw Refusal.of(400, "The last group of administrators cannot be deleted.");
        }
        directory.deleteGroup(group);
        return SimulatedAnswer.empty(204);
    }

    private SimulatedAnswer add(Call call) {
        SimulatedAccount account = ConfluenceUsers.named(directory, call.path(0));
        SimulatedGroup group = named(call.path(1));
        checkMutable(account);
        boolean needsSeat = account.active() && ConfluenceSeats.grantedBy(group) && !seats.takes(account);
        if (needsSeat && seats.full()) {
            throw Refusal.of(403, "The licence allows no more users.");
        }
        directory.join(What.ADD_MEMBER, account, group);
        return SimulatedAnswer.empty(204);
    }

    private SimulatedAnswer remove(Call call) {
        SimulatedAccount account = ConfluenceUsers.named(directory, call.path(0));
        SimulatedGroup group = named(call.path(1));
        checkMutable(account);
        if (call.caller().is(account) && group.folded().equals(ConfluenceRules.ADMINISTRATORS)) {
            throw Refusal.of(403, "You cannot take the permission to administer Confluence from yourself.");
        }
        directory.leave(account, group);
        return SimulatedAnswer.empty(204);
    }

    private void checkMutable(SimulatedAccount account) {
        checkMutable();
        if (account.readOnly()) {
            throw Refusal.of(403, "The user '" + account.name() + "' is in a read-only directory.");
        }
    }

    private void checkMutable() {
        if (switches.readOnlyDirectory()) {
            throw Refusal.of(403, "The directory is read-only.");
        }
    }
}
