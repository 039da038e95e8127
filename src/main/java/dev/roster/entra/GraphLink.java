package dev.roster.entra;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The guard of links that come in Graph's answers: only those that lead back to the configured Graph may be followed,
 * because the token goes with the request.
 */
public final class GraphLink {

    private static final String VERSION = "/v1.0/";
    private static final int LONGEST = 8 * 1024;

    /** Encoded control characters, and encoded {@code % . / ; \}, by which a path means one thing here, another there. */
    private static final Pattern TRICKS = Pattern.compile("(?i)%([01].|7f|25|2e|2f|3b|5c)");

    private final String scheme;
    private final String host;
    private final int port;
    private final String origin;
    private final String root;

    /** @throws IllegalArgumentException when the configured address has no scheme or no host */
    public GraphLink(URI graphUrl) {
        if (graphUrl.getScheme() == null || graphUrl.getHost() == null) {
            throw new IllegalArgumentException(
                    "graph-url needs a scheme and a host: " + Shown.text(hostAndPath(graphUrl)));
        }
        this.scheme = graphUrl.getScheme().toLowerCase(Locale.ROOT);
        this.host = graphUrl.getHost().toLowerCase(Locale.ROOT);
        this.port = effectivePort(graphUrl);
        this.origin = scheme + "://" + host + (graphUrl.getPort() < 0 ? "" : ":" + graphUrl.getPort());
        String base = graphUrl.getRawPath() == null ? "" : graphUrl.getRawPath();
        this.root = base.replaceAll("/+$", "") + VERSION;
    }

    /**
     * The address to ask, built anew from the configured scheme, host and port, so that what was checked is what is
     * asked.
     *
     * @throws ForeignLink when it leads elsewhere, or leaves room for doubt
     */
    public URI accept(String link) {
        URI uri = parse(link);
        String problem = problem(uri);
        if (problem != null) {
            throw new ForeignLink(
                    "Graph sent a link that " + problem + ", so it is not followed: " + Shown.text(hostAndPath(uri)));
        }
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return URI.create(origin + uri.getRawPath() + query);
    }

    /**
     * The link as a part of a {@code $batch} names it, relative to the version: {@code /groups/…?…}.
     *
     * @throws ForeignLink as {@link #accept}
     */
    public String relative(String link) {
        URI uri = accept(link);
        String path = uri.getRawPath().substring(root.length() - 1);
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static URI parse(String link) {
        if (link.length() > LONGEST) {
            throw new ForeignLink("Graph sent a link of " + link.length() + " characters, so it is not followed");
        }
        // Beyond ASCII, java.net.URI takes characters that HTTP clients encode each in their own way.
        if (!link.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new ForeignLink("Graph sent a link with characters that no link may have, so it is not followed");
        }
        try {
            return new URI(link);
        } catch (URISyntaxException e) {
            throw new ForeignLink("Graph sent a link that cannot be read, so it is not followed");
        }
    }

    private @Nullable String problem(URI uri) {
        if (!scheme.equalsIgnoreCase(uri.getScheme())) {
            return "is not " + scheme;
        }
        if (uri.getRawUserInfo() != null || !host.equalsIgnoreCase(uri.getHost()) || effectivePort(uri) != port) {
            return "leads to another server than graph-url";
        }
        if (uri.getRawFragment() != null) {
            return "has a fragment";
        }
        return isInside(uri.getRawPath()) ? null : "leads out of " + root;
    }

    private boolean isInside(String path) {
        boolean plain = !path.contains("//")
                && !path.contains(";")
                && !TRICKS.matcher(path).find()
                && Arrays.stream(path.split("/")).noneMatch(part -> part.equals(".") || part.equals(".."));
        return plain && path.startsWith(root) && path.length() > root.length();
    }

    private static int effectivePort(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }

    /** Neither user nor query: either may carry what nobody should read in a log. */
    private static String hostAndPath(URI uri) {
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return (uri.getHost() == null ? "(no host)" : uri.getHost()) + path;
    }
}
