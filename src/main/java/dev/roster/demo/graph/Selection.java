package dev.roster.demo.graph;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which properties an answer shows: what {@code $select} names, or each type's defaults. What is not selected is absent;
 * what is selected and not set is null.
 *
 * @param names empty for the defaults
 */
record Selection(List<String> names) {

    static Selection of(GraphCall call, Set<ObjectType> types, boolean list) {
        String select = call.option("$select");
        if (select == null || select.isBlank()) {
            return new Selection(List.of());
        }
        List<String> names =
                Arrays.stream(select.split(",")).map(String::trim).distinct().toList();
        names.forEach(name -> check(name, call, types, list));
        return new Selection(names);
    }

    private static void check(String name, GraphCall call, Set<ObjectType> types, boolean list) {
        if (types.stream().noneMatch(type -> PropertyNames.isKnown(type, name))) {
            throw GraphError.badRequest("Parsing OData Select and Expand failed: Could not find a property named '"
                    + name + "' on type 'microsoft.graph."
                    + types.iterator().next().graphName() + "'.");
        }
        if (list && PropertyNames.NOT_ON_LISTS.contains(name)) {
            throw new GraphError(501, "NotImplemented", "Not Implemented");
        }
        if (name.equals("signInActivity")) {
            call.needs(Permissions.SIGN_INS);
        }
    }

    boolean isDefault() {
        return names.isEmpty();
    }

    /** As in {@code @odata.context}: {@code (id,displayName)}, or nothing. */
    String context() {
        return names.isEmpty() ? "" : "(" + String.join(",", names) + ")";
    }

    boolean isWithin(Set<String> allowed) {
        return names.isEmpty() || allowed.containsAll(names);
    }

    /** As a user or a group comes in a list of its own kind. */
    Map<String, @Nullable Object> render(SimulatedObject object) {
        return render(object, false);
    }

    /** As it comes among members: of types that the caller may not read, only the id is told. */
    Map<String, @Nullable Object> renderAmongOthers(SimulatedObject object, Set<String> roles) {
        return render(object, !Permissions.allow(roles, Permissions.toSee(object.type())));
    }

    private Map<String, @Nullable Object> render(SimulatedObject object, boolean idOnly) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        for (String name : names.isEmpty() ? PropertyNames.defaults(object.type()) : names) {
            if (!PropertyNames.isKnown(object.type(), name)) {
                continue;
            }
            Object value = idOnly && !name.equals("id") ? null : object.property(name);
            if (value != null || !PropertyNames.isDirectoryExtension(name)) {
                json.put(name, value);
            }
        }
        return json;
    }
}
