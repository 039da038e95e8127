package dev.roster.settings.loading;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes names safe for route ids and endpoint names. */
final class Slugs {
    private Slugs() {}

    /**
     * A slug for each name, {@code [a-z0-9-]+} and unique. It depends on the set of names alone, not on their order: a
     * name that is a slug already keeps it, of the others the first in the alphabet comes first.
     */
    static Map<String, String> of(Collection<String> names, String nameless) {
        Map<String, String> slugs = new HashMap<>();
        Set<String> taken = new HashSet<>();
        names.stream().filter(name -> name.equals(slug(name, nameless))).forEach(name -> {
            slugs.put(name, name);
            taken.add(name);
        });
        names.stream().filter(name -> !slugs.containsKey(name)).sorted().forEach(name -> {
            String free = free(slug(name, nameless), taken);
            slugs.put(name, free);
            taken.add(free);
        });
        return Map.copyOf(slugs);
    }

    private static String slug(String name, String nameless) {
        String slug = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return slug.isEmpty() ? nameless : slug;
    }

    private static String free(String slug, Set<String> taken) {
        String free = slug;
        for (int n = 2; taken.contains(free); n++) {
            free = slug + "-" + n;
        }
        return free;
    }
}
