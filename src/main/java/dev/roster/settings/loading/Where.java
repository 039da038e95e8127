package dev.roster.settings.loading;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.Resource;

/** Says where a property was found, in words that lead there. */
final class Where {
    private Where() {}

    static String of(EnumerablePropertySource<?> source, String name, @Nullable Origin origin) {
        if (origin instanceof TextResourceOrigin text && text.getResource() != null) {
            TextResourceOrigin.Location location = text.getLocation();
            return file(text.getResource()) + (location == null ? "" : ":" + (location.getLine() + 1));
        }
        if (source instanceof SystemEnvironmentPropertySource) {
            return "environment variable " + name;
        }
        if (source instanceof CommandLinePropertySource<?>) {
            return "command line";
        }
        return origin == null ? source.getName() : origin.toString();
    }

    private static String file(Resource resource) {
        try {
            Path here = Path.of("").toAbsolutePath();
            Path file = resource.getFile().toPath().toAbsolutePath().normalize();
            return (file.startsWith(here) ? here.relativize(file) : file).toString();
        } catch (IOException | UnsupportedOperationException e) {
            return resource.getDescription();
        }
    }
}
