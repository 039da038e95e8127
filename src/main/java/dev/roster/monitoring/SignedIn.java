package dev.roster.monitoring;

import dev.roster.settings.Access.Role;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** The user of the request at hand. */
final class SignedIn {

    private SignedIn() {}

    /** Whether somebody is signed in and has the role. */
    static boolean has(Role role) {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        return user != null
                && user.isAuthenticated()
                && user.getAuthorities().stream().anyMatch(a -> ("ROLE_" + role).equals(a.getAuthority()));
    }
}
