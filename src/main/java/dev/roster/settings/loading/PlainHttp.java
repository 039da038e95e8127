package dev.roster.settings.loading;

import java.net.URI;

/** Keeps credentials off wires where they can be read. */
final class PlainHttp {
    private PlainHttp() {}

    /** The address; a fault when it is plain http to another host and nobody allowed that. */
    static URI checked(Section section, Key<URI> key, URI address, boolean allowed) {
        if (!allowed && Addresses.isPlainHttpElsewhere(address)) {
            section.fault(
                    key,
                    "is plain http to another host: credentials and names could be read on the way",
                    "use https, or set allow-http: true beside it if this is a test");
        }
        return address;
    }
}
