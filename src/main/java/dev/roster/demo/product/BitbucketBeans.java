package dev.roster.demo.product;

import tools.jackson.databind.node.ObjectNode;

/** The JSON that Bitbucket makes of its things. */
final class BitbucketBeans {

    static final String INTERNAL = "Bitbucket Internal Directory";
    static final String REMOTE = "Corporate LDAP";

    private final RunningProduct running;

    BitbucketBeans(RunningProduct running) {
        this.running = running;
    }

    /** The name made fit for a path: not the name itself as soon as that has other characters. */
    static String slug(SimulatedAccount account) {
        String name = account.folded();
        StringBuilder slug = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char one = name.charAt(i);
            boolean plain = (one >= 'a' && one <= 'z') || (one >= '0' && one <= '9') || "._-".indexOf(one) >= 0;
            slug.append(plain ? one : '_');
        }
        return slug.toString();
    }

    /** What every licensed user may see. */
    ObjectNode user(SimulatedAccount account) {
        String slug = slug(account);
        ObjectNode self = JsonText.object().put("href", running.url() + "/users/" + slug);
        return JsonText.object()
                .put("name", account.name())
                .put("emailAddress", account.emailAddress())
                .put("id", Integer.parseInt(account.key()))
                .put("displayName", account.displayName())
                .put("active", account.active())
                .put("slug", slug)
                .put("type", "NORMAL")
                .set("links", JsonText.object().set("self", JsonText.array().add(self)));
    }

    /** What administrators see. */
    ObjectNode detailedUser(SimulatedAccount account) {
        boolean mutable = !account.readOnly() && !running.switches().readOnlyDirectory();
        return user(account)
                .put("directoryName", account.readOnly() ? REMOTE : INTERNAL)
                .put("deletable", mutable)
                .put("mutableDetails", mutable)
                .put("mutableGroups", mutable);
    }

    ObjectNode group(String name) {
        return JsonText.object()
                .put("name", name)
                .put("deletable", !running.switches().readOnlyDirectory());
    }
}
