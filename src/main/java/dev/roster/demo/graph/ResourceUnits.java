package dev.roster.demo.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each request costs, by the published table of the identity and access service. */
final class ResourceUnits {

    private static final int CHEAP_PAGE = 20;

    private ResourceUnits() {}

    static int of(GraphCall call) {
        int cost = base(call);
        if (call.option("$select") != null) {
            cost--;
        }
        if (isBelow(call.option("$top"))) {
            cost--;
        }
        return Math.max(1, cost);
    }

    private static int base(GraphCall call) {
        List<String> path = call.path();
        if (call.segment(0).equals("users") && path.size() == 1) {
            return 2;
        }
        return switch (call.segment(2)) {
            case "members" -> 3;
            case "transitiveMembers" -> 5;
            case "checkMemberGroups" -> 4;
            case "memberOf", "transitiveMemberOf", "getMemberGroups" -> 2;
            default -> 1;
        };
    }

    private static boolean isBelow(@Nullable String top) {
        return top != null && top.matches("\\d{1,4}") && Integer.parseInt(top) < CHEAP_PAGE;
    }
}
