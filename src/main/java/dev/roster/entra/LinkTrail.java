package dev.roster.entra;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The pages that one listing has led to so far. Immutable; each page makes a longer trail.
 *
 * <p>Links are kept as hashes: they may be thousands, of kilobytes each.
 */
public final class LinkTrail {

    private static final LinkTrail EMPTY = new LinkTrail(null, new byte[0], 0);

    private final @Nullable LinkTrail before;
    private final byte[] hash;
    private final int pages;

    private LinkTrail(@Nullable LinkTrail before, byte[] hash, int pages) {
        this.before = before;
        this.hash = hash;
        this.pages = pages;
    }

    /** Nothing visited yet. */
    public static LinkTrail start() {
        return EMPTY;
    }

    /**
     * The trail with this link at its end.
     *
     * @throws PagingLoop when the link is on the trail already
     */
    public LinkTrail then(URI link) {
        return then(link.toString());
    }

    LinkTrail then(String link) {
        byte[] next = hash(link);
        for (LinkTrail step = this; step != null; step = step.before) {
            if (Arrays.equals(step.hash, next)) {
                throw new PagingLoop(pages);
            }
        }
        return new LinkTrail(this, next, pages + 1);
    }

    /** How many links are on it. */
    public int pages() {
        return pages;
    }

    private static byte[] hash(String link) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(link.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
