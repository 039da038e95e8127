package dev.roster.demo.graph;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where a listing goes on.
 *
 * @param generation tokens of an older generation have expired
 * @param listing which listing it belongs to
 */
record SkipToken(int generation, int listing, int slot) {

    private static final String MARK = "DSpt";

    String encoded() {
        String text = MARK + ":" + generation + ":" + listing + ":" + slot;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static SkipToken decode(String encoded) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            String[] parts = text.split(":", -1);
            if (parts.length == 4 && parts[0].equals(MARK)) {
                return new SkipToken(
                        Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), Integer.parseInt(parts[3]));
            }
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
        throw invalid();
    }

    static GraphError expired() {
        return new GraphError(
                400,
                "Directory_ExpiredPageToken",
                "The specified page token value has expired and can no longer be included in your request.");
    }

    static GraphError invalid() {
        return new GraphError(400, "Request_BadRequest", "The specified page token is not valid.");
    }
}
