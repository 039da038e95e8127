package dev.roster.demo.product;

import dev.roster.demo.SimulatedAnswer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON that Jira makes of its things. */
final class JiraBeans {

    private final RunningProduct running;
    private final JiraSeats seats;

    JiraBeans(RunningProduct running, JiraSeats seats) {
        this.running = running;
        this.seats = seats;
    }

    String link(String path) {
        return running.url() + "/rest/api/2" + path;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A user in a list of users. */
    ObjectNode user(SimulatedAccount account) {
        return brief(account).put("deleted", false).put("locale", "en_US");
    }

    /** A user in a page of members, which carries less. */
    ObjectNode brief(SimulatedAccount account) {
        return JsonText.object()
                .put("self", link("/user?username=" + encoded(account.name())))
                .put("key", account.key())
                .put("name", account.name())
                .put("emailAddress", account.emailAddress())
                .put("displayName", account.displayName())
                .put("active", account.active())
                .put("timeZone", "Etc/UTC")
                .set("avatarUrls", JsonText.object().put("48x48", running.url() + "/secure/useravatar?avatarId=10122"));
    }

    /** One user on its own; groups and applications are counted, but listed only when asked for. */
    ObjectNode fullUser(SimulatedAccount account, boolean withGroups, boolean withApplications) {
        List<String> groups = running.directory().groupsOf(account.name());
        List<JiraApplication> applications = seats.usedBy(account);
        return user(account)
                .set("groups", wrapped(groups, withGroups, this::groupName))
                .set("applicationRoles", wrapped(applications, withApplications, this::applicationName))
                .put("expand", "groups,applicationRoles");
    }

    ObjectNode group(String name) {
        return groupName(name)
                .put("expand", "users")
                .set(
                        "users",
                        JsonText.object()
                                .put("size", running.directory().members(name).size())
                                .put("max-results", 50)
                                .put("start-index", 0)
                                .put("end-index", 0)
                                .set("items", JsonText.array()));
    }

    SimulatedAnswer page(String path, int maxResults, Slice<SimulatedAccount> slice) {
        ObjectNode page = JsonText.object()
                .put("self", link(path + "&maxResults=" + maxResults + "&startAt=" + slice.start()))
                .put("maxResults", maxResults)
                .put("startAt", slice.start())
                .put("total", slice.total())
                .put("isLast", slice.last());
        if (!slice.last()) {
            int next = slice.start() + slice.items().size();
            page.put("nextPage", link(path + "&maxResults=" + maxResults + "&startAt=" + next));
        }
        page.set(
                "values", JsonText.nodes(slice.items().stream().map(this::brief).toList()));
        return JsonText.answer(200, page);
    }

    private ObjectNode groupName(String name) {
        return JsonText.object().put("name", name).put("self", link("/group?groupname=" + encoded(name)));
    }

    private ObjectNode applicationName(JiraApplication application) {
        return JsonText.object().put("key", application.key()).put("name", application.name());
    }

    private static <T> ObjectNode wrapped(List<T> things, boolean listed, Function<T, ObjectNode> bean) {
        ArrayNode items = JsonText.array();
        if (listed) {
            things.forEach(one -> items.add(bean.apply(one)));
        }
        return JsonText.object().put("size", things.size()).set("items", items);
    }
}
