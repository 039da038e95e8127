package dev.roster.settings.loading;

import dev.roster.settings.Access;
import dev.roster.settings.Access.Role;
import dev.roster.settings.Connection;
import dev.roster.settings.Notify;
import dev.roster.settings.Secret;
import dev.roster.settings.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads everything under {@code roster}. */
final class SettingsReader {
    private static final Key<Path> ROUTES_DIR =
            Key.of("routes-dir", FilePaths.PATH, "routes", "folder of the Camel routes");
    private static final Key<List<String>> ROUTES_ALLOW = Key.of(
            "routes-allow",
            Names.CAMEL_COMPONENT.list(),
            "",
            "further Camel components that operators' own routes may use");
    private static final Key<Integer> RETENTION =
            Key.of("retention", Numbers.DAYS, "30d", "how long finished runs keep their operations");
    private static final Key<Boolean> ALLOW_HTTP = Key.of(
            "allow-http", Words.TRUTH, "false", "allow http to other hosts than this one, anywhere; for tests alone");
    private static final Key<Secret> PASSWORD_HASH =
            Key.of("password-hash", Names.PASSWORD_HASH, "", "bcrypt hash of the user's password; required for a user");
    private static final Key<List<Role>> ROLES =
            Key.of("roles", Words.of(Role.class).listOfAtLeastOne(), "", "what the user may do; required for a user");
    private static final Key<URI> WEBHOOK =
            Key.of("webhook", Addresses.WEBHOOK, "", "address that is told when a run waits or fails");
    private static final Key<List<String>> MAIL = Key.of(
            "mail",
            Names.MAIL_ADDRESS.list(),
            "",
            "mail addresses that are told when a run waits or fails; by the mail server of spring.mail");

    static final List<Key<?>> KEYS = List.of(ROUTES_DIR, ROUTES_ALLOW, RETENTION, ALLOW_HTTP);
    static final List<Key<?>> ACCESS_KEYS = List.of(PASSWORD_HASH, ROLES);
    static final List<Key<?>> NOTIFY_KEYS = List.of(WEBHOOK, MAIL);

    private final Map<String, ProductTraits> products = new LinkedHashMap<>();
    private final @Nullable String administrator;

    /**
     * A reader.
     *
     * @param administrator the name of the standard user, which no further user may have; null for none
     */
    SettingsReader(Collection<ProductTraits> products, @Nullable String administrator) {
        products.forEach(product -> this.products.put(product.word(), product));
        this.administrator = administrator;
    }

    Settings read(Section root) {
        boolean allowHttp = root.get(ALLOW_HTTP);
        return new Settings(
                connections(root.child("connections"), allowHttp),
                root.get(ROUTES_DIR),
                access(root.child("access")),
                notifications(root.child("notify"), allowHttp),
                root.get(ROUTES_ALLOW),
                root.get(RETENTION));
    }

    private List<Connection> connections(Section section, boolean allowHttp) {
        ConnectionReader reader = new ConnectionReader(new TargetReader(products, allowHttp), allowHttp);
        Map<String, String> slugs = Slugs.of(section.names(), "connection");
        return section.names().stream()
                .map(name -> reader.read(name, Objects.requireNonNull(slugs.get(name)), section.child(name)))
                .toList();
    }

    private List<Access> access(Section section) {
        List<Access> users = new ArrayList<>();
        for (String name : section.names()) {
            Section user = section.child(name);
            checkName(name, user);
            Secret hash = user.need(PASSWORD_HASH, "give a bcrypt hash, as 'htpasswd -nB NAME' prints it");
            List<Role> roles = user.need(ROLES, "give at least one of viewer, operator, approver");
            users.add(new Access(name, Objects.requireNonNullElseGet(hash, () -> new Secret("")), roles(roles)));
        }
        return List.copyOf(users);
    }

    private void checkName(String name, Section user) {
        if (name.equals(administrator)) {
            user.fault(PASSWORD_HASH, "is for the name of the standard user", "choose another name");
        }
        if (name.indexOf(':') >= 0) {
            user.fault(PASSWORD_HASH, "is for a name with ':', which HTTP Basic cannot carry", "choose another name");
        }
    }

    private static Set<Role> roles(@Nullable List<Role> roles) {
        Set<Role> set = EnumSet.noneOf(Role.class);
        set.addAll(roles == null ? List.of() : roles);
        return Set.copyOf(set);
    }

    private static Notify notifications(Section section, boolean allowHttp) {
        URI webhook = section.find(WEBHOOK);
        if (webhook != null) {
            PlainHttp.checked(section, WEBHOOK, webhook, allowHttp);
        }
        return new Notify(webhook, section.get(MAIL));
    }
}
