package dev.roster.store;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How commands reach the service that has the embedded database open: a file beside it, for its owner's eyes only.
 *
 * @param url where the service answers, without a trailing slash
 * @param token with which it takes commands; good as long as it runs
 * @param pid the service's process
 */
public record ServiceFile(URI url, String token, long pid) {

    private static final String NAME = "service.json";
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** Empty when there is none, or it cannot be read; whether the service still runs is another question. */
    public static Optional<ServiceFile> read(Path folder) {
        try {
            return Optional.of(
                    JsonMapper.shared().readValue(Files.readString(folder.resolve(NAME)), ServiceFile.class));
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    /** Writes it in one step, in place of one that a killed service may have left. */
    public void write(Path folder) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        // On Windows, what is in a user's folder is that user's by inheritance.
        Path draft = posix
                ? Files.createTempFile(folder, NAME, ".tmp", OWNER_ONLY)
                : Files.createTempFile(folder, NAME, ".tmp");
        try {
            Files.writeString(draft, JsonMapper.shared().writeValueAsString(this));
            Files.move(
                    draft, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Removes it, unless another service has put its own there since. */
    public void delete(Path folder) throws IOException {
        if (read(folder).filter(this::equals).isPresent()) {
            Files.deleteIfExists(folder.resolve(NAME));
        }
    }

    @Override
    public String toString() {
        return "ServiceFile[" + url + "]";
    }
}
