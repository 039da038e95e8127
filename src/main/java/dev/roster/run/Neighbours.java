package dev.roster.run;

import dev.roster.settings.Connection;
import dev.roster.settings.Settings;
import dev.roster.settings.Target;
import dev.roster.store.Registry;
import dev.roster.store.RunTarget;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The other targets that write to the same product: what they manage there is not ours to take or to change.
 *
 * <p>A product is told by its address. A target that is no longer in the settings claims nothing; one of a connection
 * that is merely not enabled does.
 */
@Component
public class Neighbours {

    private static final Map<String, Integer> USUAL_PORTS = Map.of("http", 80, "https", 443);

    private final Settings settings;
    private final Registry registry;

    Neighbours(Settings settings, Registry registry) {
        this.settings = settings;
        this.registry = registry;
    }

    /** @param label for people: connection and target */
    public record Neighbour(int no, String label) {}

    public List<Neighbour> of(RunTarget target) {
        String place = place(target.settings().url());
        return settings.connections().stream()
                .flatMap(connection -> connection.targets().stream()
                        .filter(other -> !isSame(other, target.settings()))
                        .filter(other -> place(other.url()).equals(place))
                        .map(other -> neighbour(connection, other)))
                .toList();
    }

    /** Those with one product together, in their order; what is in different lists has nothing to do with each other. */
    public List<List<RunTarget>> together(List<RunTarget> targets) {
        Map<String, List<RunTarget>> byPlace = targets.stream()
                .collect(Collectors.groupingBy(
                        target -> place(target.settings().url()), LinkedHashMap::new, Collectors.toList()));
        return List.copyOf(byPlace.values());
    }

    private static boolean isSame(Target one, Target other) {
        return one.connection().equals(other.connection()) && one.name().equals(other.name());
    }

    private Neighbour neighbour(Connection connection, Target target) {
        int number = registry.target(registry.connection(connection.name()), target);
        return new Neighbour(number, connection.name() + "/" + target.name());
    }

    /** Spellings of one address come out the same. */
    static String place(URI address) {
        URI url = address.normalize();
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        int port = url.getPort() < 0 ? USUAL_PORTS.getOrDefault(scheme, -1) : url.getPort();
        String path = url.getRawPath().replaceAll("/+$", "");
        return scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + ":" + port + path;
    }
}
