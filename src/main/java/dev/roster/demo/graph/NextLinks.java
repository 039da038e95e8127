package dev.roster.demo.graph;

import java.net.URI;

/** How the link to the next page comes: as it should, or as only a broken or hostile server would send it. */
public enum NextLinks {
    PROPER,
    /** To another host, which would get the bearer token of a credulous client. */
    FOREIGN_HOST,
    /** The right host, but {@code ftp:}. */
    OTHER_SCHEME,
    /** The right host, but a path that is not below {@code /v1.0}. */
    OUTSIDE_VERSION,
    /** Back to the page it stands on, for ever. */
    LOOP;

    /** The link in this form. */
    String link(URI base, String rawPath, String query) {
        return switch (this) {
            case PROPER, LOOP -> base + rawPath + "?" + query;
            case FOREIGN_HOST -> "https://graph.attacker.example" + rawPath + "?" + query;
            case OTHER_SCHEME -> "ftp://" + base.getAuthority() + rawPath + "?" + query;
            case OUTSIDE_VERSION -> base + "/elsewhere" + rawPath + "?" + query;
        };
    }
}
