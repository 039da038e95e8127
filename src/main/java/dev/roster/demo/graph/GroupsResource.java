package dev.roster.demo.graph;

import dev.roster.demo.SimulatedAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /groups} and what is below it. */
final class GroupsResource {

    private static final Set<ObjectType> TYPE = Set.of(ObjectType.GROUP);

    private final SimulatedTenant tenant;
    private final Listing listing;
    private final MembershipResource memberships;
    private final DeltaResource changes;
    private final String contextRoot;

    GroupsResource(
            SimulatedTenant tenant,
            Listing listing,
            MembershipResource memberships,
            DeltaResource changes,
            String contextRoot) {
        this.tenant = tenant;
        this.listing = listing;
        this.memberships = memberships;
        this.changes = changes;
        this.contextRoot = contextRoot;
    }

    SimulatedAnswer answer(GraphCall call) {
        if (call.length() == 1) {
            return list(call);
        }
        if (call.asksForChanges()) {
            call.needs(Permissions.GROUPS);
            return changes.answer(call);
        }
        if (call.length() == 2) {
            return call.segment(1).equals("$count") ? count(call) : one(call);
        }
        call.needs(Permissions.MEMBERS);
        return memberships.ofGroup(call, found(call.segment(1)));
    }

    /** Deleted groups are not kept: the list is always empty. */
    SimulatedAnswer deleted(GraphCall call) {
        call.needs(Permissions.DELETED_GROUPS);
        Selection selection = Selection.of(call, TYPE, true);
        return listing.page(
                call,
                "groups" + selection.context(),
                (from, limit, filter) -> new Slice(List.of(), Slice.END),
                Filter.of(call, ObjectType.GROUP),
                selection::render);
    }

    private SimulatedAnswer list(GraphCall call) {
        call.needs(Permissions.GROUPS);
        Selection selection = Selection.of(call, TYPE, true);
        return listing.page(
                call,
                "groups" + selection.context(),
                tenant::readGroups,
                Filter.of(call, ObjectType.GROUP),
                selection::render);
    }

    private SimulatedAnswer count(GraphCall call) {
        call.needs(Permissions.GROUPS);
        return listing.count(call, tenant::readGroups, Filter.of(call, ObjectType.GROUP));
    }

    private SimulatedAnswer one(GraphCall call) {
        call.needs(Permissions.GROUPS);
        Selection selection = Selection.of(call, TYPE, false);
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("@odata.context", contextRoot + "groups" + selection.context() + "/$entity");
        body.putAll(selection.render(found(call.segment(1))));
        return GraphJson.answer(200, body);
    }

    private SimulatedGroup found(String id) {
        return tenant.group(id).orElseThrow(() -> GraphError.notFound(id));
    }
}
