package dev.roster.delivery;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the text of an answer fit to be kept: without secrets, without characters that do not show, and short. */
public final class Redaction {

    private static final int LONGEST = 1000;
    private static final int SHORTEST_SECRET = 4;

    /** Control and format characters, and line separators: they forge lines, or show a text other than it is. */
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]+");

    private final List<String> secrets;

    /** @param secrets values that must not be kept; ones too short to be secret are ignored */
    public Redaction(Collection<String> secrets) {
        this.secrets = secrets.stream()
                .filter(secret -> secret.length() >= SHORTEST_SECRET)
                .flatMap(Redaction::spellings)
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    /** As it is, as it stands in an address or a form, and as it stands in JSON. */
    private static Stream<String> spellings(String secret) {
        String inForm = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        String inJson = secret.replace("\\", "\\\\").replace("\"", "\\\"");
        return Stream.of(secret, inForm, inForm.replace("+", "%20"), inJson);
    }

    /** Null for nothing worth keeping. */
    public @Nullable String apply(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, "***");
        }
        clean = HIDDEN.matcher(clean).replaceAll(" ").strip();
        return clean.length() <= LONGEST ? clean : shortened(clean);
    }

    private static String shortened(String text) {
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "…";
    }
}
