package dev.roster.mapping;

import dev.roster.directory.EntraGroup;
import dev.roster.directory.Names;
import dev.roster.settings.GroupRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The entries of {@code groups.manual}. Case does not matter in them. An entry in the form of an object id is an id
 * and no name: otherwise anybody who may create a group could call it by the id of another.
 */
final class ManualEntries {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Map<String, List<String>> entries;
    private final Map<String, List<String>> byKey = new LinkedHashMap<>();

    ManualEntries(GroupRules rules) {
        Rewriting spelling = new Rewriting("groups.name-case", null, "", rules.nameCase());
        entries = new LinkedHashMap<>();
        rules.manual().forEach((entry, names) -> {
            List<String> spelled = names.stream().map(spelling::apply).toList();
            entries.put(entry, spelled);
            byKey.computeIfAbsent(key(entry), k -> new ArrayList<>()).add(entry);
        });
    }

    /** As they stand in the settings. */
    Stream<String> all() {
        return entries.keySet().stream();
    }

    /** The entries that name this group, by its id or by its name. */
    Stream<String> naming(EntraGroup group) {
        String id = key(group.id());
        String name = key(group.name());
        Stream<String> keys = name.equals(id) || ID.matcher(name).matches() ? Stream.of(id) : Stream.of(id, name);
        return keys.flatMap(key -> byKey.getOrDefault(key, List.of()).stream());
    }

    /** The names on the other side of an entry. */
    List<String> targets(String entry) {
        return entries.getOrDefault(entry, List.of());
    }

    /** The names that a group fills, each once. */
    List<String> targets(EntraGroup group) {
        Map<String, String> names = new LinkedHashMap<>();
        naming(group)
                .flatMap(entry -> targets(entry).stream())
                .forEach(name -> names.putIfAbsent(Names.key(name), name));
        return List.copyOf(names.values());
    }

    private static String key(String entry) {
        return Names.key(Rewriting.composed(entry));
    }
}
