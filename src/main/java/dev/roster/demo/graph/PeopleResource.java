package dev.roster.demo.graph;

import dev.roster.demo.SimulatedAnswer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code /users} and what is below it, and the deleted people. */
final class PeopleResource {

    private static final Set<ObjectType> TYPE = Set.of(ObjectType.USER);

    private final SimulatedTenant tenant;
    private final Listing listing;
    private final MembershipResource memberships;
    private final DeltaResource changes;
    private final String contextRoot;

    PeopleResource(
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
            call.needs(Permissions.ALL_OF_PEOPLE);
            return changes.answer(call);
        }
        if (call.length() == 2) {
            return call.segment(1).equals("$count") ? count(call) : one(call);
        }
        call.needs(Permissions.GROUPS_OF_A_PERSON);
        return memberships.ofPerson(call, found(call.segment(1)));
    }

    SimulatedAnswer deleted(GraphCall call) {
        call.needs(Permissions.ALL_OF_PEOPLE);
        Selection selection = Selection.of(call, TYPE, true);
        return listing.page(
                call,
                "users" + selection.context(),
                this::readDeleted,
                Filter.of(call, ObjectType.USER),
                selection::render);
    }

    /** {@code /directory/deletedItems/{id}}, of which Roster asks for people alone. */
    SimulatedAnswer deletedPerson(GraphCall call) {
        call.needs(Permissions.ALL_OF_PEOPLE);
        Selection selection = Selection.of(call, TYPE, false);
        String id = call.segment(2);
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("@odata.context", contextRoot + "directoryObjects/$entity");
        body.put("@odata.type", ObjectType.USER.odataType());
        tenant.deletedPeople().stream()
                .filter(entry -> entry.getKey().id().equals(id))
                .findFirst()
                .map(entry -> asDeleted(entry.getKey(), entry.getValue()))
                .ifPresentOrElse(person -> body.putAll(selection.render(person)), () -> {
                    throw GraphError.notFound(id);
                });
        return GraphJson.answer(200, body);
    }

    private SimulatedAnswer list(GraphCall call) {
        Selection selection = selection(call, true);
        return listing.page(
                call,
                "users" + selection.context(),
                tenant::readPeople,
                Filter.of(call, ObjectType.USER),
                selection::render);
    }

    private SimulatedAnswer count(GraphCall call) {
        call.needs(Permissions.PEOPLE);
        return listing.count(call, tenant::readPeople, Filter.of(call, ObjectType.USER));
    }

    private SimulatedAnswer one(GraphCall call) {
        Selection selection = selection(call, false);
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("@odata.context", contextRoot + "users" + selection.context() + "/$entity");
        body.putAll(selection.render(found(call.segment(1))));
        return GraphJson.answer(200, body);
    }

    /** With {@code User.ReadBasic.All} alone, only the basic properties can be had. */
    private static Selection selection(GraphCall call, boolean list) {
        call.needs(Permissions.PEOPLE);
        Selection selection = Selection.of(call, TYPE, list);
        if (Permissions.allow(call.roles(), Permissions.ALL_OF_PEOPLE)) {
            return selection;
        }
        if (!selection.isWithin(PropertyNames.BASIC)) {
            throw GraphError.denied();
        }
        return selection.isDefault()
                ? new Selection(List.of("displayName", "givenName", "mail", "surname", "userPrincipalName", "id"))
                : selection;
    }

    private SimulatedPerson found(String idOrPrincipalName) {
        return tenant.person(idOrPrincipalName).orElseThrow(() -> GraphError.notFound(idOrPrincipalName));
    }

    private Slice readDeleted(int from, int limit, Predicate<SimulatedObject> filter) {
        List<SimulatedObject> all = tenant.deletedPeople().stream()
                .map(entry -> (SimulatedObject) asDeleted(entry.getKey(), entry.getValue()))
                .filter(filter)
                .toList();
        int end = limit < all.size() - from ? from + limit : all.size();
        return new Slice(all.subList(Math.min(from, end), end), end < all.size() ? end : Slice.END);
    }

    /** The principal name of deleted people starts with their id, so that it is free for others. */
    private static SimulatedPerson asDeleted(SimulatedPerson person, Instant when) {
        return person.withUserPrincipalName(person.id().replace("-", "") + person.userPrincipalName())
                .with("deletedDateTime", when.toString());
    }
}
