package dev.roster.demo.product;

import dev.roster.demo.SimulatedRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The tokens and passwords that a product knows. */
final class Credentials {

    private final SimulatedDirectory directory;
    private final Map<String, String> userByToken = new ConcurrentHashMap<>();
    private final Map<String, String> passwordByUser = new ConcurrentHashMap<>();

    Credentials(SimulatedDirectory directory) {
        this.directory = directory;
    }

    void token(String token, String user) {
        userByToken.put(token, user);
    }

    void password(String user, String password) {
        passwordByUser.put(Named.fold(user), password);
    }

    static boolean given(SimulatedRequest request) {
        return request.header("authorization") != null;
    }

    static boolean basic(SimulatedRequest request) {
        return startsWith(Objects.requireNonNullElse(request.header("authorization"), ""), "Basic ");
    }

    /** Empty when the credentials are wrong, or their account is gone or inactive. */
    Optional<Caller> caller(SimulatedRequest request) {
        String header = Objects.requireNonNullElse(request.header("authorization"), "");
        if (startsWith(header, "Bearer ")) {
            return byToken(header.substring("Bearer ".length()).trim(), null);
        }
        return startsWith(header, "Basic ") ? byPassword(header.substring("Basic ".length())) : Optional.empty();
    }

    private Optional<Caller> byPassword(String encoded) {
        String[] parts = decode(encoded.trim()).split(":", 2);
        if (parts.length < 2) {
            return Optional.empty();
        }
        if (parts[1].equals(passwordByUser.get(Named.fold(parts[0])))) {
            return active(parts[0], false);
        }
        // A token may stand in the place of the password.
        return byToken(parts[1], parts[0]);
    }

    private Optional<Caller> byToken(String token, @Nullable String claimed) {
        String user = userByToken.get(token);
        if (user == null || (claimed != null && !Named.fold(claimed).equals(Named.fold(user)))) {
            return Optional.empty();
        }
        return active(user, true);
    }

    private Optional<Caller> active(String user, boolean token) {
        return directory.account(user).filter(SimulatedAccount::active).map(account -> new Caller(account, token));
    }

    private static String decode(String encoded) {
        try {
            return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static boolean startsWith(String header, String scheme) {
        return header.regionMatches(true, 0, scheme, 0, scheme.length());
    }
}
