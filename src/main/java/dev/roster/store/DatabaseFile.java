package dev.roster.store;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the embedded database lies. One process at a time can have it open. */
public final class DatabaseFile {

    private static final String PREFIX = "jdbc:hsqldb:file:";

    private DatabaseFile() {}

    /**
     * The folder of the database that this address leads to.
     *
     * @param url as in {@code spring.datasource.url}
     * @return empty unless it is a file of HSQLDB
     */
    public static Optional<Path> folder(@Nullable String url) {
        return base(url).map(Path::getParent);
    }

    /** The file to which its commits are written. */
    static Optional<Path> log(@Nullable String url) {
        return base(url).map(base -> base.resolveSibling(base.getFileName() + ".log"));
    }

    /** What the names of all its files begin with. */
    private static Optional<Path> base(@Nullable String url) {
        if (url == null || !url.toLowerCase(Locale.ROOT).startsWith(PREFIX)) {
            return Optional.empty();
        }
        String rest = url.substring(PREFIX.length());
        int semicolon = rest.indexOf(';');
        String path = semicolon < 0 ? rest : rest.substring(0, semicolon);
        if (path.startsWith("~/")) {
            // As HSQLDB reads it.
            path = System.getProperty("user.home") + path.substring(1);
        }
        return Optional.of(Path.of(path).toAbsolutePath().normalize());
    }
}
