package dev.roster.run;

import dev.roster.settings.Target;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether a product may be written to, and which of its directories is, as far as it tells. */
final class CheckWriting {

    private static final String ADMINISTRATOR = "administrator";
    private static final String MODE = "writable";

    private static final String DIRECTORY = "directory";

    private CheckWriting() {}

    static Check administers(Target target) {
        return Check.ok(ADMINISTRATOR, target.name(), "the account may administer " + target.product());
    }

    static Check administratorUnknown(Target target) {
        return Check.warn(
                ADMINISTRATOR,
                target.name(),
                "there is no group confluence-administrators by which to tell",
                "See in Confluence's administration that the account has the permission to administer.");
    }

    /** @param readOnly whether the product says that it takes no changes now; null when it does not tell */
    static Check mode(Target target, @Nullable Boolean readOnly) {
        if (readOnly == null) {
            return Check.ok(MODE, target.name(), "this version does not tell whether it is in read-only mode");
        }
        return readOnly
                ? Check.fail(
                        MODE,
                        target.name(),
                        target.product() + " is in read-only mode and takes no changes",
                        "Wait until its maintenance is over, or end the read-only mode in its administration.")
                : Check.ok(MODE, target.name(), target.product() + " is not in read-only mode");
    }

    /** For Jira and Confluence, which have no interface for their directories. */
    static Check unknownDirectory(Target target) {
        return Check.ok(
                DIRECTORY,
                target.name(),
                "not told by " + target.product() + "; new accounts go into the first of its user directories, in their"
                        + " order, that it may write to, and a refused write becomes a dead letter");
    }

    /**
     * For Bitbucket, which shows the directory of each account.
     *
     * @param active the names of the active directories; null for a version that does not list them
     * @param seen those of some accounts, and whether it may be written to
     */
    static Check directory(Target target, @Nullable List<String> active, Map<String, Boolean> seen) {
        List<String> writable = seen.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
        String all = active == null || active.isEmpty() ? "" : "; active directories: " + String.join(", ", active);
        if (writable.isEmpty()) {
            return Check.fail(
                    DIRECTORY,
                    target.name(),
                    "no account on the first page may be changed, from " + names(seen) + all,
                    "Add an internal directory, or let Bitbucket write to the one it reads; the first one in the order of"
                            + " its administration that it may write to takes new accounts.");
        }
        if (writable.size() > 1 || active != null && active.size() > 1) {
            return Check.warn(
                    DIRECTORY,
                    target.name(),
                    "accounts may be changed in " + String.join(", ", writable) + all,
                    "New accounts go into the first directory, in the order of Bitbucket's administration, that it may"
                            + " write to. See that it is the one you mean.");
        }
        return Check.ok(DIRECTORY, target.name(), writable.get(0) + " is written");
    }

    private static String names(Map<String, Boolean> seen) {
        return seen.isEmpty()
                ? "a directory that is not told"
                : seen.keySet().stream().collect(Collectors.joining(", "));
    }
}
