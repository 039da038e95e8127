package dev.roster.settings.loading;

import dev.roster.settings.Secret;
import dev.roster.settings.Target;
import dev.roster.settings.UserManagement;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads one of {@code targets}. */
final class TargetReader {
    private static final Key<String> PRODUCT =
            Key.of("product", Names.WORD, "", "jira | confluence | bitbucket; required");
    private static final Key<URI> URL =
            Key.of("url", Addresses.BASE, "", "address of the product, with its context path; required");
    private static final Key<Secret> TOKEN =
            Key.of("token", Names.SECRET, "", "personal access token; or username + password (Bitbucket needs these)");
    private static final Key<String> USERNAME = Key.of("username", Names.TEXT, "", "account that Roster signs in with");
    private static final Key<Secret> PASSWORD = Key.of("password", Names.SECRET, "", "its password");
    private static final Key<String> APPLICATION = Key.of(
            "user-management.application",
            Names.TEXT,
            "",
            "application in Jira's User Server, by which a Jira that has no list of its users is listed all the same");
    private static final Key<Secret> APPLICATION_PASSWORD =
            Key.of("user-management.password", Names.SECRET, "", "the application's password");
    private static final Key<String> DEFAULT_PROJECT_LEAD = Key.of(
            "default-project-lead", Names.TEXT, "", "username that takes over the projects a leaver leads; Jira only");
    private static final Key<String> DEFAULT_COMPONENT_LEAD = Key.of(
            "default-component-lead",
            Names.TEXT,
            "",
            "username that takes over the components a leaver leads; Jira only");
    private static final Key<Integer> MAX_IN_FLIGHT =
            Key.of("max-in-flight", Numbers.between(1, 100), "4", "requests at once");
    private static final Key<Integer> MAX_REQUESTS_PER_SECOND =
            Key.of("max-requests-per-second", Numbers.between(0, 10_000), "0", "0 = no limit of ours");
    private static final Key<Boolean> ALLOW_HTTP =
            Key.of("allow-http", Words.TRUTH, "false", "allow http to other hosts than this one; for tests alone");

    static final List<Key<?>> KEYS = List.of(
            PRODUCT,
            URL,
            TOKEN,
            USERNAME,
            PASSWORD,
            APPLICATION,
            APPLICATION_PASSWORD,
            DEFAULT_PROJECT_LEAD,
            DEFAULT_COMPONENT_LEAD,
            MAX_IN_FLIGHT,
            MAX_REQUESTS_PER_SECOND,
            ALLOW_HTTP);
    private static final ProductTraits UNKNOWN = new ProductTraits("", false, false, true, true);
    private static final URI NOWHERE = URI.create("https://unset.invalid");

    private final Map<String, ProductTraits> products;
    private final boolean allowHttpEverywhere;

    TargetReader(Map<String, ProductTraits> products, boolean allowHttpEverywhere) {
        this.products = products;
        this.allowHttpEverywhere = allowHttpEverywhere;
    }

    /** The target; its rules are those of the connection with its own laid over them. */
    Target read(String connectionName, String name, String id, Section target, Section connection) {
        ProductTraits product = product(target);
        boolean allowHttp = target.get(ALLOW_HTTP) || allowHttpEverywhere;
        checkCredentials(target, product);
        checkLead(target, DEFAULT_PROJECT_LEAD, product);
        checkLead(target, DEFAULT_COMPONENT_LEAD, product);
        URI url = Objects.requireNonNullElse(target.need(URL, "give the address of the product"), NOWHERE);
        return new Target(
                connectionName,
                name,
                id,
                product.word(),
                PlainHttp.checked(target, URL, url, allowHttp),
                target.find(TOKEN),
                target.find(USERNAME),
                target.find(PASSWORD),
                userManagement(target, product),
                target.find(DEFAULT_PROJECT_LEAD),
                target.find(DEFAULT_COMPONENT_LEAD),
                target.get(MAX_IN_FLIGHT),
                target.get(MAX_REQUESTS_PER_SECOND),
                allowHttp,
                TransportReader.read(target),
                ScopeReader.read(rules("scope", target, connection)),
                UserRulesReader.read(rules("users", target, connection)),
                GroupRulesReader.read(rules("groups", target, connection), product.lowerCaseOnly()),
                LimitsReader.read(rules("limits", target, connection)));
    }

    private static Section rules(String name, Section target, Section connection) {
        return target.child(name).over(connection.child(name));
    }

    private ProductTraits product(Section target) {
        String known = String.join(", ", products.keySet());
        String word = target.need(PRODUCT, "give one of: " + known);
        if (word == null) {
            return UNKNOWN;
        }
        ProductTraits product = products.get(word);
        if (product == null) {
            String nearest = Nearest.to(word, products.keySet());
            target.fault(
                    PRODUCT,
                    "'" + word + "' is no product that Roster knows",
                    (nearest == null ? "use one of: " : "did you mean " + nearest + "? Use one of: ") + known);
            return UNKNOWN;
        }
        return product;
    }

    private static void checkCredentials(Section target, ProductTraits product) {
        boolean token = target.isGiven(TOKEN);
        boolean account = target.isGiven(USERNAME) || target.isGiven(PASSWORD);
        if (product.needsPassword() && token) {
            target.fault(TOKEN, "does not do for " + product.word(), "remove it, and give username and password");
        } else if (token && account) {
            target.fault(TOKEN, "is given beside username or password", "keep the token, or username and password");
        } else if (!token && !account && !product.needsPassword()) {
            target.fault(TOKEN, "is missing, and so are username and password", "give a personal access token");
        }
        if (account || (product.needsPassword() && !token)) {
            target.need(USERNAME, "give the username of an administrator's account");
            target.need(PASSWORD, "give the password that belongs to username");
        }
    }

    /** Both or neither: half of it would be none, and that unseen. */
    private static @Nullable UserManagement userManagement(Section target, ProductTraits product) {
        if (!product.hasUserManagement()) {
            for (Key<?> key : List.of(APPLICATION, APPLICATION_PASSWORD)) {
                if (target.isGiven(key)) {
                    target.fault(key, "has no meaning for " + product.word(), "remove it: it is for Jira");
                }
            }
            return null;
        }
        if (!target.isGiven(APPLICATION) && !target.isGiven(APPLICATION_PASSWORD)) {
            return null;
        }
        String application = target.need(APPLICATION, "give the application's name, or neither name nor password");
        Secret password =
                target.need(APPLICATION_PASSWORD, "give the application's password, or neither name nor password");
        return application == null || password == null ? null : new UserManagement(application, password);
    }

    private static void checkLead(Section target, Key<String> key, ProductTraits product) {
        if (!product.hasLeads() && target.isGiven(key)) {
            target.fault(key, "has no meaning for " + product.word(), "remove it: it is for Jira");
        }
    }
}
