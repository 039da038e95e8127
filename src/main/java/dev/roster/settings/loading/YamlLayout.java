package dev.roster.settings.loading;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.UnicodeReader;

/**
 * The keys of a YAML file as they stand in it. Spring hands on flat names only, in which a dot inside of a key and the
 * dot after it look the same, and in which the keys {@code no}, {@code 007} and {@code 1.50} have become false, 7 and
 * 1.5.
 */
final class YamlLayout {
    private static final int DEEPEST = 50;

    // Mutable state, while the file is read.
    private final Map<Long, List<Leaf>> byPosition = new HashMap<>();

    private YamlLayout() {}

    /**
     * A value in the file.
     *
     * @param parts its keys, and numbers for positions in lists
     * @param raw its text as written; null when it has none of its own
     */
    record Leaf(List<Object> parts, @Nullable String raw) {}

    /** The layout of a file; empty when it cannot be read again. */
    static YamlLayout of(Resource resource) {
        YamlLayout layout = new YamlLayout();
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        try (InputStream in = resource.getInputStream()) {
            for (Node document : new Yaml(options).composeAll(new UnicodeReader(in))) {
                layout.visit(document, List.of());
            }
            return layout;
        } catch (IOException | YAMLException e) {
            // It was read a moment ago: somebody is writing it. The flat names still do.
            return new YamlLayout();
        }
    }

    /** The value at a position; of several there, which an alias makes possible, the one that the flat name fits. */
    @Nullable
    Leaf at(int line, int column, String flatName) {
        List<Leaf> leaves = byPosition.getOrDefault(position(line, column), List.of());
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        return leaves.stream()
                .filter(leaf -> flat(leaf.parts()).equals(bare(flatName)))
                .findFirst()
                .orElse(null);
    }

    private void visit(Node node, List<Object> parts) {
        if (parts.size() > DEEPEST) {
            return;
        }
        if (node instanceof MappingNode map && !map.getValue().isEmpty()) {
            map.getValue().forEach(tuple -> visitEntry(tuple, parts));
        } else if (node instanceof SequenceNode list && !list.getValue().isEmpty()) {
            for (int i = 0; i < list.getValue().size(); i++) {
                visit(list.getValue().get(i), extended(parts, i));
            }
        } else {
            long position =
                    position(node.getStartMark().getLine(), node.getStartMark().getColumn());
            byPosition.computeIfAbsent(position, p -> new ArrayList<>()).add(new Leaf(parts, raw(node)));
        }
    }

    private void visitEntry(NodeTuple tuple, List<Object> parts) {
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            return;
        }
        if (!key.getTag().equals(Tag.MERGE)) {
            visit(tuple.getValueNode(), extended(parts, key.getValue()));
        } else if (tuple.getValueNode() instanceof SequenceNode several) {
            several.getValue().forEach(each -> visit(each, parts));
        } else {
            visit(tuple.getValueNode(), parts);
        }
    }

    private static @Nullable String raw(Node node) {
        boolean plain = node instanceof ScalarNode
                && !node.getTag().equals(Tag.NULL)
                && !node.getTag().equals(Tag.BINARY);
        return plain ? ((ScalarNode) node).getValue() : null;
    }

    private static List<Object> extended(List<Object> parts, Object part) {
        List<Object> extended = new ArrayList<>(parts);
        extended.add(part);
        return List.copyOf(extended);
    }

    private static long position(int line, int column) {
        return ((long) line << 32) | column;
    }

    private static String flat(List<Object> parts) {
        StringBuilder flat = new StringBuilder();
        parts.forEach(flat::append);
        return bare(flat.toString());
    }

    private static String bare(String name) {
        return name.replaceAll("[.\\[\\]]", "");
    }
}
