package dev.roster.run;

import dev.roster.directory.EntraGroup;
import dev.roster.directory.Names;
import dev.roster.directory.Reason;
import dev.roster.mapping.GroupMapping;
import dev.roster.mapping.ManualFault;
import dev.roster.mapping.ManualFaults;
import dev.roster.mapping.MappedGroup;
import dev.roster.product.Products;
import dev.roster.settings.GroupRules;
import dev.roster.store.Chosen;
import dev.roster.store.Run;
import dev.roster.store.RunTarget;
import dev.roster.store.Source;
import dev.roster.store.WantedGroups;
import dev.roster.store.WantedGroups.DefaultGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which of Entra's groups matter: those that the mapping sends to a target, and those that make up its scope. */
@Component
public class GroupChoice {

    private final Products products;
    private final Source source;
    private final WantedGroups wanted;
    private final Chosen chosen;
    private final Fingerprints fingerprints;

    GroupChoice(Products products, Source source, WantedGroups wanted, Chosen chosen, Fingerprints fingerprints) {
        this.products = products;
        this.source = source;
        this.wanted = wanted;
        this.chosen = chosen;
        this.fingerprints = fingerprints;
    }

    /** @throws ScopeUnclear when an entry of a scope names no group, or more than one */
    public void choose(Run run, RunTarget target) {
        choose(run, target, run.id());
    }

    /**
     * The same among all groups that are known, unless the rules have chosen among them already.
     *
     * @throws ScopeUnclear as {@link #choose(Run, RunTarget)}, in each run until the entry is clear
     */
    public void chooseAnew(Run run, RunTarget target) {
        if (!chosen.is(target, fingerprints.of(run.connection()))) {
            choose(run, target, 0);
        }
    }

    private void choose(Run run, RunTarget target, long since) {
        GroupRules rules = target.settings().groups();
        GroupMapping mapping =
                new GroupMapping(rules, products.of(target.product()).groupNames());
        ManualFaults faults = new ManualFaults(rules);
        List<MappedGroup> mapped = new ArrayList<>();
        source.eachGroup(run, since, group -> {
            faults.see(group);
            mapped.addAll(mapping.map(group));
        });
        wanted.replace(run, target, withFaults(mapped, faults.faults()), defaultGroups(rules));
        wanted.replaceScope(run, target, scope(run, target, since));
        chosen.remember(target, fingerprints.of(run.connection()));
    }

    /** A faulty entry takes nothing away: the groups it speaks of are wanted, and left as they are. */
    private static List<MappedGroup> withFaults(List<MappedGroup> mapped, List<ManualFault> faults) {
        List<MappedGroup> all = new ArrayList<>(mapped);
        for (ManualFault fault : faults) {
            List<String> sources = fault.groupIds().isEmpty() ? List.of("") : fault.groupIds();
            for (String name : fault.names()) {
                sources.forEach(id -> all.add(new MappedGroup(id, name, Reason.MANUAL_FAULT, fault.detail())));
            }
        }
        return all;
    }

    /** A group that both lists name is for everybody. */
    private static List<DefaultGroup> defaultGroups(GroupRules rules) {
        Map<String, DefaultGroup> groups = new HashMap<>();
        rules.defaultGroupsForNew().forEach(name -> groups.put(Names.key(name), new DefaultGroup(name, "new")));
        rules.defaultGroupsForAll().forEach(name -> groups.put(Names.key(name), new DefaultGroup(name, "all")));
        return List.copyOf(groups.values());
    }

    private List<String> scope(Run run, RunTarget target, long since) {
        List<String> ids = new ArrayList<>();
        for (String entry : target.settings().scope().groups()) {
            List<EntraGroup> found = source.groupsCalled(run, since, entry);
            if (found.size() != 1) {
                throw new ScopeUnclear("scope.groups: '" + entry + "' names "
                        + (found.isEmpty() ? "no group in Entra" : found.size() + " groups in Entra; give the id")
                        + "; nothing was planned");
            }
            if (found.get(0).membersHidden()) {
                throw new ScopeUnclear(
                        "scope.groups: Entra hides the members of '" + entry + "' from Roster; nothing was planned");
            }
            ids.add(found.get(0).id());
        }
        return ids;
    }
}
