package dev.roster.settings.loading;

import dev.roster.settings.loading.ValueType.One;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Types that are paths; relative ones start at the working directory. */
final class FilePaths {
    /** A folder or file that need not be there yet. */
    static final One<Path> PATH = One.of("path", FilePaths::path);

    /** A file with a credential: its path must lead to it, and a key pasted in its place is not shown. */
    static final One<Path> CREDENTIAL = new One<>("path of a file", List.of(), true, FilePaths::credential);

    private FilePaths() {}

    private static Path path(String text) throws BadValue {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new BadValue("is not a path", "give the path of a file or folder");
        }
    }

    private static Path credential(String text) throws BadValue {
        String mend = "give the path of a file that Roster may read";
        if (text.contains("-----BEGIN")) {
            throw new BadValue("is the content of a PEM file", "put it in a file and give its path here");
        }
        Path path = path(text.strip());
        if (!Files.isRegularFile(path)) {
            throw new BadValue("leads to no file", mend);
        }
        if (!Files.isReadable(path)) {
            throw new BadValue("leads to a file that may not be read", mend);
        }
        return path;
    }
}
