package dev.roster.settings;

import java.util.Set;

/** A further user of the API and the console. */
public record Access(String name, Secret passwordHash, Set<Role> roles) {

    /** What a signed-in user may do; each role has what the ones before it have. */
    public enum Role {
        VIEWER,
        OPERATOR,
        APPROVER
    }
}
