package dev.roster.settings.loading;

import java.util.List;
import java.util.stream.Stream;

/** One reading of the settings: what is set, what placeholders stand for, what was found wrong so far. */
record Reading(Entries entries, Placeholders placeholders, Faults faults) {

    /** The default of a key. */
    <T> T preset(Key<T> key) {
        List<Text> texts = key.type().many() ? listed(key.preset()) : List.of(new Text(key.preset(), key.preset()));
        T value = key.type().parse(texts, (text, bad) -> {
            throw new IllegalStateException("the default of " + key.name() + " " + bad.problem());
        });
        if (value == null) {
            throw new IllegalStateException("no default of " + key.name());
        }
        return value;
    }

    private static List<Text> listed(String preset) {
        return Stream.of(preset.split(","))
                .filter(each -> !each.isBlank())
                .map(each -> new Text(each.strip(), each.strip()))
                .toList();
    }
}
