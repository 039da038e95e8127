package dev.roster.settings.loading;

import dev.roster.settings.Secret;
import dev.roster.settings.loading.ValueType.One;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Types that are names of something, or free text. */
final class Names {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z][A-Za-z0-9_]*([./][A-Za-z0-9_]+)?");
    private static final Pattern COMPONENT = Pattern.compile("[a-z][a-z0-9+-]*");
    private static final Pattern MAIL = Pattern.compile("[^\\s@<>,;:\"]+@[^\\s@<>,;:\"]+");
    // Graph's token endpoint knows these as tenants, but an application can only sign in to a tenant of its own.
    private static final Set<String> NOT_A_TENANT = Set.of("common", "organizations", "consumers");

    static final One<String> TEXT = One.of("text", Names::oneLine);
    static final One<String> IDENTIFIER = One.of("id", text -> matching(ID, text, "letters, digits, '.', '-', '_'"));
    static final One<String> TENANT = One.of("tenant id or domain", Names::tenant);
    static final One<String> GRAPH_ATTRIBUTE = One.of(
            "Graph attribute",
            text -> matching(ATTRIBUTE, text, "the name of a Graph attribute, such as mailNickname"));
    static final One<String> CAMEL_COMPONENT =
            One.of("Camel component", text -> matching(COMPONENT, text, "the name of a Camel component, such as ftp"));
    static final One<String> MAIL_ADDRESS = One.of("mail address", text -> matching(MAIL, text, "one mail address"));
    static final One<String> WORD =
            One.of("product", text -> matching(COMPONENT, text.toLowerCase(Locale.ROOT), "the word of a product"));
    static final One<Secret> SECRET = new One<>("secret", List.of(), true, Names::secret);
    static final One<Secret> PASSWORD_HASH = new One<>("password hash", List.of(), true, Names::passwordHash);

    private Names() {}

    private static String oneLine(String text) throws BadValue {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new BadValue("has a line break or another control character", "write it on one line");
        }
        return text;
    }

    private static String tenant(String text) throws BadValue {
        if (NOT_A_TENANT.contains(text.toLowerCase(Locale.ROOT))) {
            throw new BadValue("names no single tenant", "give the Directory (tenant) ID");
        }
        return matching(ID, text, "the Directory (tenant) ID");
    }

    private static String matching(Pattern pattern, String text, String expected) throws BadValue {
        if (!pattern.matcher(text).matches()) {
            throw new BadValue("has characters that cannot be in it", "give " + expected);
        }
        return text;
    }

    private static Secret secret(String text) throws BadValue {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new BadValue(
                    "has a line break or another control character", "give the secret alone, without a line break");
        }
        return new Secret(text);
    }

    /** Only what the login can check is taken; a bare bcrypt hash gets the prefix that says so. */
    private static Secret passwordHash(String text) throws BadValue {
        String hash = text.strip();
        if (hash.matches("\\$2[aby]\\$\\d\\d\\$.{53}")) {
            return new Secret("{bcrypt}" + hash);
        }
        if (hash.startsWith("{bcrypt}$2") || hash.startsWith("{pbkdf2}") || hash.startsWith("{pbkdf2@")) {
            return new Secret(hash);
        }
        throw new BadValue(
                "is not a password hash that Roster can check",
                "give a bcrypt hash, as 'htpasswd -nB NAME' prints it, or one that begins with {bcrypt} or {pbkdf2}");
    }
}
