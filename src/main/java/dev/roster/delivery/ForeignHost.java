package dev.roster.delivery;

/** A request was about to leave for a host that its credentials are not for. It was not sent. */
public final class ForeignHost extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public ForeignHost(String service) {
        super("a request of the service " + service + " was about to leave for another host; it was not sent");
    }
}
