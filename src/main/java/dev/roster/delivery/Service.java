package dev.roster.delivery;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A host that requests go to: a tenant's Graph or one target.
 *
 * @param id names its routes and its meters; {@code [a-z0-9.-]+}
 * @param url without a trailing slash
 * @param proxy an HTTP proxy on the way there; null when there is none
 */
public record Service(String id, URI url, @Nullable URI proxy) {

    /** One that is reached directly. */
    public Service(String id, URI url) {
        this(id, url, null);
    }
}
