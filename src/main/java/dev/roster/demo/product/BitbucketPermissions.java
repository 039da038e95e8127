package dev.roster.demo.product;

import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedRequest;
import dev.roster.demo.product.DirectoryChange.What;
import dev.roster.demo.product.Route.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The global permissions of groups; whoever has any of them takes a seat. */
final class BitbucketPermissions {

    /** The global permissions, weakest first. */
    enum Permission {
        LICENSED_USER,
        PROJECT_CREATE,
        ADMIN,
        SYS_ADMIN
    }

    private static final int MOST = 1000;

    private final SimulatedDirectory directory;
    private final ProductSwitches switches;
    // By folded name of the group.
    private final Map<String, Permission> byGroup = new ConcurrentSkipListMap<>();

    BitbucketPermissions(SimulatedDirectory directory, ProductSwitches switches) {
        this.directory = directory;
        this.switches = switches;
    }

    void addRoutes(RouteTable routes) {
        routes.get("/admin/permissions/groups", Access.ADMIN, this::list);
        routes.put("/admin/permissions/groups", Access.ADMIN, this::grant);
        routes.delete("/admin/permissions/groups", Access.ADMIN, this::withdraw);
    }

    void put(String group, Permission permission) {
        byGroup.put(Named.fold(group), permission);
    }

    void forget(SimulatedGroup group) {
        byGroup.remove(group.folded());
    }

    @Nullable
    Permission of(SimulatedGroup group) {
        return byGroup.get(group.folded());
    }

    boolean administers(SimulatedAccount account) {
        return has(account, (group, permission) -> permission.compareTo(Permission.ADMIN) >= 0);
    }

    /** Would this account still administer Bitbucket without that group? */
    boolean administersWithout(SimulatedAccount account, SimulatedGroup without) {
        return has(
                account,
                (group, permission) -> permission.compareTo(Permission.ADMIN) >= 0 && !group.equals(without.folded()));
    }

    /** Refused with 403 when this account would be one too many. */
    void checkRoom(SimulatedAccount account, SimulatedGroup group) {
        if (of(group) != null && account.active() && !licensed(account)) {
            checkRoom();
        }
    }

    /** Refused with 403 when there is no seat for one more user. */
    void checkRoom() {
        int seats = switches.seats();
        if (seats != ProductSwitches.UNLIMITED
                && directory
                                .accounts(one -> one.active() && licensed(one), 0, 0)
                                .total()
                        >= seats) {
            throw BitbucketErrors.licence();
        }
    }

    private boolean licensed(SimulatedAccount account) {
        return has(account, (group, permission) -> true);
    }

    private boolean has(SimulatedAccount account, BiPredicate<String, Permission> wanted) {
        return byGroup.entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey(), entry.getValue()))
                .flatMap(entry -> directory.group(entry.getKey()).stream())
                .anyMatch(group -> directory.isMember(account, group));
    }

    private SimulatedAnswer list(Call call) {
        String filter = Named.fold(call.query("filter", ""));
        List<ObjectNode> values = new ArrayList<>();
        byGroup.forEach((folded, permission) -> {
            if (folded.contains(filter)) {
                directory.group(folded).ifPresent(group -> values.add(bean(group, permission)));
            }
        });
        int limit = BitbucketPages.limit(call, MOST);
        return BitbucketPages.answer(Slice.of(values, BitbucketPages.start(call), limit), limit);
    }

    private static ObjectNode bean(SimulatedGroup group, Permission permission) {
        return JsonText.object()
                .put("permission", permission.name())
                .set("group", JsonText.object().put("name", group.name()));
    }

    private SimulatedAnswer grant(Call call) {
        Permission permission = permission(call.required("permission"));
        List<SimulatedGroup> groups = new ArrayList<>();
        for (String name : names(call.request())) {
            groups.add(directory.group(name).orElseThrow(() -> BitbucketErrors.noSuchGroup(name)));
        }
        for (SimulatedGroup group : groups) {
            checkKeepsOwn(call, group, permission.compareTo(Permission.ADMIN) >= 0);
            byGroup.put(group.folded(), permission);
            directory.log(What.GRANT_PERMISSION, null, group.name(), permission.name());
        }
        return SimulatedAnswer.empty(204);
    }

    private SimulatedAnswer withdraw(Call call) {
        String name = call.required("name");
        SimulatedGroup group = directory.group(name).orElseThrow(() -> BitbucketErrors.noSuchGroup(name));
        checkKeepsOwn(call, group, false);
        byGroup.remove(group.folded());
        directory.log(What.GRANT_PERMISSION, null, group.name(), null);
        return SimulatedAnswer.empty(204);
    }

    private void checkKeepsOwn(Call call, SimulatedGroup group, boolean administers) {
        SimulatedAccount own = call.caller().account();
        if (!administers && !administersWithout(own, group)) {
            throw BitbucketErrors.conflict("This would take the permission to administer from yourself.");
        }
    }

    private static Permission permission(String name) {
        try {
            return Permission.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Refusal.ofField(400, "permission", "Unknown permission: " + name);
        }
    }

    // The parameter may come several times, of which the decoded map holds only the last.
    private static List<String> names(SimulatedRequest request) {
        List<String> names = new ArrayList<>();
        String raw = request.rawQuery() == null ? "" : request.rawQuery();
        for (String pair : raw.split("&", -1)) {
            String name = SimulatedRequest.parameters(pair).get("name");
            if (name != null && !name.isBlank()) {
                names.add(name);
            }
        }
        if (names.isEmpty()) {
            throw Refusal.ofField(400, "name", "A group name must be given.");
        }
        return names;
    }
}
