package dev.roster.reload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Stage;
import dev.roster.reload.RoutesState.Word;
import dev.roster.routes.RouteFault;
import dev.roster.routes.RouteFolder;
import dev.roster.routes.RouteTexts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.springframework.util.FileSystemUtils;

/** A copy of the routes in a folder of its own, which a running Roster looks at. */
final class RoutesUnderWatch {

    private static final Path SHIPPED = Path.of("routes");

    private final Path folder;
    private final Stage stage;

    RoutesUnderWatch(Stage stage) throws IOException {
        this.folder = Files.createTempDirectory("routes");
        this.stage = stage.withProperty("roster.routes-dir", folder.toString())
                .withProperty("routes.watch", "true")
                .withProperty("routes.look-every", "60");
        Map<String, String> shipped = new RouteFolder(SHIPPED).texts();
        for (Map.Entry<String, String> file : shipped.entrySet()) {
            save(file.getKey(), file.getValue());
        }
    }

    /** In one piece, as editors do. */
    void save(String file, String text) {
        try {
            Path draft = Files.writeString(folder.resolve("." + file + ".draft"), text);
            Files.move(draft, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void edit(String file, String before, String after) {
        String text = shipped(file);
        assertThat(text).contains(before);
        save(file, text.replace(before, after));
    }

    static String shipped(String file) {
        return new RouteFolder(SHIPPED).texts().getOrDefault(file, "");
    }

    void delete(String file) {
        try {
            Files.delete(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes every edit back, and waits until that is taken. */
    void restore() {
        Map<String, String> shipped = new RouteFolder(SHIPPED).texts();
        shipped.forEach(this::save);
        texts().keySet().stream().filter(name -> !shipped.containsKey(name)).forEach(this::delete);
        taken();
    }

    private Map<String, String> texts() {
        return new RouteFolder(folder).texts();
    }

    /** Waits until what is in the folder is what runs. */
    void taken() {
        soon().untilAsserted(() -> {
            assertThat(loaded()).isEqualTo(texts());
            assertThat(status().word()).isEqualTo(Word.AS_IN_FILES);
        });
    }

    /** Waits until what is in the folder is refused, and says why. */
    List<RouteFault> refused() {
        Map<String, String> before = loaded();
        soon().untilAsserted(() -> assertThat(status().word()).isEqualTo(Word.REFUSED));
        assertThat(loaded()).isEqualTo(before);
        return status().faults();
    }

    RoutesState status() {
        return stage.app().getBean(RoutesStatus.class).state();
    }

    Map<String, String> loaded() {
        return stage.app().getBean(RouteTexts.class).loaded();
    }

    CamelContext camel() {
        return stage.app().getBean(CamelContext.class);
    }

    static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20));
    }

    void close() {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
