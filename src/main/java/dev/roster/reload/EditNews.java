package dev.roster.reload;

import dev.roster.routes.InvalidRoutes;
import dev.roster.routes.RouteChange;
import dev.roster.routes.RouteFault;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the log says of an edit. */
final class EditNews {

    /** More names than that are counted. */
    private static final int FEW = 20;

    private EditNews() {}

    static String edit(List<String> files) {
        return named("the edit of", files);
    }

    static String report(List<RouteFault> faults) {
        return new InvalidRoutes(faults).report();
    }

    static String exchanged(RouteChange change) {
        if (change.isEmpty()) {
            return "no route is another";
        }
        Set<String> gone = change.routes().gone();
        Set<String> coming = change.routes().coming();
        return List.of(
                        named(
                                "exchanged",
                                coming.stream().filter(gone::contains).toList()),
                        named(
                                "new",
                                coming.stream().filter(id -> !gone.contains(id)).toList()),
                        named(
                                "gone",
                                gone.stream().filter(id -> !coming.contains(id)).toList()))
                .stream()
                .filter(text -> !text.isEmpty())
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("; "), text -> text.isEmpty() ? "only what no route uses" : text));
    }

    private static String named(String what, List<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        String more = names.size() > FEW ? " and " + (names.size() - FEW) + " more" : "";
        return what + " " + String.join(", ", names.stream().limit(FEW).toList()) + more;
    }
}
