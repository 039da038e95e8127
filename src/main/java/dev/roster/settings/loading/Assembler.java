package dev.roster.settings.loading;

import dev.roster.settings.loading.Gatherer.Placed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts properties together, source by source: the strongest source that has a key decides about all of its value. */
final class Assembler {
    private final Faults faults;

    // Mutable state, of one reading.
    private final Entries entries = new Entries();

    private Assembler(Faults faults) {
        this.faults = faults;
    }

    static Entries assemble(List<Placed> placed, Faults faults) {
        Assembler assembler = new Assembler(faults);
        Map<Integer, List<Placed>> bySource = new TreeMap<>(java.util.Comparator.reverseOrder());
        placed.forEach(each -> bySource.computeIfAbsent(each.property().source(), source -> new ArrayList<>())
                .add(each));
        bySource.values().forEach(assembler::lay);
        return assembler.entries;
    }

    private void lay(List<Placed> source) {
        Map<List<String>, List<Placed>> byPath = new LinkedHashMap<>();
        source.forEach(each -> byPath.computeIfAbsent(each.located().path(), path -> new ArrayList<>())
                .add(each));
        byPath.forEach(this::lay);
    }

    private void lay(List<String> path, List<Placed> given) {
        Placed first = given.get(0);
        if (!(first.located().place() instanceof Place.Value value)) {
            mention(path, first);
        } else if (first.located().index() == Located.WHOLE) {
            checkOnce(path, given);
            entries.put(path, whole(first, value.key()));
        } else {
            entries.put(path, list(path, given));
        }
    }

    /** A section without a value makes its name known: a connection of which nothing else is set. */
    private void mention(List<String> path, Placed given) {
        if (given.property().isEmpty()) {
            entries.mention(path);
        } else {
            faults.add(
                    path,
                    given.property().where(),
                    "takes keys below it, not a value",
                    "write 'key: value' lines below it");
        }
    }

    private void checkOnce(List<String> path, List<Placed> given) {
        if (given.size() > 1) {
            faults.add(
                    path,
                    given.get(1).property().where(),
                    "is given twice in one place: as " + given.get(0).property().name() + " and as "
                            + given.get(1).property().name(),
                    "keep one of them");
        }
    }

    private static Entry whole(Placed given, Key<?> key) {
        String where = given.property().where();
        Object value = given.property().value();
        if (value instanceof Collection<?> values && (key.type().many() || values.isEmpty())) {
            return new Entry(where, values.stream().map(String::valueOf).toList(), true);
        }
        if (given.property().isEmpty()) {
            return new Entry(where, List.of(), true);
        }
        return new Entry(where, List.of(text(given)), false);
    }

    private Entry list(List<String> path, List<Placed> given) {
        TreeMap<Integer, String> texts = new TreeMap<>();
        given.forEach(each -> texts.put(each.located().index(), text(each)));
        String where = given.get(0).property().where();
        if (texts.lastKey() != texts.size() - 1) {
            faults.add(
                    path, where, "is a list with gaps: entries must be numbered from [0]", "give the whole list anew");
        }
        return new Entry(where, List.copyOf(texts.values()), true);
    }

    private static String text(Placed given) {
        String raw = given.raw();
        return raw == null
                ? String.valueOf(
                        given.property().value() == null ? "" : given.property().value())
                : raw;
    }
}
