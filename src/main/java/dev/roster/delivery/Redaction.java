package dev.roster.delivery;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the text of an answer fit to be kept: without secrets, without control characters, and short. */
public final class Redaction {

    private static final int LONGEST = 1000;

    /** Tokens and new passwords are made at run time; a product that tells what it was sent tells them as well. */
    private static final Pattern CREDENTIALS = Pattern.compile("(?i)\\b(Basic|Bearer)\\s+[A-Za-z0-9+/=._~-]+");

    private static final Pattern PASSWORD =
            Pattern.compile("(?i)(password(?:\"|%22|')?\\s*[=:]\\s*[\"']?)[^\"'&\\s,}]+");

    private final List<String> secrets;

    /** @param secrets values that must not be kept; ones too short to be secret are ignored */
    public Redaction(Collection<String> secrets) {
        this.secrets = secrets.stream()
                .filter(secret -> secret.length() >= 4)
                .flatMap(secret -> Stream.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8)))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    public @Nullable String apply(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, "***");
        }
        clean = CREDENTIALS.matcher(clean).replaceAll("$1 ***");
        clean = PASSWORD.matcher(clean).replaceAll("$1***");
        clean = clean.replaceAll("\\p{Cntrl}+", " ").strip();
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    }
}
