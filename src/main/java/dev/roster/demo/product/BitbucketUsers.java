package dev.roster.demo.product;

import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.product.Route.Access;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** Reading Bitbucket's users. */
final class BitbucketUsers {

    private final SimulatedDirectory directory;
    private final BitbucketDirectory known;
    private final BitbucketBeans beans;
    private final BitbucketLimits limits;

    BitbucketUsers(
            SimulatedDirectory directory, BitbucketDirectory known, BitbucketBeans beans, BitbucketLimits limits) {
        this.directory = directory;
        this.known = known;
        this.beans = beans;
        this.limits = limits;
    }

    void addRoutes(RouteTable routes) {
        routes.get("/admin/users", Access.ADMIN, call -> page(call, beans::detailedUser));
        routes.get("/admin/users/more-members", Access.ADMIN, this::groupsOf);
        routes.get("/users", Access.USER, this::list);
        routes.get("/users/{}", Access.USER, this::one);
    }

    private SimulatedAnswer page(Call call, Function<SimulatedAccount, ObjectNode> bean) {
        Slice<SimulatedAccount> slice = directory.accounts(
                BitbucketDirectory.matching(call.query("filter", "")), BitbucketPages.start(call), limits.users(call));
        return BitbucketPages.answer(beans(slice, bean), limits.users(call));
    }

    private SimulatedAnswer list(Call call) {
        String group = call.query("group", "");
        if (group.isEmpty()) {
            return page(call, beans::user);
        }
        Slice<SimulatedAccount> slice = directory.members(
                known.group(group),
                BitbucketDirectory.matching(call.query("filter", "")),
                BitbucketPages.start(call),
                limits.users(call));
        return BitbucketPages.answer(beans(slice, beans::user), limits.users(call));
    }

    static Slice<ObjectNode> beans(Slice<SimulatedAccount> slice, Function<SimulatedAccount, ObjectNode> bean) {
        return new Slice<>(slice.items().stream().map(bean).toList(), slice.start(), slice.total());
    }

    private SimulatedAnswer groupsOf(Call call) {
        SimulatedAccount account = known.user(call.required("context"));
        String filter = Named.fold(call.query("filter", ""));
        List<ObjectNode> groups = directory.groupsOf(account.name()).stream()
                .filter(name -> Named.fold(name).contains(filter))
                .map(beans::group)
                .toList();
        int limit = limits.groups(call);
        return BitbucketPages.answer(Slice.of(groups, BitbucketPages.start(call), limit), limit);
    }

    private SimulatedAnswer one(Call call) {
        String slug = Named.fold(call.path(0));
        Optional<SimulatedAccount> sameName = directory
                .account(slug)
                .filter(account -> BitbucketBeans.slug(account).equals(slug));
        SimulatedAccount found = sameName.or(() -> bySlug(slug)).orElseThrow(() -> BitbucketErrors.noSuchUser(slug));
        return JsonText.answer(200, beans.user(found));
    }

    private Optional<SimulatedAccount> bySlug(String slug) {
        return directory.accounts(account -> BitbucketBeans.slug(account).equals(slug), 0, 1).items().stream()
                .findFirst();
    }
}
