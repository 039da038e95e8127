package dev.roster.entra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of a listing, as the JSON that Graph sent. A page may be empty and still lead on to the next.
 *
 * <p>What comes from Graph is unknown until checked, so a page may be handed in as null or without any field.
 */
public final class GraphPage {

    private static final String NEXT = "@odata.nextLink";
    private static final String DELTA = "@odata.deltaLink";

    private GraphPage() {}

    /** @throws MalformedAnswer when it has no list of objects; that is not the same as an empty list */
    public static List<Map<?, ?>> items(@Nullable Map<?, ?> page) {
        if (page == null || !(page.get("value") instanceof List<?> value)) {
            throw new MalformedAnswer("Graph's answer is not a page: it has no list of values");
        }
        List<Map<?, ?>> items = new ArrayList<>(value.size());
        for (Object item : value) {
            items.add(GraphObject.of("value", item).fields());
        }
        return items;
    }

    /**
     * The link to the next page, unchecked: {@link GraphLink} says whether it may be followed. Empty on the last page.
     *
     * @throws MalformedAnswer when it is no text, or the page is also the last one of a round of changes
     */
    public static Optional<String> nextLink(@Nullable Map<?, ?> page) {
        return link(page, NEXT, DELTA);
    }

    /**
     * The link at which the next round of changes begins, unchecked. Empty on all pages but the last of a round.
     *
     * @throws MalformedAnswer when it is no text, or there is a next page all the same
     */
    public static Optional<String> deltaLink(@Nullable Map<?, ?> page) {
        return link(page, DELTA, NEXT);
    }

    private static Optional<String> link(@Nullable Map<?, ?> page, String wanted, String other) {
        if (page == null || page.get(wanted) == null) {
            return Optional.empty();
        }
        Object link = page.get(wanted);
        if (!(link instanceof String text) || text.isBlank()) {
            throw new MalformedAnswer("Graph sent a page whose " + wanted + " is not a link");
        }
        if (page.get(other) != null) {
            throw new MalformedAnswer("Graph sent a page with both " + wanted + " and " + other);
        }
        return Optional.of(text);
    }
}
