package dev.roster.demo.product;

import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedRequest;
import dev.roster.demo.SimulatedServer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * The Jira User Server: the part of Jira that answers applications, in the words of Crowd, under
 * {@code /rest/usermanagement/1}. It knows no users' passwords and tokens, an administrator's neither.
 */
public final class JiraUserServer implements SimulatedServer.Handler {

    private static final String ROOT = "/rest/usermanagement/";
    private static final int LONGEST_PAGE = 1000;

    private final RunningProduct running;
    private final SimulatedServer.Handler others;
    private final Map<String, String> passwords = new ConcurrentHashMap<>();
    private volatile boolean addressBlocked;

    /** @param others answers everything else */
    JiraUserServer(RunningProduct running, SimulatedServer.Handler others) {
        this.running = running;
        this.others = others;
    }

    /** An administrator registers an application. */
    public JiraUserServer register(String application, String password) {
        passwords.put(application, password);
        return this;
    }

    /** The client's address is not among those of the application. */
    public JiraUserServer addressBlocked(boolean on) {
        addressBlocked = on;
        return this;
    }

    @Override
    public SimulatedAnswer handle(SimulatedRequest request) {
        String root = running.contextPath() + ROOT;
        if (!request.rawPath().startsWith(root)) {
            return others.handle(request);
        }
        if (!isKnown(request)) {
            return SimulatedAnswer.text(401, "text/plain;charset=UTF-8", "Application failed to authenticate")
                    .with("WWW-Authenticate", "Basic realm=\"Crowd REST Service\"");
        }
        if (addressBlocked) {
            return error(403, "APPLICATION_ACCESS_DENIED", "The address of the client is not allowed.");
        }
        String path = request.rawPath().substring(root.length());
        if (!path.equals("1/search") && !path.equals("latest/search")) {
            return error(404, "NOT_FOUND", "null for uri: " + request.rawPath());
        }
        return request.method().equals("GET") ? search(request) : error(405, "NOT_ALLOWED", "Method Not Allowed");
    }

    private boolean isKnown(SimulatedRequest request) {
        String header = Objects.requireNonNullElse(request.header("authorization"), "");
        return passwords.entrySet().stream()
                .map(each -> each.getKey() + ":" + each.getValue())
                .map(pair -> "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .anyMatch(header::equals);
    }

    private SimulatedAnswer search(SimulatedRequest request) {
        Map<String, String> query = request.query();
        if (!"user".equals(query.get("entity-type"))) {
            return error(400, "ILLEGAL_ARGUMENT", "Only users can be searched for here.");
        }
        int start = number(query, "start-index", 0);
        int most = Math.min(LONGEST_PAGE, number(query, "max-results", LONGEST_PAGE));
        boolean unfolded = "user".equals(query.get("expand"));
        List<ObjectNode> users = running.directory().accounts(account -> true, start, most).items().stream()
                .map(account -> unfolded ? user(account) : name(account))
                .toList();
        return JsonText.answer(200, JsonText.object().put("expand", "user").set("users", JsonText.nodes(users)));
    }

    private ObjectNode name(SimulatedAccount account) {
        String self = running.url() + ROOT + "1/user?username=" + JiraBeans.encoded(account.name());
        ObjectNode link = JsonText.object().put("rel", "self").put("href", self);
        return JsonText.object().put("name", account.name()).set("link", link);
    }

    /** The key is that of the directory, not the one by which Jira itself knows the account. */
    private ObjectNode user(SimulatedAccount account) {
        return name(account)
                .put("expand", "attributes")
                .put("display-name", account.displayName())
                .put("email", account.emailAddress())
                .put("key", "1:" + account.number())
                .put("active", account.active());
    }

    private static int number(Map<String, String> query, String name, int preset) {
        return Integer.parseInt(query.getOrDefault(name, String.valueOf(preset)));
    }

    private static SimulatedAnswer error(int status, String reason, String message) {
        return JsonText.answer(status, JsonText.object().put("reason", reason).put("message", message));
    }
}
