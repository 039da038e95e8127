package dev.roster.settings.loading;

import dev.roster.settings.loading.ValueType.One;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Types that are addresses of services. Their texts never appear in a fault: a password can be in them. */
final class Addresses {
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[[0:]+1]");
    private static final Pattern VERSION = Pattern.compile(".*/(v1\\.0|beta)/*", Pattern.CASE_INSENSITIVE);

    /** The address that paths are appended to. */
    static final One<URI> BASE = new One<>("http(s) address", List.of(), true, Addresses::base);

    /** The address of Graph, without the version that Roster appends. */
    static final One<URI> GRAPH = new One<>("http(s) address", List.of(), true, Addresses::graph);

    /** An address that is called as it stands; chat services keep a secret in its query. */
    static final One<URI> WEBHOOK = new One<>("http(s) address", List.of(), true, Addresses::address);

    private Addresses() {}

    /** Whether what is sent there can be read on the way. */
    static boolean isPlainHttpElsewhere(URI address) {
        return "http".equalsIgnoreCase(address.getScheme())
                && !LOOPBACK.matcher(address.getHost().toLowerCase(Locale.ROOT)).matches();
    }

    private static URI graph(String text) throws BadValue {
        URI address = base(text);
        if (VERSION.matcher(address.getPath()).matches()) {
            throw new BadValue("ends with a version", "leave /v1.0 away: Roster appends it");
        }
        return address;
    }

    private static URI base(String text) throws BadValue {
        URI address = address(text);
        if (address.getRawQuery() != null) {
            throw new BadValue("has a query ('?…')", "give the address without it");
        }
        return URI.create(address.toString().replaceAll("/+$", ""));
    }

    private static URI address(String text) throws BadValue {
        URI address = parsed(text.strip());
        String scheme = String.valueOf(address.getScheme());
        if (!scheme.equalsIgnoreCase("https") && !scheme.equalsIgnoreCase("http")) {
            throw new BadValue("does not begin with https://", "give the whole address, beginning with https://");
        }
        if (address.getRawUserInfo() != null) {
            throw new BadValue(
                    "has a user or password in it ('…@')", "leave them away; credentials have their own keys");
        }
        if (address.getHost() == null) {
            throw new BadValue("has no valid host name", "give it as https://host or https://host:port/path");
        }
        if (address.getRawFragment() != null) {
            throw new BadValue("has a fragment ('#…')", "give the address without it");
        }
        return address;
    }

    private static URI parsed(String text) throws BadValue {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new BadValue("is not an address", "give it as https://host or https://host:port/path");
        }
    }
}
