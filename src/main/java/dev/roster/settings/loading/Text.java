package dev.roster.settings.loading;

import dev.roster.settings.Secret;

/**
 * One value before it has a type.
 *
 * @param raw as written, placeholders and all
 * @param value with placeholders resolved
 */
record Text(String raw, String value) {
    private static final int LONGEST_SHOWN = 80;

    /**
     * How a fault may show it: as written, because what a placeholder stands for can be a secret that is in the wrong
     * place.
     */
    String shown() {
        String line = Plain.line(raw);
        return line.length() <= LONGEST_SHOWN ? "'" + line + "'" : "'" + line.substring(0, LONGEST_SHOWN) + "…'";
    }

    Secret secret() {
        return new Secret(value);
    }

    /** The value never appears by accident. */
    @Override
    public String toString() {
        return "***";
    }
}
