package dev.roster.routes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The folder of the route files. */
public final class RouteFolder {

    private static final String ENDING = ".camel.yaml";

    private final Path folder;

    public RouteFolder(Path folder) {
        this.folder = folder;
    }

    /** Where Camel is to load the routes from; together with {@link #hidden()}, the files that {@link #texts()} reads. */
    public String pattern() {
        return "file:" + folder + "/*" + ENDING;
    }

    /** What of these it is to leave out. */
    public String hidden() {
        return "**/.*";
    }

    /** The address of a file in this folder, as Camel names it. */
    public String address(String name) {
        return "file:" + folder + "/" + name;
    }

    /**
     * The text of each file, by its name.
     *
     * @throws InvalidRoutes when there is no such folder, none is in it, or one cannot be read
     */
    public Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : files()) {
            texts.put(file.getFileName().toString(), text(file));
        }
        if (texts.isEmpty()) {
            throw missing("the folder %s holds no file whose name ends in " + ENDING);
        }
        return texts;
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isOurs(file.getFileName().toString())).toList();
        } catch (IOException e) {
            throw missing("there is no folder %s, or it cannot be read");
        }
    }

    /** Editors keep locks and drafts in hidden files of the same ending. */
    private static boolean isOurs(String name) {
        return name.endsWith(ENDING) && !name.startsWith(".");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            String name = file.getFileName().toString();
            throw new InvalidRoutes(
                    List.of(new RouteFault(name, 1, "it cannot be read as UTF-8 text", "correct the file")));
        }
    }

    private InvalidRoutes missing(String problem) {
        return new InvalidRoutes(List.of(RouteFault.of(
                "roster.routes-dir",
                problem.formatted(folder.toAbsolutePath().normalize()),
                "start Roster in the folder that holds 'routes', or set roster.routes-dir")));
    }
}
