package dev.roster.settings.loading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A part of the settings, from which values are read; what is not set in it is looked up in the part under it, so that
 * maps merge key by key while lists and single values replace.
 */
final class Section {
    private final Reading reading;
    private final List<String> path;
    private final @Nullable Section under;

    private Section(Reading reading, List<String> path, @Nullable Section under) {
        this.reading = reading;
        this.path = path;
        this.under = under;
    }

    static Section root(Reading reading) {
        return new Section(reading, List.of(), null);
    }

    Section child(String name) {
        return new Section(reading, extended(name), under == null ? null : under.child(name));
    }

    /** This part laid over another. */
    Section over(Section other) {
        return new Section(reading, path, other);
    }

    /** The chosen names in this part, those of the part under it first. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>(under == null ? Set.of() : under.names());
        names.addAll(reading.entries().below(path));
        return names;
    }

    /** The value; the default when none is set, or when what is set is no such value, which is then a fault. */
    <T> T get(Key<T> key) {
        Setting<T> setting = setting(key);
        T value = setting == null ? null : setting.value();
        return value == null ? reading.preset(key) : value;
    }

    /** The value, null when it is set to nothing, or when it is not set and has no default. */
    <T> @Nullable T find(Key<T> key) {
        Setting<T> setting = setting(key);
        if (setting == null) {
            return key.preset().isEmpty() ? null : reading.preset(key);
        }
        return setting.isBlank() ? null : setting.value();
    }

    /** The value, null when there is none, which is a fault. */
    <T> @Nullable T need(Key<T> key, String mend) {
        T value = find(key);
        if (value == null && !isGiven(key)) {
            fault(key, "is missing", mend);
        }
        return value;
    }

    /** The value of one chosen name. */
    <T> T named(String name, Key<T> each) {
        Setting<T> setting = settingAt(List.of(name), each);
        T value = setting == null ? null : setting.value();
        return value == null ? reading.preset(each) : value;
    }

    /** Whether something that is not blank is written for it, be it right or wrong. */
    boolean isGiven(Key<?> key) {
        Setting<?> setting = setting(key);
        return setting != null && !setting.isBlank();
    }

    /** Whether it is set here, rather than under this part. */
    boolean isSetHere(Key<?> key) {
        return reading.entries().at(extended(key.name().split("\\."))) != null;
    }

    void fault(Key<?> key, String problem, String mend) {
        Setting<?> setting = setting(key);
        if (setting == null) {
            reading.faults().add(extended(key.name().split("\\.")), null, problem, mend);
        } else {
            reading.faults().add(setting.path(), setting.where(), problem, mend);
        }
    }

    private <T> @Nullable Setting<T> setting(Key<T> key) {
        return settingAt(List.of(key.name().split("\\.")), key);
    }

    private <T> @Nullable Setting<T> settingAt(List<String> name, Key<T> key) {
        List<String> full = extended(name.toArray(String[]::new));
        Entry entry = reading.entries().at(full);
        if (entry != null) {
            return new Setting<>(reading, full, entry, key);
        }
        return under == null ? null : under.settingAt(name, key);
    }

    private List<String> extended(String... names) {
        List<String> extended = new ArrayList<>(path);
        extended.addAll(List.of(names));
        return List.copyOf(extended);
    }
}
