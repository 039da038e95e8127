package dev.roster.entra;

import dev.roster.directory.GroupChanges;
import dev.roster.directory.MembershipChange;
import dev.roster.directory.PeopleChanges;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pages of {@code users/delta} and {@code groups/delta}. What comes more than once on a page counts as it comes last,
 * but the members of a group that comes in parts are all of them.
 */
public final class GraphChanges {

    private GraphChanges() {}

    /** @throws MalformedAnswer as {@link GraphPeople#people} */
    public static PeopleChanges people(List<? extends @Nullable Object> users) {
        Collection<GraphObject> last = last("user", users);
        return new PeopleChanges(GraphPeople.people(present(last)), removed(last, false), removed(last, true));
    }

    /**
     * @param token if it does not tell its permissions, hidden members stay hidden
     * @throws MalformedAnswer as {@link GraphGroups#groups}, or when a member does not say what it is
     */
    public static GroupChanges groups(List<? extends @Nullable Object> groups, String token) {
        Collection<GraphObject> last = last("group", groups);
        // A group of which only members changed may come without anything else about it.
        List<Map<?, ?>> described = present(last).stream()
                .filter(group -> group.containsKey("displayName") || group.containsKey("securityEnabled"))
                .toList();
        return new GroupChanges(
                GraphGroups.groups(described, token), removed(last, false), removed(last, true), members(groups));
    }

    private static Collection<GraphObject> last(String kind, List<? extends @Nullable Object> items) {
        Map<String, GraphObject> last = new LinkedHashMap<>();
        for (Object item : items) {
            GraphObject object = GraphObject.of(kind, item);
            last.put(object.id(), object);
        }
        return last.values();
    }

    private static List<Map<?, ?>> present(Collection<GraphObject> objects) {
        List<Map<?, ?>> present = new ArrayList<>();
        objects.stream().filter(object -> !object.isRemoved()).forEach(object -> present.add(object.fields()));
        return present;
    }

    private static List<String> removed(Collection<GraphObject> objects, boolean forGood) {
        return objects.stream()
                .filter(object -> object.isRemoved() && object.isRemovedForGood() == forGood)
                .map(GraphObject::id)
                .toList();
    }

    private static List<MembershipChange> members(List<? extends @Nullable Object> groups) {
        Map<List<String>, MembershipChange> last = new LinkedHashMap<>();
        for (Object item : groups) {
            GraphObject group = GraphObject.of("group", item);
            if (group.fields().get("members@delta") instanceof List<?> members) {
                for (Object each : members) {
                    GraphObject member = GraphObject.of("member", each);
                    String type = member.memberType();
                    if (type.equals(GraphObject.USER) || type.equals(GraphObject.GROUP)) {
                        boolean person = type.equals(GraphObject.USER);
                        last.put(
                                List.of(group.id(), member.id()),
                                new MembershipChange(group.id(), member.id(), person, member.isRemoved()));
                    }
                }
            }
        }
        return List.copyOf(last.values());
    }
}
