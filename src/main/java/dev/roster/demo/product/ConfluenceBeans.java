package dev.roster.demo.product;

import dev.roster.demo.SimulatedAnswer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The JSON that Confluence makes of its things. */
final class ConfluenceBeans {

    // Whatever the client asks for, Confluence gives no more at once, and says so only in the field "limit".
    private static final int CAP = 200;

    private final RunningProduct running;

    ConfluenceBeans(RunningProduct running) {
        this.running = running;
    }

    static int limit(Call call) {
        return Math.min(CAP, Math.max(1, call.number("limit", CAP)));
    }

    static int start(Call call) {
        return Math.max(0, call.number("start", 0));
    }

    /** A user without an e-mail address: the user resources do not show it. */
    ObjectNode user(SimulatedAccount account, Call call) {
        ObjectNode node = JsonText.object()
                .put("type", "known")
                .put("username", account.name())
                .put("userKey", account.key())
                .put("displayName", account.displayName())
                .set("profilePicture", picture())
                .set("_links", JsonText.object().put("self", running.url() + "/rest/api/user?key=" + account.key()));
        if (call.expands("status")) {
            node.put("status", account.active() ? "current" : "deactivated");
            return node.set("_expandable", JsonText.object());
        }
        return node.set("_expandable", JsonText.object().put("status", ""));
    }

    ObjectNode anonymous() {
        return JsonText.object()
                .put("type", "anonymous")
                .put("displayName", "Anonymous")
                .set("profilePicture", picture());
    }

    ObjectNode group(String name) {
        return JsonText.object()
                .put("type", "group")
                .put("name", name)
                .set("_links", JsonText.object().put("self", running.url() + "/rest/api/group/" + segment(name)));
    }

    /** A page of a list, with a link to the next one unless it is the last. */
    SimulatedAnswer page(Call call, List<ObjectNode> results, int total) {
        int start = start(call);
        int limit = limit(call);
        String path = call.request().rawPath().substring(running.contextPath().length());
        ObjectNode links = JsonText.object()
                .put("self", running.url() + path)
                .put("base", running.url().toString())
                .put("context", running.contextPath());
        if (start + results.size() < total) {
            links.put("next", path + "?" + others(call) + "limit=" + limit + "&start=" + (start + limit));
        }
        return JsonText.answer(
                200,
                JsonText.object()
                        .put("start", start)
                        .put("limit", limit)
                        .put("size", results.size())
                        .set("results", JsonText.nodes(results))
                        .set("_links", links));
    }

    private static String others(Call call) {
        StringBuilder others = new StringBuilder();
        call.request().query().forEach((name, value) -> {
            if (!name.equals("start") && !name.equals("limit")) {
                others.append(segment(name)).append('=').append(segment(value)).append('&');
            }
        });
        return others.toString();
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private ObjectNode picture() {
        return JsonText.object()
                .put("path", running.contextPath() + "/images/icons/profilepics/default.svg")
                .put("width", 48)
                .put("height", 48)
                .put("isDefault", true);
    }
}
