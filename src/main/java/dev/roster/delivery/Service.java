package dev.roster.delivery;

import dev.roster.settings.Transport;
import java.net.URI;

/**
 * A host that requests go to: a tenant's Graph or one target.
 *
 * @param id names its routes and its meters; {@code [a-z0-9.-]+}
 * @param url without a trailing slash
 * @param transport the way there
 */
public record Service(String id, URI url, Transport transport) {

    /** One that is reached directly. */
    public Service(String id, URI url) {
        this(id, url, Transport.DIRECT);
    }
}
