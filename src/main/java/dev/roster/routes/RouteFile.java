package dev.roster.routes;

import dev.roster.routes.YamlPart.Entry;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A route file taken apart.
 *
 * @param items what it holds: a word such as {@code route}, and its body
 * @param faults why it cannot be read, or only in part
 */
record RouteFile(String name, List<Entry> items, List<RouteFault> faults) {

    /** Never fails; what is no YAML is a fault. */
    static RouteFile parse(String name, String text) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            return root == null ? unreadable(name, 1, "it is empty") : of(name, new YamlPart(name, root));
        } catch (MarkedYAMLException e) {
            return unreadable(name, line(e.getProblemMark()), String.valueOf(e.getProblem()));
        } catch (YAMLException e) {
            return unreadable(name, 1, "it cannot be read as YAML");
        }
    }

    private static int line(@Nullable Mark mark) {
        return mark == null ? 1 : mark.getLine() + 1;
    }

    private static RouteFile unreadable(String name, int line, String why) {
        String problem = "no YAML: " + why;
        return new RouteFile(name, List.of(), List.of(new RouteFault(name, line, problem, "correct the file")));
    }

    private static RouteFile of(String name, YamlPart root) {
        List<RouteFault> faults = new ArrayList<>();
        if (root.items().isEmpty()) {
            faults.add(root.fault("not a list", "begin each route with '- route:'"));
        }
        oddities(root, faults);
        return new RouteFile(
                name,
                root.items().stream().flatMap(item -> item.entries().stream()).toList(),
                faults);
    }

    /** What tools read differently from Camel. */
    private static void oddities(YamlPart part, List<RouteFault> faults) {
        if (part.hasAnchor()) {
            faults.add(part.fault("an anchor (&)", "repeat the text: other tools read aliases as plain text"));
            return; // What stands in for itself would never end.
        }
        List<String> keys = new ArrayList<>();
        for (Entry entry : part.entries()) {
            if (keys.contains(entry.name())) {
                faults.add(entry.key().fault("'" + entry.name() + "' stands there twice", "keep one of them"));
            }
            keys.add(entry.name());
        }
        Stream.concat(part.items().stream(), part.entries().stream().map(Entry::value))
                .forEach(inner -> oddities(inner, faults));
    }
}
