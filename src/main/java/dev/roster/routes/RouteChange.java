package dev.roster.routes;

/**
 * What an edit of the route files comes down to.
 *
 * @param routes also those whose own text is the same, but not that of the template or the configuration they use
 */
public record RouteChange(Delta routes, Delta templates, Delta configurations) {

    /** Whether nothing that runs would be another: only comments or the order of things differ. */
    public boolean isEmpty() {
        return routes.isEmpty() && templates.isEmpty() && configurations.isEmpty();
    }

    /** The way back. */
    public RouteChange back() {
        return new RouteChange(routes.back(), templates.back(), configurations.back());
    }
}
