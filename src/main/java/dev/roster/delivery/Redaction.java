package dev.roster.delivery;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the text of an answer fit to be kept: without secrets, without control characters, and short. */
public final class Redaction {

    private static final int LONGEST = 1000;

    private final List<String> secrets;

    /** @param secrets values that must not be kept; ones too short to be secret are ignored */
    public Redaction(Collection<String> secrets) {
        this.secrets = secrets.stream().filter(secret -> secret.length() >= 4).toList();
    }

    public @Nullable String apply(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, "***");
        }
        clean = clean.replaceAll("\\p{Cntrl}+", " ").strip();
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    }
}
