package dev.roster.store;

import org.jspecify.annotations.Nullable;

/**
 * Something to be put on record.
 *
 * @param connection its name; null when it is about all of them
 * @param target its name; null when it is about none in particular
 * @param run the run that was decided about; null for none
 * @param subject what else it is about: a dead letter's operation, a setting's key
 * @param before what was before; null where nothing was, or where it is secret
 * @param after what is since then
 * @param reason what whoever decided gave as reason
 */
public record AuditEntry(
        Action action,
        @Nullable String connection,
        @Nullable String target,
        @Nullable Long run,
        @Nullable String subject,
        @Nullable String before,
        @Nullable String after,
        @Nullable String reason) {

    /** A reason is no longer than this. */
    public static final int LONGEST_REASON = 1000;

    /** What can be put on record. */
    public enum Action {
        APPROVE("approve"),
        REJECT("reject"),
        STOP("stop"),
        RETRY("retry"),
        DISCARD("discard"),
        CHANGE_SETTING("change-setting");

        private final String word;

        Action(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** A decision about a run. */
    public static AuditEntry about(Action action, RunRow run) {
        return new AuditEntry(action, run.connection(), null, run.id(), null, null, null, null);
    }

    /** A decision about a dead letter. */
    public static AuditEntry about(Action action, DeadLetters.DeadLetter letter, @Nullable String reason) {
        String subject = letter.kind() + of(letter.user()) + of(letter.group());
        return new AuditEntry(action, letter.connection(), letter.target(), letter.run(), subject, null, null, reason);
    }

    private static String of(@Nullable String name) {
        return name == null ? "" : " " + name;
    }

    /** A setting that is another one since the last start. */
    public static AuditEntry changed(
            String setting, @Nullable String connection, @Nullable String before, @Nullable String after) {
        return new AuditEntry(Action.CHANGE_SETTING, connection, null, null, setting, before, after, null);
    }
}
