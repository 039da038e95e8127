package dev.roster.run;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a check looked at.
 *
 * @param target the target's name; null for Entra
 * @param status ok, warn or fail
 * @param fix what to do about it; null when there is nothing to do
 */
public record Check(
        String name,
        @Nullable String target,
        String status,
        String detail,
        @Nullable String fix) {

    static Check ok(String name, @Nullable String target, String detail) {
        return new Check(name, target, "ok", detail, null);
    }

    static Check warn(String name, @Nullable String target, String detail, String fix) {
        return new Check(name, target, "warn", detail, fix);
    }

    static Check fail(String name, @Nullable String target, String detail, @Nullable String fix) {
        return new Check(name, target, "fail", detail, fix);
    }
}
