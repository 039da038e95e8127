package dev.roster.keys;

import dev.roster.demo.product.DirectorySeed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A key that a connection has, and that each of its targets can have for itself.
 *
 * @param key below the connection
 * @param value other than the default
 * @param back what takes a target back to the default
 * @param syncs how often Roster syncs before somebody looks; the tenant changes in between
 * @param others further settings that the key shows its effect with; null takes one away
 * @param seed what the products hold beforehand
 * @param look what of a target shows the effect
 * @param byDefault what it shows while the key is not set
 * @param then what it shows with the value
 */
record Rule(
        String key,
        String value,
        String back,
        int syncs,
        Map<String, @Nullable String> others,
        Consumer<DirectorySeed> seed,
        Function<Result, Object> look,
        Object byDefault,
        Object then) {

    /** The products hold nothing of note beforehand. */
    static final Consumer<DirectorySeed> NOTHING = seed -> {};

    static Rule of(String key, String value, String back) {
        return new Rule(key, value, back, 1, Map.of(), NOTHING, result -> "", "", "");
    }

    Rule after(int times) {
        return new Rule(key, value, back, times, others, seed, look, byDefault, then);
    }

    Rule with(String other, @Nullable String setting) {
        Map<String, @Nullable String> more = new LinkedHashMap<>(others);
        more.put(other, setting);
        return new Rule(key, value, back, syncs, more, seed, look, byDefault, then);
    }

    Rule given(Consumer<DirectorySeed> seeds) {
        return new Rule(key, value, back, syncs, others, seeds, look, byDefault, then);
    }

    Rule shows(Function<Result, Object> part, Object preset, Object effect) {
        return new Rule(key, value, back, syncs, others, seed, part, preset, effect);
    }

    @Override
    public String toString() {
        return key;
    }
}
