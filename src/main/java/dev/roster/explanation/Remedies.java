package dev.roster.explanation;

import dev.roster.directory.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What to do about each reason; the same words as in the documentation. */
final class Remedies {

    private static final Properties TEXTS = read();

    private Remedies() {}

    /** Null when there is nothing to do; that much goes without saying where there is more to say. */
    static @Nullable String of(Reason reason) {
        String text = TEXTS.getProperty(reason.word(), "nothing").replace("`", "");
        if (!text.startsWith("nothing")) {
            return text;
        }
        int more = text.indexOf("; ");
        return more < 0 ? null : text.substring(more + 2);
    }

    private static Properties read() {
        Properties texts = new Properties();
        try (InputStream file = Objects.requireNonNull(Remedies.class.getResourceAsStream("/remedies.properties"))) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
