package dev.roster.demo.graph;

import dev.roster.demo.SimulatedAnswer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Who is in a group, and in which groups somebody is. */
final class MembershipResource {

    private static final int MOST_CHECKED = 20;

    private final SimulatedTenant tenant;
    private final Listing listing;
    private final GraphBehaviour behaviour;
    private final String contextRoot;

    MembershipResource(SimulatedTenant tenant, Listing listing, GraphBehaviour behaviour, String contextRoot) {
        this.tenant = tenant;
        this.listing = listing;
        this.behaviour = behaviour;
        this.contextRoot = contextRoot;
    }

    /** {@code /groups/{id}/members} and its kin. */
    SimulatedAnswer ofGroup(GraphCall call, SimulatedGroup group) {
        String id = group.id();
        return switch (call.segment(2)) {
            case "members" -> listed(call, group, (from, limit, filter) -> tenant.readMembers(id, from, limit, filter));
            case "transitiveMembers" ->
                listed(call, group, (from, limit, filter) -> tenant.readTransitiveMembers(id, from, limit, filter));
            case "memberOf" -> parents(call, group, false);
            case "transitiveMemberOf" -> parents(call, group, true);
            default -> throw GraphError.noSegment(call.segment(2));
        };
    }

    /** {@code /users/{id}/memberOf} and its kin. */
    SimulatedAnswer ofPerson(GraphCall call, SimulatedPerson person) {
        return switch (call.segment(2)) {
            case "memberOf" -> parents(call, person, false);
            case "transitiveMemberOf" -> parents(call, person, true);
            case "getMemberGroups" -> strings(groupIds(call, person));
            case "checkMemberGroups" -> strings(checked(call, person));
            default -> throw GraphError.noSegment(call.segment(2));
        };
    }

    private SimulatedAnswer listed(GraphCall call, SimulatedGroup group, Listing.Source source) {
        boolean hidden = group.hidesMembers() && !call.roles().contains(Permissions.HIDDEN_MEMBERS);
        return listed(call, hidden ? (from, limit, filter) -> new Slice(List.of(), Slice.END) : source, group);
    }

    private SimulatedAnswer parents(GraphCall call, SimulatedObject object, boolean transitive) {
        return listed(
                call,
                (from, limit, filter) -> tenant.readParents(object.id(), transitive, from, limit, filter),
                object);
    }

    private SimulatedAnswer listed(GraphCall call, Listing.Source source, SimulatedObject owner) {
        boolean counts = call.segment(call.length() - 1).equals("$count");
        String cast = call.length() - (counts ? 1 : 0) > 3 ? call.segment(3) : "";
        if (!cast.isEmpty()) {
            return ofType(call, source, castTo(cast, call, owner), counts);
        }
        if (call.option("$filter") != null && !call.isAdvanced()) {
            throw GraphError.needsAdvancedQuery("Filter on a relationship");
        }
        Predicate<SimulatedObject> filter = visible().and(Filter.of(call, ObjectType.USER));
        if (counts) {
            return listing.count(call, source, filter);
        }
        Selection selection = Selection.of(call, EnumSet.allOf(ObjectType.class), true);
        return listing.page(call, "directoryObjects" + selection.context(), source, filter, object -> {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("@odata.type", object.type().odataType());
            json.putAll(selection.renderAmongOthers(object, call.roles()));
            return json;
        });
    }

    private SimulatedAnswer ofType(GraphCall call, Listing.Source source, ObjectType type, boolean counts) {
        Predicate<SimulatedObject> filter =
                visible().and(object -> object.type() == type).and(Filter.of(call, type));
        if (counts) {
            return listing.count(call, source, filter);
        }
        Selection selection = Selection.of(call, Set.of(type), true);
        return listing.page(
                call,
                type.graphName() + "s" + selection.context(),
                source,
                filter,
                object -> selection.renderAmongOthers(object, call.roles()));
    }

    /** A cast is an advanced query, and only to what the group can hold: a Microsoft 365 group holds no groups. */
    private static ObjectType castTo(String segment, GraphCall call, SimulatedObject owner) {
        ObjectType type = ObjectType.ofCast(segment).orElseThrow(() -> GraphError.noSegment(segment));
        boolean counts = call.segment(call.length() - 1).equals("$count");
        if (!call.isEventual() || !(call.asksForCount() || counts)) {
            throw GraphError.needsAdvancedQuery("OData cast");
        }
        boolean membersOfMicrosoft365 = owner instanceof SimulatedGroup group
                && group.isMicrosoft365()
                && call.segment(2).endsWith("embers");
        if (membersOfMicrosoft365 && type == ObjectType.GROUP) {
            throw GraphError.unsupportedQuery("The members of this group can't be cast to '" + segment + "'.");
        }
        return type;
    }

    private Predicate<SimulatedObject> visible() {
        return object -> object.type() != ObjectType.SERVICE_PRINCIPAL || behaviour.listsServicePrincipals();
    }

    private List<String> groupIds(GraphCall call, SimulatedPerson person) {
        JsonNode securityOnly = posted(call).path("securityEnabledOnly");
        if (!securityOnly.isBoolean()) {
            throw badParameter("securityEnabledOnly");
        }
        boolean all = !securityOnly.asBoolean();
        return transitiveGroups(person).stream()
                .filter(group -> all || group.securityEnabled())
                .map(SimulatedGroup::id)
                .toList();
    }

    private List<String> checked(GraphCall call, SimulatedPerson person) {
        JsonNode asked = posted(call).path("groupIds");
        if (!asked.isArray() || asked.isEmpty() || asked.size() > MOST_CHECKED) {
            throw badParameter("groupIds");
        }
        List<String> ids = new ArrayList<>();
        asked.forEach(id -> ids.add(id.asString()));
        return transitiveGroups(person).stream()
                .map(SimulatedGroup::id)
                .filter(ids::contains)
                .toList();
    }

    private List<SimulatedGroup> transitiveGroups(SimulatedPerson person) {
        return tenant.readParents(person.id(), true, 0, Integer.MAX_VALUE, any -> true).items().stream()
                .map(SimulatedGroup.class::cast)
                .toList();
    }

    private SimulatedAnswer strings(List<String> values) {
        return GraphJson.answer(200, Map.of("@odata.context", contextRoot + "Collection(Edm.String)", "value", values));
    }

    private static JsonNode posted(GraphCall call) {
        if (!call.request().method().equals("POST")) {
            throw new GraphError(
                    405, "Request_BadRequest", "Specified HTTP method is not allowed for the request target.");
        }
        try {
            return GraphJson.mapper().readTree(call.request().body());
        } catch (JacksonException e) {
            throw GraphError.badRequest("Unable to read JSON request payload.");
        }
    }

    private static GraphError badParameter(String name) {
        return new GraphError(400, "Request_BadRequest", "Invalid value specified for parameter '" + name + "'.");
    }
}
