package dev.roster.routes;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** No secrets in routes: Camel shows what a placeholder stands for to whoever may look at a route. */
final class SecretRule {

    private static final String SECRET = "secret|token|passw|credential|authorization|private[-_.]?key|api[-_.]?key";
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "\\{\\{[^}]*(?:" + SECRET
                    + ")[^}]*}}|\\{\\{\\s*(?:aws|gcp|azure|hashicorp|secret|kubernetes|vault)[a-z-]*:",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FUNCTION =
            Pattern.compile("\\$\\{(?:env|sys|sysenv|properties)[.:][^}]*(?:" + SECRET + ")", Pattern.CASE_INSENSITIVE);
    private static final Pattern REVEALED = Pattern.compile("\\breveal\\b");
    private static final Pattern SET_HEADER = Pattern.compile("\\$\\{setHeader\\(");

    private SecretRule() {}

    static void check(YamlPart item, Consumer<RouteFault> faults) {
        item.eachText(part -> {
            String text = String.valueOf(part.text());
            if (found(PLACEHOLDER, text) || found(FUNCTION, text) || found(REVEALED, text)) {
                faults.accept(part.fault(
                        "a secret in a route",
                        "leave it out: credentials are added where requests are sent, for their own host"));
            }
            if (found(SET_HEADER, text)) {
                faults.accept(part.fault("an expression that sets a header", "use setHeader"));
            }
        });
    }

    private static boolean found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find();
    }
}
