package dev.roster.api;

import dev.roster.store.Actor;
import org.springframework.security.core.Authentication;

/**
 * Who sends a request.
 *
 * @param trigger how a run is marked that this request starts
 */
record Asker(String name, String trigger) {

    /** What a command of this machine has, which reaches the service with its local token. */
    private static final String COMMAND_LINE = "COMMAND_LINE";

    static Asker of(Authentication authentication) {
        boolean command = authentication.getAuthorities().stream()
                .anyMatch(authority -> COMMAND_LINE.equals(authority.getAuthority()));
        return new Asker(authentication.getName(), command ? "command-line" : "api");
    }

    Actor actor() {
        return new Actor(name, trigger);
    }
}
