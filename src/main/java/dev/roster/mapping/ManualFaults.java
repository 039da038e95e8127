package dev.roster.mapping;

import dev.roster.directory.Characters;
import dev.roster.directory.EntraGroup;
import dev.roster.settings.GroupRules;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the faulty entries of {@code groups.manual}: it is shown every group once, page by page, and asked at the end.
 * What it keeps grows with the entries, not with the groups. Not safe for use by several threads.
 */
public final class ManualFaults {
    private static final int ENOUGH = 2;

    private final boolean manual;
    private final ManualEntries entries;
    private final Map<String, Set<String>> named = new LinkedHashMap<>();

    public ManualFaults(GroupRules rules) {
        this.manual = rules.mapping() == GroupRules.Mapping.MANUAL;
        this.entries = new ManualEntries(rules);
        entries.all().forEach(entry -> named.put(entry, new LinkedHashSet<>()));
    }

    /** The same group may be shown twice. */
    public void see(EntraGroup group) {
        entries.naming(group).forEach(entry -> note(entry, group.id()));
    }

    /** In the order of the settings; empty unless the mapping is manual. */
    public List<ManualFault> faults() {
        return manual
                ? named.keySet().stream().filter(this::faulty).map(this::fault).toList()
                : List.of();
    }

    private void note(String entry, String groupId) {
        Set<String> ids = named.computeIfAbsent(entry, e -> new LinkedHashSet<>());
        if (ids.size() < ENOUGH) {
            ids.add(groupId);
        }
    }

    private boolean faulty(String entry) {
        return named.getOrDefault(entry, Set.of()).size() != 1;
    }

    private ManualFault fault(String entry) {
        List<String> ids = List.copyOf(named.getOrDefault(entry, Set.of()));
        String what = '"' + Characters.shown(entry) + '"';
        String detail = ids.isEmpty()
                ? what + " names no group in Entra"
                : what + " names more than one group, as " + Characters.shown(String.join(" and ", ids))
                        + "; write the id instead";
        return new ManualFault(entry, ids, entries.targets(entry), detail);
    }
}
