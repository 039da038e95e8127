package dev.roster.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A part of a YAML file that still knows where it stands. */
final class YamlPart {

    private final String file;
    private final Node node;

    YamlPart(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    /** A key and what stands under it. */
    record Entry(YamlPart key, YamlPart value) {
        String name() {
            return String.valueOf(key.text());
        }
    }

    /** Null unless it is a single value. */
    @Nullable
    String text() {
        return node instanceof ScalarNode scalar ? scalar.getValue() : null;
    }

    /** Empty unless it is a mapping. */
    List<Entry> entries() {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream().map(this::entry).toList()
                : List.of();
    }

    private Entry entry(NodeTuple tuple) {
        return new Entry(new YamlPart(file, tuple.getKeyNode()), new YamlPart(file, tuple.getValueNode()));
    }

    /** Empty unless it is a list. */
    List<YamlPart> items() {
        return node instanceof SequenceNode list
                ? list.getValue().stream().map(item -> new YamlPart(file, item)).toList()
                : List.of();
    }

    /** Null when there is no such key. */
    @Nullable
    YamlPart get(String key) {
        return entries().stream()
                .filter(entry -> entry.name().equals(key))
                .map(Entry::value)
                .findFirst()
                .orElse(null);
    }

    /** The single value under a key; null when there is none. */
    @Nullable
    String text(String key) {
        YamlPart part = get(key);
        return part == null ? null : part.text();
    }

    boolean isTrue(String key) {
        return "true".equals(text(key));
    }

    boolean hasAnchor() {
        return node.getAnchor() != null;
    }

    /** The line on which it begins, from 1. */
    int line() {
        return node.getStartMark().getLine() + 1;
    }

    /** What it says, however it is laid out: the same for two parts that read the same. */
    String content() {
        String text = text();
        if (text != null) {
            // With its length, so that no value can run into the next.
            return text.length() + ":" + text;
        }
        StringBuilder content = new StringBuilder(items().isEmpty() ? "{" : "[");
        items().forEach(item -> content.append(item.content()).append(','));
        entries()
                .forEach(entry -> content.append(entry.key().content())
                        .append('=')
                        .append(entry.value().content())
                        .append(','));
        return content.append('.').toString();
    }

    /** Every single value in it, keys too. */
    List<YamlPart> texts() {
        List<YamlPart> texts = new ArrayList<>();
        eachText(texts::add);
        return texts;
    }

    /** The same, one by one. */
    void eachText(Consumer<YamlPart> use) {
        if (text() != null) {
            use.accept(this);
        }
        items().forEach(item -> item.eachText(use));
        entries().forEach(entry -> {
            use.accept(entry.key());
            entry.value().eachText(use);
        });
    }

    RouteFault fault(String problem, String mend) {
        return new RouteFault(file, line(), problem, mend);
    }
}
