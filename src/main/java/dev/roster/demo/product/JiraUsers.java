package dev.roster.demo.product;

import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.product.Route.Access;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** Reading Jira's users: one, by search, by list. */
final class JiraUsers {

    // What Jira takes for "everybody"; an empty text finds nobody.
    private static final Set<String> EVERYBODY = Set.of(".", "%", "_", "\"\"", "''");
    private static final int LIST_PAGE = 2000;

    private final SimulatedDirectory directory;
    private final JiraVersion version;
    private final JiraBeans beans;

    JiraUsers(SimulatedDirectory directory, JiraVersion version, JiraBeans beans) {
        this.directory = directory;
        this.version = version;
        this.beans = beans;
    }

    void addRoutes(RouteTable routes) {
        routes.get("/user", Access.USER, this::one);
        routes.get("/myself", Access.USER, this::myself);
        routes.get("/user/search", Access.USER, this::search);
        if (version.lists()) {
            routes.get("/user/list", Access.ADMIN, this::list);
        }
    }

    /** The account that a call means by {@code username} or {@code key}; refused with 404. */
    static SimulatedAccount named(SimulatedDirectory directory, Call call) {
        String name = call.query("username");
        String key = call.query("key");
        if (name != null) {
            return named(directory, name);
        }
        if (key == null) {
            throw Refusal.of(404, "Either the 'username' or the 'key' query parameters need to be provided");
        }
        return directory
                .accountByKey(key)
                .orElseThrow(() -> Refusal.of(404, "The user with the key '" + key + "' does not exist"));
    }

    /** Refused with 404. */
    static SimulatedAccount named(SimulatedDirectory directory, String name) {
        return directory
                .account(name)
                .orElseThrow(() -> Refusal.of(404, "The user named '" + name + "' does not exist"));
    }

    private SimulatedAnswer one(Call call) {
        return full(named(directory, call), call);
    }

    private SimulatedAnswer myself(Call call) {
        return full(call.caller().account(), call);
    }

    private SimulatedAnswer full(SimulatedAccount account, Call call) {
        return JsonText.answer(200, beans.fullUser(account, call.expands("groups"), call.expands("applicationRoles")));
    }

    private SimulatedAnswer search(Call call) {
        String query = call.query("username");
        if (query == null) {
            throw Refusal.of(400, "The username query parameter was not provided");
        }
        int start = Math.max(0, call.number("startAt", 0));
        int limit = Math.min(version.searchCap(), Math.max(0, call.number("maxResults", 50)));
        boolean active = call.flag("includeActive", true);
        boolean inactive = call.flag("includeInactive", false);
        Predicate<SimulatedAccount> matches = matching(query);
        Slice<SimulatedAccount> slice = directory.accounts(
                account -> (account.active() ? active : inactive) && matches.test(account), start, shown(start, limit));
        return JsonText.answer(
                200, JsonText.nodes(slice.items().stream().map(beans::user).toList()));
    }

    // From version 10 the first 100 matches are all there is, however the client pages.
    private int shown(int start, int limit) {
        return version.pagedSearch() ? limit : Math.max(0, Math.min(limit, version.searchCap() - start));
    }

    private static Predicate<SimulatedAccount> matching(String query) {
        if (EVERYBODY.contains(query)) {
            return account -> true;
        }
        String start = query.toLowerCase(Locale.ROOT);
        return account -> !start.isEmpty()
                && (account.folded().startsWith(start)
                        || startsWith(account.emailAddress(), start)
                        || wordStartsWith(account.displayName(), start));
    }

    private static boolean wordStartsWith(String text, String start) {
        for (int at = 0; at >= 0; at = text.indexOf(' ', at + 1)) {
            int word = at == 0 ? 0 : at + 1;
            if (text.regionMatches(true, word, start, 0, start.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(String text, String start) {
        return text.regionMatches(true, 0, start, 0, start.length());
    }

    private SimulatedAnswer list(Call call) {
        int limit = Math.min(LIST_PAGE, Math.max(1, call.number("maxResults", LIST_PAGE)));
        int after = call.number("cursor", -1);
        // One more than asked for shows whether there is a next page.
        List<SimulatedAccount> found = directory.accountsAfter(after, limit + 1);
        boolean last = found.size() <= limit;
        List<SimulatedAccount> values = last ? found : found.subList(0, limit);
        String query = "/user/list?maxResults=" + limit;
        ObjectNode page = JsonText.object()
                .put("self", beans.link(query + "&cursor=" + Objects.requireNonNullElse(call.query("cursor"), "")))
                .put("maxResults", limit)
                .put("isLast", last);
        if (!last) {
            int next = values.get(values.size() - 1).number();
            page.put("nextCursor", Integer.toString(next)).put("nextPage", beans.link(query + "&cursor=" + next));
        }
        page.set("values", JsonText.nodes(values.stream().map(beans::user).toList()));
        return JsonText.answer(200, page);
    }
}
