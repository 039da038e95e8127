package dev.roster.demo.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The pages of a round that shows everything. */
final class WholeRound {

    private final SimulatedTenant tenant;
    private final GraphBehaviour behaviour;
    private final DeltaRendering rendering;

    WholeRound(SimulatedTenant tenant, GraphBehaviour behaviour, DeltaRendering rendering) {
        this.tenant = tenant;
        this.behaviour = behaviour;
        this.rendering = rendering;
    }

    DeltaPage page(DeltaToken token, boolean seesHidden) {
        DeltaPage page = token.type() == ObjectType.USER ? people(token) : groups(token, seesHidden);
        if (!behaviour.startsWithRemovals() || !token.at().equals(DeltaPage.START)) {
            return page;
        }
        List<Map<String, @Nullable Object>> items = new ArrayList<>(rendering.removals(token.type()));
        items.addAll(page.items());
        return new DeltaPage(items, page.next());
    }

    private DeltaPage people(DeltaToken token) {
        Slice slice = tenant.readPeople(token.at().object(), behaviour.deltaObjects(), wanted(token));
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        slice.items().forEach(person -> items.add(rendering.whole(person, token.selected())));
        return new DeltaPage(items, slice.isLast() ? null : new DeltaPage.Place(slice.next(), 0));
    }

    private static Predicate<SimulatedObject> wanted(DeltaToken token) {
        return object -> token.ids().isEmpty() || token.ids().contains(object.id());
    }

    /** A group whose members do not fit comes again on the next page with others of them. */
    private DeltaPage groups(DeltaToken token, boolean seesHidden) {
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        DeltaPage.Place place = token.at();
        int links = behaviour.deltaLinks();
        while (items.size() < behaviour.deltaObjects() && links > 0) {
            Slice one = tenant.readGroups(place.object(), 1, wanted(token));
            if (one.items().isEmpty()) {
                return new DeltaPage(items, null);
            }
            SimulatedGroup group = (SimulatedGroup) one.items().get(0);
            Slice members = members(token, group, seesHidden, place.member(), links);
            links -= members.items().size();
            items.add(DeltaRendering.withMembers(
                    rendering.whole(group, token.selected()),
                    members.items().stream()
                            .map(member -> rendering.member(member, true))
                            .toList()));
            if (members.isLast() && one.isLast()) {
                return new DeltaPage(items, null);
            }
            place = members.isLast()
                    ? new DeltaPage.Place(one.next(), 0)
                    : new DeltaPage.Place(place.object(), members.next());
        }
        return new DeltaPage(items, place);
    }

    private Slice members(DeltaToken token, SimulatedGroup group, boolean seesHidden, int from, int most) {
        boolean asked = token.selected().isEmpty() || token.selected().contains(DeltaRendering.MEMBERS);
        return asked && (seesHidden || !group.hidesMembers())
                ? tenant.readMembers(group.id(), from, most, rendering::shows)
                : new Slice(List.of(), Slice.END);
    }
}
