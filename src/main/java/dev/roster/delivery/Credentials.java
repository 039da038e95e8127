package dev.roster.delivery;

import dev.roster.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What Roster shows at one service. It is added in the HTTP client, so that it never enters a message or a route. */
public interface Credentials {

    /** The value of the Authorization header, with a token that is good now. */
    String authorization();

    /**
     * Called when the service refused the last value.
     *
     * @return whether there is a new one, so that the request is worth sending once more
     */
    default boolean renew(String refused) {
        return false;
    }

    /**
     * What is shown under a path of the service.
     *
     * @param path from the root of the host, encoded, without a query
     */
    default Credentials at(String path) {
        return this;
    }

    /** The same, but under a path with a door of its own, where these would be refused. */
    default Credentials but(String prefix, Credentials there) {
        Credentials elsewhere = this;
        return new Credentials() {
            @Override
            public String authorization() {
                return elsewhere.authorization();
            }

            @Override
            public boolean renew(String refused) {
                return elsewhere.renew(refused);
            }

            @Override
            public Credentials at(String path) {
                return path.startsWith(prefix) ? there : elsewhere.at(path);
            }
        };
    }

    /** A personal access token. */
    static Credentials bearer(Secret token) {
        return () -> "Bearer " + token.reveal();
    }

    /** A user's name and password. */
    static Credentials basic(String username, Secret password) {
        byte[] pair = (username + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
        String value = "Basic " + Base64.getEncoder().encodeToString(pair);
        return () -> value;
    }
}
