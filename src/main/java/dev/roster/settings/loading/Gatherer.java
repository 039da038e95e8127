package dev.roster.settings.loading;

import dev.roster.settings.loading.YamlLayout.Leaf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.Resource;

/**
 * Finds for every property the key it belongs to. YAML files come first, as in them the chosen names are certain; then
 * sources with dotted names; then environment variables, whose names say least.
 */
final class Gatherer {
    private final Faults faults;
    private final List<RosterProperty> properties;
    private final boolean[] done;

    // Mutable state, of one reading.
    private final ChosenNames names = new ChosenNames();
    private final Map<Resource, YamlLayout> layouts = new HashMap<>();
    private final List<Placed> placed = new ArrayList<>();

    private Gatherer(List<RosterProperty> properties, Faults faults) {
        this.properties = properties;
        this.faults = faults;
        this.done = new boolean[properties.size()];
    }

    /**
     * A property and its place.
     *
     * @param raw its text in the file, when it differs from what Spring made of it
     */
    record Placed(
            RosterProperty property,
            Located located,
            @Nullable String raw) {}

    static List<Placed> gather(ConfigurableEnvironment environment, Faults faults) {
        Gatherer gatherer = new Gatherer(RosterProperty.allIn(environment), faults);
        gatherer.placeYaml();
        gatherer.learnDotted();
        gatherer.placeDotted();
        gatherer.placeVariables();
        return List.copyOf(gatherer.placed);
    }

    private void placeYaml() {
        for (int i = 0; i < properties.size(); i++) {
            Leaf leaf = leaf(properties.get(i));
            if (leaf != null) {
                done[i] = place(properties.get(i), leaf);
            }
        }
    }

    private @Nullable Leaf leaf(RosterProperty property) {
        if (!(property.origin() instanceof TextResourceOrigin origin)
                || origin.getLocation() == null
                || origin.getResource() == null
                || !String.valueOf(origin.getResource().getFilename()).matches(".*\\.ya?ml")) {
            return null;
        }
        TextResourceOrigin.Location location = origin.getLocation();
        return layouts.computeIfAbsent(origin.getResource(), YamlLayout::of)
                .at(location.getLine(), location.getColumn(), property.name());
    }

    /** False when the file has keys with dots where they are no names, as in {@code roster.retention: 7d}. */
    private boolean place(RosterProperty property, Leaf leaf) {
        if (!"roster".equals(Plain.uniform(String.valueOf(leaf.parts().get(0))))) {
            return false;
        }
        Walk walk = Walk.follow(leaf.parts().subList(1, leaf.parts().size()));
        if (walk instanceof Walk.Astray astray && astray.next() instanceof String part && part.indexOf('.') > 0) {
            return false;
        }
        settle(property, walk, leaf.raw());
        return true;
    }

    /** Learns names from what can be read in one way only and belongs to each connection, or to each target. */
    private void learnDotted() {
        for (int i = 0; i < properties.size(); i++) {
            if (!done[i] && !properties.get(i).variable()) {
                List<Located> candidates =
                        DottedNames.candidates(properties.get(i).rest());
                if (candidates.size() == 1 && defines(candidates.get(0))) {
                    names.addAll(candidates.get(0).path());
                }
            }
        }
    }

    private static boolean defines(Located located) {
        List<String> path = located.path();
        boolean connection = path.size() > 2 && path.get(2).equals("entra");
        boolean target = path.size() == 5 && path.get(2).equals("targets");
        return located.place() instanceof Place.Value && (connection || target);
    }

    private void placeDotted() {
        for (int i = 0; i < properties.size(); i++) {
            RosterProperty property = properties.get(i);
            if (!done[i] && !property.variable()) {
                // Only an empty value can stand at a section, as in 'acme: {}'.
                List<Located> candidates = DottedNames.candidates(property.rest()).stream()
                        .filter(each -> each.place() instanceof Place.Value || property.isEmpty())
                        .toList();
                settle(property, DottedNames.read(property.rest(), candidates, names), null);
            }
        }
    }

    private void placeVariables() {
        VariableNames variables = new VariableNames(names);
        for (RosterProperty property : properties) {
            if (property.variable()) {
                placeVariable(property, variables.candidates(property.name()));
            }
        }
    }

    private void placeVariable(RosterProperty property, List<Located> candidates) {
        if (candidates.size() == 1) {
            settle(property, new Walk.Found(candidates.get(0)), null);
        } else if (candidates.size() > 1) {
            faults.add(
                    candidates.get(0).path(),
                    property.where(),
                    "is only one of the keys that this variable can mean",
                    "give the value in a file, or as --key=value on the command line");
        } else if (VariableNames.isMeantForUs(property.name())) {
            faults.add(
                    List.of("connections"),
                    property.where(),
                    "the name of this variable leads to no key that Roster knows",
                    "correct it; a new name in it must be one word, others are given in a file first");
        }
    }

    private void settle(RosterProperty property, Walk walk, @Nullable String raw) {
        if (walk instanceof Walk.Astray astray) {
            UnknownKeys.report(astray, property.where(), faults);
        } else if (walk instanceof Walk.Found found) {
            names.addAll(found.located().path());
            placed.add(new Placed(property, found.located(), raw));
        }
    }
}
