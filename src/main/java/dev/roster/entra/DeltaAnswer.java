package dev.roster.entra;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an answer to a request for changes means. */
public final class DeltaAnswer {

    private static final int GONE = 410;
    private static final Set<String> EXPIRED = Set.of("syncstatenotfound", "syncstateinvalid", "resyncrequired");

    private DeltaAnswer() {}

    /**
     * Whether the round has to begin anew. Where to, Graph may say as well, but the settings say it already.
     *
     * @throws RoundRefused when it is any other refusal
     */
    public static boolean hasExpired(int status, @Nullable Map<?, ?> body) {
        if (status < 400) {
            return false;
        }
        String code = code(body);
        if (status == GONE || EXPIRED.contains(code.toLowerCase(Locale.ROOT))) {
            return true;
        }
        throw new RoundRefused("Graph does not tell changes: HTTP " + status + (code.isEmpty() ? "" : ", ")
                + Shown.text(code) + "; entra.read: list does without");
    }

    private static String code(@Nullable Map<?, ?> body) {
        Object error = body == null ? null : body.get("error");
        return error instanceof Map<?, ?> told && told.get("code") instanceof String code ? code : "";
    }

    /**
     * Whether the round ends with this page.
     *
     * @throws MalformedAnswer when the page has neither that link nor one to a further page: the round is cut off
     */
    public static boolean isLast(Map<?, ?> page) {
        boolean last = GraphPage.deltaLink(page).isPresent();
        if (!last && GraphPage.nextLink(page).isEmpty()) {
            throw new MalformedAnswer("Graph's changes break off: a page has neither a next link nor a delta link");
        }
        return last;
    }
}
