package dev.roster.demo.product;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an administrator of the product can set, and moods of it that clients have to bear; all off at first. */
public final class ProductSwitches {

    /** As many seats as anybody wants. */
    public static final int UNLIMITED = -1;

    private final boolean rateLimitHeaders;
    private volatile @Nullable RateLimit rateLimit;
    private volatile boolean htmlUnauthorized;
    private volatile boolean basicAuthBlocked;
    private volatile boolean readOnlyDirectory;
    private volatile boolean readOnlyMode;
    private volatile int seats = UNLIMITED;

    ProductSwitches(boolean rateLimitHeaders) {
        this.rateLimitHeaders = rateLimitHeaders;
    }

    /** Limits requests; Jira and Confluence then also send rate limit headers with each answer. */
    public ProductSwitches rateLimit(int capacity, int perSecond) {
        rateLimit = new RateLimit(capacity, perSecond, rateLimitHeaders);
        return this;
    }

    public ProductSwitches noRateLimit() {
        rateLimit = null;
        return this;
    }

    /** Wrong or missing credentials are answered by a page instead of JSON. */
    public ProductSwitches htmlUnauthorized(boolean on) {
        htmlUnauthorized = on;
        return this;
    }

    /** User name and password are refused, even when right. */
    public ProductSwitches basicAuthBlocked(boolean on) {
        basicAuthBlocked = on;
        return this;
    }

    /** The product may change nothing in the directory that it reads its users from. */
    public ProductSwitches readOnlyDirectory(boolean on) {
        readOnlyDirectory = on;
        return this;
    }

    /** The whole product is in read-only mode. */
    public ProductSwitches readOnlyMode(boolean on) {
        readOnlyMode = on;
        return this;
    }

    /** How many users the licence allows. */
    public ProductSwitches seats(int number) {
        seats = number;
        return this;
    }

    Optional<RateLimit> rateLimit() {
        return Optional.ofNullable(rateLimit);
    }

    boolean htmlUnauthorized() {
        return htmlUnauthorized;
    }

    boolean basicAuthBlocked() {
        return basicAuthBlocked;
    }

    boolean readOnlyDirectory() {
        return readOnlyDirectory;
    }

    boolean readOnlyMode() {
        return readOnlyMode;
    }

    int seats() {
        return seats;
    }
}
