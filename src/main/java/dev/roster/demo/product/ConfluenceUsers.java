package dev.roster.demo.product;

import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.product.Route.Access;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** Reading Confluence's users. */
final class ConfluenceUsers {

    private final SimulatedDirectory directory;
    private final ConfluenceVersion version;
    private final ConfluenceSeats seats;
    private final ConfluenceBeans beans;
    private final ProductRules rules;
    private volatile boolean anonymousAccess;

    ConfluenceUsers(
            SimulatedDirectory directory,
            ConfluenceVersion version,
            ConfluenceSeats seats,
            ConfluenceBeans beans,
            ProductRules rules) {
        this.directory = directory;
        this.version = version;
        this.seats = seats;
        this.beans = beans;
        this.rules = rules;
    }

    void addRoutes(RouteTable routes) {
        routes.get("/user", Access.USER, call -> JsonText.answer(200, beans.user(meant(call), call)));
        routes.get("/user/current", Access.ANONYMOUS, this::current);
        routes.get("/user/list", Access.USER, call -> page(call, account -> true, false));
        routes.get("/user/memberof", Access.USER, this::groupsOf);
        if (version.updatesUsers()) {
            routes.get(
                    "/admin/users/list/active",
                    Access.ADMIN,
                    call -> page(call, account -> account.active() && seats.takes(account), true));
        }
    }

    void anonymousAccess(boolean on) {
        anonymousAccess = on;
    }

    /** Refused with 404. */
    static SimulatedAccount named(SimulatedDirectory directory, String name) {
        return directory.account(name).orElseThrow(() -> Refusal.of(404, "No user found with username: " + name));
    }

    private SimulatedAccount meant(Call call) {
        String name = call.query("username");
        String key = call.query("key");
        if (name != null) {
            return named(directory, name);
        }
        if (key == null) {
            throw Refusal.of(400, "Either the username or the key must be given.");
        }
        return directory.accountByKey(key).orElseThrow(() -> Refusal.of(404, "No user found with key: " + key));
    }

    // With anonymous access on, even wrong credentials would not show here; the client has to look at the name.
    private SimulatedAnswer current(Call call) {
        Caller from = call.from();
        if (from != null) {
            return JsonText.answer(200, beans.user(from.account(), call));
        }
        if (!anonymousAccess) {
            throw rules.unauthorized(call.request());
        }
        return JsonText.answer(200, beans.anonymous());
    }

    private SimulatedAnswer page(Call call, Predicate<SimulatedAccount> wanted, boolean withEmail) {
        Slice<SimulatedAccount> slice =
                directory.accounts(wanted, ConfluenceBeans.start(call), ConfluenceBeans.limit(call));
        List<ObjectNode> results = slice.items().stream()
                .map(account -> withEmail
                        ? beans.user(account, call).put("email", account.emailAddress())
                        : beans.user(account, call))
                .toList();
        return beans.page(call, results, slice.total());
    }

    private SimulatedAnswer groupsOf(Call call) {
        List<String> names = directory.groupsOf(meant(call).name());
        Slice<String> slice = Slice.of(names, ConfluenceBeans.start(call), ConfluenceBeans.limit(call));
        return beans.page(call, slice.items().stream().map(beans::group).toList(), slice.total());
    }
}
