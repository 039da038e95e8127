package dev.roster.demo.graph;

import dev.roster.demo.SimulatedAnswer;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code /users/delta} or {@code /groups/delta}: everything at first, then what has changed. */
final class DeltaResource {

    private static final int MOST_IDS = 50;
    private static final Pattern IDS = Pattern.compile("id eq '[^']*'( or id eq '[^']*')*", Pattern.CASE_INSENSITIVE);

    private final ObjectType type;
    private final URI base;
    private final GraphBehaviour behaviour;
    private final Clock clock;
    private final WholeRound whole;
    private final ChangedRound changed;
    private final SimulatedTenant tenant;

    // Mutable state: where changes were held back, or below zero.
    private volatile int heldAt = -1;

    DeltaResource(
            ObjectType type,
            URI base,
            GraphBehaviour behaviour,
            Clock clock,
            WholeRound whole,
            ChangedRound changed,
            SimulatedTenant tenant) {
        this.type = type;
        this.base = base;
        this.behaviour = behaviour;
        this.clock = clock;
        this.whole = whole;
        this.changed = changed;
        this.tenant = tenant;
    }

    SimulatedAnswer answer(GraphCall call) {
        String delta = call.option("$deltatoken");
        DeltaToken token = token(call, delta);
        DeltaPage page = "latest".equals(delta) ? new DeltaPage(List.of(), null) : page(call, token);
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("@odata.context", base + "/v1.0/$metadata#" + type.graphName() + "s" + context(call));
        DeltaPage.Place next = page.next();
        if (next == null) {
            body.put(
                    "@odata.deltaLink",
                    link(
                            call,
                            "$deltatoken="
                                    + token.next(token.until(), clock.instant()).encoded()));
        } else {
            DeltaPage.Place place = behaviour.nextLinks() == NextLinks.LOOP ? token.at() : next;
            body.put(
                    "@odata.nextLink",
                    link(
                            call,
                            "$skiptoken="
                                    + token.goingOn(place, clock.instant()).encoded()));
        }
        body.put("value", page.items());
        return GraphJson.answer(200, body);
    }

    private String link(GraphCall call, String query) {
        return behaviour.nextLinks().link(base, call.request().rawPath(), query);
    }

    private static String context(GraphCall call) {
        String select = call.option("$select");
        if (select == null) {
            return "";
        }
        List<String> shown = new ArrayList<>(List.of(select.split(",", -1)));
        shown.remove(DeltaRendering.MEMBERS);
        return "(" + String.join(",", shown) + ")";
    }

    private DeltaToken token(GraphCall call, @Nullable String delta) {
        String encoded = delta == null || delta.equals("latest") ? call.option("$skiptoken") : delta;
        if (encoded == null) {
            return first(call);
        }
        if (call.request().query().size() > 1) {
            throw GraphError.unsupportedQuery("The token holds the query; further parameters are not supported.");
        }
        DeltaToken token = DeltaToken.decode(encoded);
        if (token.type() != type) {
            throw SkipToken.invalid();
        }
        if (token.isOver(behaviour.deltaGeneration(), clock.instant())) {
            throw behaviour.deltaExpiry().error(base + call.request().rawPath() + "?$deltatoken=");
        }
        boolean begins = delta != null;
        return begins ? beginning(token) : token;
    }

    /** How far a round reaches is settled by its first request. */
    private DeltaToken beginning(DeltaToken token) {
        return new DeltaToken(
                token.generation(),
                token.issued(),
                type,
                token.since(),
                Math.max(token.since(), position()),
                DeltaPage.START,
                token.selected(),
                token.ids());
    }

    private DeltaToken first(GraphCall call) {
        return new DeltaToken(
                behaviour.deltaGeneration(),
                clock.instant(),
                type,
                DeltaToken.WHOLE,
                position(),
                DeltaPage.START,
                selected(call),
                ids(call));
    }

    private int position() {
        int now = tenant.position();
        if (!behaviour.holdsChangesBack()) {
            heldAt = -1;
            return now;
        }
        heldAt = heldAt < 0 ? now : heldAt;
        return heldAt;
    }

    private List<String> selected(GraphCall call) {
        String select = call.option("$select");
        if (select == null) {
            return List.of();
        }
        List<String> names = List.of(select.split(","));
        for (String name : names) {
            boolean members = type == ObjectType.GROUP && name.equals(DeltaRendering.MEMBERS);
            if (!members && !PropertyNames.isKnown(type, name)) {
                throw GraphError.badRequest("Could not find a property named '" + name + "'.");
            }
        }
        return names;
    }

    private static List<String> ids(GraphCall call) {
        String filter = call.option("$filter");
        if (filter == null) {
            return List.of();
        }
        if (!IDS.matcher(filter).matches()) {
            throw GraphError.unsupportedQuery("Changes can be filtered by id only.");
        }
        List<String> ids = Arrays.stream(filter.split("'"))
                .filter(part -> part.contains("-"))
                .toList();
        if (ids.size() > MOST_IDS) {
            throw GraphError.unsupportedQuery("Changes can be filtered by at most " + MOST_IDS + " ids.");
        }
        return ids;
    }

    private DeltaPage page(GraphCall call, DeltaToken token) {
        boolean empty = behaviour.startsWithEmptyPages() && call.option("$skiptoken") == null;
        if (empty) {
            return new DeltaPage(List.of(), DeltaPage.START);
        }
        boolean seesHidden = call.roles().contains(Permissions.HIDDEN_MEMBERS);
        DeltaPage page = token.since() == DeltaToken.WHOLE
                ? whole.page(token, seesHidden)
                : changed.page(token, since(token), isMinimal(call), seesHidden, size());
        return behaviour.repeatsObjects() && !page.items().isEmpty() ? repeated(page) : page;
    }

    private int since(DeltaToken token) {
        return Math.max(0, token.since() - behaviour.replayedChanges());
    }

    private ChangedRound.Size size() {
        return new ChangedRound.Size(behaviour.deltaObjects(), behaviour.deltaLinks());
    }

    private static boolean isMinimal(GraphCall call) {
        return Set.of("return=minimal").contains(String.valueOf(call.request().header("Prefer")));
    }

    private static DeltaPage repeated(DeltaPage page) {
        List<Map<String, @Nullable Object>> items = new ArrayList<>(page.items());
        items.add(items.get(0));
        return new DeltaPage(items, page.next());
    }
}
