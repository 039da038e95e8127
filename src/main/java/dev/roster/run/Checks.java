package dev.roster.run;

import dev.roster.delivery.Failures;
import dev.roster.delivery.Variables;
import dev.roster.directory.EntraGroup;
import dev.roster.directory.Names;
import dev.roster.directory.Seats;
import dev.roster.entra.GraphGroups;
import dev.roster.entra.GraphPage;
import dev.roster.entra.GraphPeople;
import dev.roster.entra.Tokens;
import dev.roster.product.Jira;
import dev.roster.product.Product;
import dev.roster.product.Products;
import dev.roster.product.UnexpectedAnswer;
import dev.roster.settings.Connection;
import dev.roster.settings.Target;
import dev.roster.store.Registry;
import dev.roster.store.RunTarget;
import dev.roster.store.SafeStorage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the routes of a check make of the answers; each adds a line to the report in the variable {@code report}. */
@Component
public class Checks {

    private static final long MB = 1_000_000;

    /** A step by its name in the routes: it has credentials, and so remedies, of its own. */
    private static final String USER_MANAGEMENT = "user management";

    private final Tokens tokens;
    private final Products products;
    private final Jira jira;
    private final CheckAccess access;
    private final Registry registry;
    private final SafeStorage storage;

    Checks(Tokens tokens, Products products, Jira jira, CheckAccess access, Registry registry, SafeStorage storage) {
        this.jira = jira;
        this.storage = storage;
        this.tokens = tokens;
        this.products = products;
        this.access = access;
        this.registry = registry;
    }

    /** Nothing found yet. */
    public CheckReport report() {
        return new CheckReport();
    }

    /** Whether Roster's own database keeps what it is given; no line where that is its server's business. */
    public void storage(Exchange exchange) {
        if (storage.isWatched()) {
            add(
                    exchange,
                    storage.probe()
                            .map(trouble -> Check.fail("disk", null, trouble, null))
                            .orElseGet(() -> Check.ok("disk", null, storage.free() / MB + " MB free")));
        }
    }

    /** Signs in to Entra and looks at the permissions of the token. */
    public void signIn(Exchange exchange) {
        Connection connection = Variables.required(exchange, "connection", Connection.class);
        String token = tokens.of(connection.entra()).current();
        add(exchange, Check.ok("sign-in", null, "Entra gives a token"));
        CheckPermissions.of(token).forEach(check -> add(exchange, check));
    }

    /** The targets as the routes of the products know them. */
    public List<RunTarget> targets(Connection connection) {
        int number = registry.connection(connection.name());
        return connection.targets().stream()
                .map(target -> new RunTarget(registry.target(number, target), target))
                .toList();
    }

    /** What has been read is as it should be; the variable {@code rows} says what it is. */
    public void read(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (body == null) {
            throw new UnexpectedAnswer("the answer is empty");
        }
        int count = rows(exchange, Variables.required(exchange, "rows", String.class), body);
        add(exchange, Check.ok(step(exchange), target(exchange), count + " on the first page"));
    }

    private int rows(Exchange exchange, String rows, Object body) {
        return switch (rows) {
            case "people" -> GraphPeople.people(items(body)).size();
            case "entra-groups" -> entraGroups(exchange, GraphGroups.groups(items(body)));
            case "entra-members" -> items(body).size();
            case "accounts" -> accounts(exchange, body);
            case "managed-users" -> jira.managed(body).size();
            case "groups" -> groups(exchange, product(exchange).groups(body));
            case "members" -> product(exchange).members(body).size();
            default -> throw new IllegalStateException("the route reads unknown rows: " + rows);
        };
    }

    /** Keeps the page, which may tell of directories. */
    private int accounts(Exchange exchange, Object page) {
        exchange.setVariable("accountsPage", page);
        return product(exchange).accounts(page).size();
    }

    /** Keeps them for a look at the mapping, and one whose members are read next. */
    private static int entraGroups(Exchange exchange, List<EntraGroup> groups) {
        exchange.setVariable("entraGroups", groups);
        groups.stream().findFirst().ifPresent(group -> exchange.setVariable("group", group.id()));
        return groups.size();
    }

    private static int groups(Exchange exchange, List<String> groups) {
        groups.stream().findFirst().ifPresent(group -> exchange.setVariable("group", group));
        return groups.size();
    }

    private static List<Map<?, ?>> items(Object body) {
        return GraphPage.items(body instanceof Map<?, ?> page ? page : null);
    }

    private Product product(Exchange exchange) {
        return products.of(
                Variables.required(exchange, "target", RunTarget.class).product());
    }

    /** The product was looked at: its version, who Roster is there, and what gives access. */
    @SuppressWarnings("unchecked")
    public void lookedAround(Exchange exchange) {
        Target target = Variables.required(exchange, "target", RunTarget.class).settings();
        String version = Variables.required(exchange, "version", String.class);
        boolean complete = products.of(target.product()).capabilities(version).fullListing();
        add(exchange, Check.ok("version", target.name(), target.product() + " " + version));
        add(exchange, Check.ok("account", target.name(), Variables.required(exchange, "ownName", String.class)));
        if (!target.product().equals("confluence")) {
            // What was read of Jira and Bitbucket so far is shown to administrators only.
            add(exchange, CheckWriting.administers(target));
        }
        List<Seats> seats = exchange.getVariable("seats", List.class);
        CheckSeats.of(target, seats).forEach(check -> add(exchange, check));
        if (!complete) {
            add(
                    exchange,
                    Check.warn(
                            "listing of accounts",
                            target.name(),
                            "this version cannot list its accounts; those that matter are searched for by their names",
                            "Nothing for groups.membership managed; exact needs a newer version of the product, or"
                                    + " user-management in the settings."));
        }
        // Administrators may sign in too, but nobody should be advised to fill their groups.
        List<String> accessGroups = new ArrayList<>(Variables.required(exchange, "accessGroups", Collection.class));
        Collection<String> administrators = Variables.required(exchange, "adminGroups", Collection.class);
        accessGroups.removeIf(group -> administrators.contains(group) || administrators.contains(Names.key(group)));
        List<EntraGroup> sample = exchange.getVariable("entraGroups", List.class);
        add(exchange, access.of(target, accessGroups, sample == null ? List.of() : sample));
    }

    /** Who takes over what leavers lead there, as the settings say. */
    public List<String> leads(RunTarget target) {
        return HandOvers.names(target.settings());
    }

    /** One of them was looked up. */
    public void lead(Exchange exchange) {
        Object answer = exchange.getMessage().getBody();
        String name = Variables.required(exchange, "user", String.class);
        List<?> accounts = answer instanceof List<?> list ? list : List.of();
        add(exchange, CheckLead.of(target(exchange), name, accounts));
    }

    /** The step in hand failed; the check goes on with what does not rest on it. */
    public void failed(Exchange exchange) {
        Throwable failure = Objects.requireNonNull(Failures.failure(exchange));
        String target = target(exchange);
        String fix = step(exchange).equals(USER_MANAGEMENT)
                ? CheckFix.ofUserManagement(failure)
                : CheckFix.of(failure, target == null);
        add(exchange, Check.fail(step(exchange), target, FailureText.of(failure), fix));
    }

    private static void add(Exchange exchange, Check check) {
        Variables.required(exchange, "report", CheckReport.class).add(check);
    }

    private static String step(Exchange exchange) {
        return Variables.required(exchange, "step", String.class);
    }

    private static @Nullable String target(Exchange exchange) {
        RunTarget target = exchange.getVariable("target", RunTarget.class);
        return target == null ? null : target.settings().name();
    }
}
