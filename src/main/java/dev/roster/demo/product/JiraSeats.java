package dev.roster.demo.product;

import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.product.Route.Access;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.node.ObjectNode;

/** Which groups give access to which application, and how many seats are left. */
final class JiraSeats {

    private final SimulatedDirectory directory;
    private final ProductSwitches switches;
    private final List<JiraApplication> applications = new CopyOnWriteArrayList<>();

    JiraSeats(SimulatedDirectory directory, ProductSwitches switches) {
        this.directory = directory;
        this.switches = switches;
    }

    void add(JiraApplication application) {
        applications.add(application);
    }

    List<JiraApplication> applications() {
        return applications;
    }

    /** Refused with 404 when there is none of that key. */
    JiraApplication application(String key) {
        return applications.stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Refusal.of(404, "The application role with key '" + key + "' does not exist."));
    }

    void addRoutes(RouteTable routes) {
        routes.get("/applicationrole", Access.ADMIN, this::list);
        routes.get("/applicationrole/{}", Access.ADMIN, call -> JsonText.answer(200, role(application(call.path(0)))));
    }

    /** Refused with 400 when this account would be one too many for an application of the group. */
    void checkRoom(SimulatedAccount account, String group) {
        for (JiraApplication application : applications) {
            if (application.grantedBy(group) && full(application) && !uses(account, application)) {
                throw Refusal.of(400, "There are no seats left for the application '" + application.name() + "'.");
            }
        }
    }

    /** Refused with 400 when there is no room for one more user of an application. */
    void checkRoom(JiraApplication application) {
        if (full(application)) {
            throw Refusal.of(400, "There are no seats left for the application '" + application.name() + "'.");
        }
    }

    List<JiraApplication> usedBy(SimulatedAccount account) {
        return applications.stream().filter(one -> uses(account, one)).toList();
    }

    private boolean uses(SimulatedAccount account, JiraApplication application) {
        return directory.groupsOf(account.name()).stream().anyMatch(application::grantedBy);
    }

    private boolean full(JiraApplication application) {
        return switches.seats() != ProductSwitches.UNLIMITED && users(application) >= switches.seats();
    }

    private int users(JiraApplication application) {
        Set<Integer> users = new HashSet<>();
        for (String name : application.groups()) {
            directory
                    .group(name)
                    .ifPresent(group -> directory
                            .membersWithin(group, SimulatedAccount::active, 0, Integer.MAX_VALUE)
                            .items()
                            .forEach(account -> users.add(account.number())));
        }
        return users.size();
    }

    private SimulatedAnswer list(Call call) {
        List<ObjectNode> roles = applications.stream().map(this::role).toList();
        String version = Integer.toHexString(Objects.hash(applications.toArray()));
        return JsonText.answer(200, JsonText.nodes(roles)).with("ETag", '"' + version + '"');
    }

    private ObjectNode role(JiraApplication application) {
        int used = users(application);
        int seats = switches.seats();
        boolean unlimited = seats == ProductSwitches.UNLIMITED;
        return JsonText.object()
                .put("key", application.key())
                .put("name", application.name())
                .put("selectedByDefault", true)
                .put("defined", true)
                .put("numberOfSeats", seats)
                .put("remainingSeats", unlimited ? ProductSwitches.UNLIMITED : Math.max(0, seats - used))
                .put("userCount", used)
                .put("userCountDescription", used + " users")
                .put("hasUnlimitedSeats", unlimited)
                .put("platform", false)
                .set("groups", JsonText.strings(application.groups()))
                .set("defaultGroups", JsonText.strings(application.defaultGroups()));
    }
}
