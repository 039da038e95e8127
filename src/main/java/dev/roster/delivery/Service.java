package dev.roster.delivery;

import java.net.URI;

/**
 * A host that requests go to: a tenant's Graph or one target.
 *
 * @param id names its routes and its meters; {@code [a-z0-9.-]+}
 * @param url without a trailing slash
 */
public record Service(String id, URI url) {}
