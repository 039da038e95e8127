package dev.roster.entra;

import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The application permissions that a token carries. Only to tell an administrator which ones are missing: the token is
 * not validated, which is Graph's to do, and Graph alone decides.
 */
public final class TokenRoles {

    private TokenRoles() {}

    /**
     * The {@code roles} of the token; none when no permission was granted, which Entra does not treat as an error.
     *
     * @return empty when the token cannot be read, which says nothing about permissions
     */
    public static Optional<Set<String>> of(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            JsonNode claims =
                    JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(parts[1]));
            return claims.isObject() ? Optional.of(roles(claims.path("roles"))) : Optional.empty();
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }

    private static Set<String> roles(JsonNode list) {
        Set<String> roles = new TreeSet<>();
        list.forEach(role -> roles.add(role.asString("")));
        return Set.copyOf(roles);
    }
}
