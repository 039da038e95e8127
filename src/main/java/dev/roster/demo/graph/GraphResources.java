package dev.roster.demo.graph;

import dev.roster.demo.SimulatedAnswer;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Leads a request to the resource that answers it. */
final class GraphResources {

    /** Asked by POST, but they change nothing. */
    private static final Set<String> QUESTIONS = Set.of("getMemberGroups", "checkMemberGroups");

    private final SimulatedTenant tenant;
    private final String contextRoot;
    private final PeopleResource people;
    private final GroupsResource groups;

    GraphResources(SimulatedTenant tenant, URI base, GraphBehaviour behaviour, Clock clock) {
        this.tenant = tenant;
        this.contextRoot = base + "/v1.0/$metadata#";
        Listing listing = new Listing(base, behaviour);
        MembershipResource memberships = new MembershipResource(tenant, listing, behaviour, contextRoot);
        this.people = new PeopleResource(
                tenant, listing, memberships, changes(ObjectType.USER, base, behaviour, clock), contextRoot);
        this.groups = new GroupsResource(
                tenant, listing, memberships, changes(ObjectType.GROUP, base, behaviour, clock), contextRoot);
    }

    private DeltaResource changes(ObjectType type, URI base, GraphBehaviour behaviour, Clock clock) {
        DeltaRendering rendering = new DeltaRendering(tenant, behaviour);
        return new DeltaResource(
                type,
                base,
                behaviour,
                clock,
                new WholeRound(tenant, behaviour, rendering),
                new ChangedRound(tenant, rendering),
                tenant);
    }

    SimulatedAnswer answer(GraphCall call) {
        if (!call.isGet() && !QUESTIONS.contains(call.segment(2))) {
            throw GraphError.denied(); // No permission that Roster asks for lets it change anything.
        }
        return switch (call.segment(0)) {
            case "users" -> people.answer(call);
            case "groups" -> groups.answer(call);
            case "organization" -> organization(call);
            case "directory" -> deletedItems(call);
            default -> throw GraphError.noSegment(call.segment(0));
        };
    }

    private SimulatedAnswer deletedItems(GraphCall call) {
        if (!call.segment(1).equals("deletedItems")) {
            throw GraphError.noSegment(call.segment(1));
        }
        return switch (call.segment(2)) {
            case "microsoft.graph.user" -> people.deleted(call);
            case "microsoft.graph.group" -> groups.deleted(call);
            case "" -> throw GraphError.unsupportedQuery("The type of the deleted items must be given.");
            default -> people.deletedPerson(call);
        };
    }

    private SimulatedAnswer organization(GraphCall call) {
        call.needs(Permissions.ORGANIZATION);
        Map<String, Object> domain = Map.of(
                "name",
                tenant.domain(),
                "isDefault",
                true,
                "isInitial",
                false,
                "type",
                "Managed",
                "capabilities",
                "Email");
        Map<String, @Nullable Object> organization = new LinkedHashMap<>();
        organization.put("id", GraphSimulator.TENANT_ID);
        organization.put("displayName", tenant.displayName());
        organization.put("onPremisesSyncEnabled", null);
        organization.put("verifiedDomains", List.of(domain));
        String select = call.option("$select");
        if (select != null) {
            organization.keySet().retainAll(List.of(select.split(",", -1)));
        }
        return GraphJson.answer(
                200, Map.of("@odata.context", contextRoot + "organization", "value", List.of(organization)));
    }
}
