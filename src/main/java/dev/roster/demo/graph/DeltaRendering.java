package dev.roster.demo.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Objects and members as a round of changes shows them: what was never set is absent, what was cleared is null. */
final class DeltaRendering {

    static final String MEMBERS = "members";

    private final SimulatedTenant tenant;
    private final GraphBehaviour behaviour;

    DeltaRendering(SimulatedTenant tenant, GraphBehaviour behaviour) {
        this.tenant = tenant;
        this.behaviour = behaviour;
    }

    /** All of an object that was selected. */
    Map<String, @Nullable Object> whole(SimulatedObject object, List<String> selected) {
        return changed(object, List.of(), selected, false);
    }

    /**
     * An object that has changed.
     *
     * @param before how it was at its changes, oldest first
     * @param minimal whether only that is shown which has changed
     */
    Map<String, @Nullable Object> changed(
            SimulatedObject object, List<SimulatedObject> before, List<String> selected, boolean minimal) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", object.id());
        for (String name : selected.isEmpty() ? PropertyNames.defaults(object.type()) : selected) {
            Object value = object.property(name);
            boolean same = !before.isEmpty() && Objects.equals(before.get(0).property(name), value);
            boolean wasSet = before.stream().anyMatch(earlier -> earlier.property(name) != null);
            if (PropertyNames.isKnown(object.type(), name) && (value != null || wasSet) && !(minimal && same)) {
                json.put(name, value);
            }
        }
        return json;
    }

    /** The same object with members, which are absent when there are none. */
    static Map<String, @Nullable Object> withMembers(
            Map<String, @Nullable Object> group, List<Map<String, @Nullable Object>> members) {
        if (!members.isEmpty()) {
            group.put("members@delta", members);
        }
        return group;
    }

    Map<String, @Nullable Object> member(SimulatedObject member, boolean isMember) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("@odata.type", member.type().odataType());
        json.put("id", member.id());
        if (!isMember) {
            json.put("@removed", Map.of("reason", "deleted"));
        }
        return json;
    }

    static Map<String, @Nullable Object> removed(String id, boolean mayComeBack) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("@removed", Map.of("reason", mayComeBack ? "changed" : "deleted"));
        return json;
    }

    /** Removals that nobody expects in a first round: of the soft-deleted, and of what was never there. */
    List<Map<String, @Nullable Object>> removals(ObjectType type) {
        List<Map<String, @Nullable Object>> removals = new ArrayList<>();
        removals.add(removed("00000000-0000-4000-8000-00000000dead", true));
        removals.add(removed("00000000-0000-4000-8000-0000000dead0", false));
        if (type == ObjectType.USER) {
            tenant.deletedPeople()
                    .forEach(entry -> removals.add(removed(entry.getKey().id(), true)));
        }
        return removals;
    }

    boolean shows(SimulatedObject member) {
        return member.type() != ObjectType.SERVICE_PRINCIPAL || behaviour.listsServicePrincipals();
    }
}
