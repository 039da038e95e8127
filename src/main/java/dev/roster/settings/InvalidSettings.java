package dev.roster.settings;

import java.util.List;

/** The settings have faults; the start stops with all of them at once. */
public final class InvalidSettings extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Fault> faults;

    public InvalidSettings(List<Fault> faults) {
        super("the settings have " + faults.size() + " fault" + (faults.size() == 1 ? "" : "s"));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
