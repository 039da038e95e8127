package dev.roster.plan;

import dev.roster.directory.Names;

/**
 * A rename of a plan.
 *
 * @param operation its number
 * @param from the name that the account has when its turn comes
 * @param former the name that it had before the plan; differs when it has stepped aside meanwhile
 */
public record Rename(long operation, String personId, String from, String to, String former) {

    /** What an account is called while it stands aside; no other name holds a person's id. */
    public static String aside(String personId) {
        return "moving-" + personId;
    }

    boolean isSecondStep() {
        return !from.equals(former);
    }

    String key() {
        return Names.key(from);
    }

    public String newKey() {
        return Names.key(to);
    }

    String formerKey() {
        return Names.key(former);
    }
}
