package dev.roster.demo.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The pages of a round that shows what has changed, each object as it is now. */
final class ChangedRound {

    private final SimulatedTenant tenant;
    private final DeltaRendering rendering;

    ChangedRound(SimulatedTenant tenant, DeltaRendering rendering) {
        this.tenant = tenant;
        this.rendering = rendering;
    }

    /** At most so many objects and members of groups. */
    record Size(int objects, int links) {}

    DeltaPage page(DeltaToken token, int since, boolean minimal, boolean seesHidden, Size size) {
        List<List<Journal.Entry>> changes = byObject(token, since);
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        DeltaPage.Place place = token.at();
        int links = size.links();
        while (items.size() < size.objects() && links > 0 && place.object() < changes.size()) {
            List<Journal.Entry> entries = changes.get(place.object());
            List<SimulatedObject> members = seesHidden ? members(token, entries) : visible(token, entries);
            int end = Math.min(members.size(), place.member() + links);
            items.add(item(token, entries, members.subList(place.member(), end), minimal));
            links -= end - place.member();
            place = end < members.size()
                    ? new DeltaPage.Place(place.object(), end)
                    : new DeltaPage.Place(place.object() + 1, 0);
        }
        return new DeltaPage(items, place.object() < changes.size() ? place : null);
    }

    private List<List<Journal.Entry>> byObject(DeltaToken token, int since) {
        Map<String, List<Journal.Entry>> byObject = new LinkedHashMap<>();
        for (Journal.Entry entry : tenant.changes(since, token.until())) {
            boolean wanted = token.ids().isEmpty() || token.ids().contains(entry.id());
            if (entry.object().type() == token.type() && wanted) {
                byObject.computeIfAbsent(entry.id(), id -> new ArrayList<>()).add(entry);
            }
        }
        return List.copyOf(byObject.values());
    }

    private List<SimulatedObject> members(DeltaToken token, List<Journal.Entry> entries) {
        boolean asked = token.selected().isEmpty() || token.selected().contains(DeltaRendering.MEMBERS);
        Map<String, SimulatedObject> members = new LinkedHashMap<>();
        for (Journal.Entry entry : entries) {
            if (asked && entry.member() != null && rendering.shows(entry.member())) {
                members.putIfAbsent(entry.member().id(), entry.member());
            }
        }
        return List.copyOf(members.values());
    }

    private List<SimulatedObject> visible(DeltaToken token, List<Journal.Entry> entries) {
        boolean hidden =
                entries.get(entries.size() - 1).object() instanceof SimulatedGroup group && group.hidesMembers();
        return hidden ? List.of() : members(token, entries);
    }

    private Map<String, @Nullable Object> item(
            DeltaToken token, List<Journal.Entry> entries, List<SimulatedObject> members, boolean minimal) {
        SimulatedObject last = entries.get(entries.size() - 1).object();
        SimulatedObject now = token.type() == ObjectType.USER
                ? tenant.person(last.id()).orElse(null)
                : tenant.group(last.id()).orElse(null);
        if (now == null) {
            boolean restorable = last instanceof SimulatedGroup group && group.isMicrosoft365();
            return DeltaRendering.removed(last.id(), restorable || isSoftDeleted(last));
        }
        List<SimulatedObject> before = new ArrayList<>();
        entries.stream().map(Journal.Entry::before).filter(Objects::nonNull).forEach(before::add);
        boolean linksOnly = entries.stream().allMatch(entry -> entry.member() != null);
        return DeltaRendering.withMembers(
                rendering.changed(now, linksOnly ? List.of(now) : before, token.selected(), minimal),
                members.stream()
                        .map(member -> rendering.member(member, tenant.isMember(now.id(), member.id())))
                        .toList());
    }

    private boolean isSoftDeleted(SimulatedObject person) {
        return tenant.deletedPeople().stream()
                .anyMatch(entry -> entry.getKey().id().equals(person.id()));
    }
}
