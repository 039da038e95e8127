package dev.roster.plan;

import dev.roster.directory.GuardedPattern;
import dev.roster.directory.PatternGaveUp;
import dev.roster.directory.Reason;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The accounts of one target that nothing is done to, whatever the rules say. */
public final class Untouchable {

    private final List<GuardedPattern> protectedNames;
    private final String ownName;

    /** @param ownName the account that Roster signs in with */
    public Untouchable(List<Pattern> protectedNames, String ownName) {
        this.protectedNames = GuardedPattern.fullInAnyCase(protectedNames);
        this.ownName = ownName;
    }

    /** Null for an account that may be touched. */
    @Nullable
    Reason why(String username) {
        if (username.equalsIgnoreCase(ownName)) {
            return Reason.OWN_ACCOUNT;
        }
        return matchesAny(protectedNames, username) ? Reason.PROTECTED : null;
    }

    public boolean includes(String username) {
        return why(username) != null;
    }

    /** A pattern that cannot cope with a name protects it. */
    static boolean matchesAny(List<GuardedPattern> patterns, String name) {
        try {
            return GuardedPattern.firstMatching(patterns, name).isPresent();
        } catch (PatternGaveUp e) {
            return true;
        }
    }
}
