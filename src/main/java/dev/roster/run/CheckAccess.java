package dev.roster.run;

import dev.roster.directory.EntraGroup;
import dev.roster.directory.Names;
import dev.roster.mapping.GroupMapping;
import dev.roster.mapping.MappedGroup;
import dev.roster.product.Products;
import dev.roster.settings.GroupRules;
import dev.roster.settings.Target;
import dev.roster.store.EntraGroupQuery;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whether people whom Roster puts into groups may also sign in: some group that it fills has to grant access. */
@Component
class CheckAccess {

    private static final String NAME = "access through groups";

    private final Products products;
    private final EntraGroupQuery groups;

    CheckAccess(Products products, EntraGroupQuery groups) {
        this.products = products;
        this.groups = groups;
    }

    /** @param sample some of Entra's groups, for a connection that has not planned yet */
    Check of(Target target, List<String> accessGroups, List<EntraGroup> sample) {
        if (accessGroups.isEmpty()) {
            return Check.warn(
                    NAME,
                    target.name(),
                    "the product does not tell which groups grant access",
                    "See in the product's administration that a group that Roster fills may use it.");
        }
        Set<String> filled = filled(target, sample);
        List<String> granting = accessGroups.stream()
                .filter(group -> filled.contains(Names.key(group)))
                .toList();
        if (!granting.isEmpty()) {
            return Check.ok(NAME, target.name(), String.join(", ", granting));
        }
        return Check.warn(NAME, target.name(), AccessThroughGroups.NONE, AccessThroughGroups.advice(accessGroups));
    }

    private Set<String> filled(Target target, List<EntraGroup> sample) {
        GroupRules rules = target.groups();
        Set<String> names = new HashSet<>(groups.filled(target.connection(), target.name()));
        rules.defaultGroupsForAll().forEach(name -> names.add(Names.key(name)));
        rules.defaultGroupsForNew().forEach(name -> names.add(Names.key(name)));
        GroupMapping mapping =
                new GroupMapping(rules, products.of(target.product()).groupNames());
        sample.stream()
                .flatMap(group -> mapping.map(group).stream())
                .filter(mapped -> mapped.verdict() == null)
                .map(MappedGroup::key)
                .forEach(names::add);
        return names;
    }
}
