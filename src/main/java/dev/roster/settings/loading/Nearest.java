package dev.roster.settings.loading;

import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** What somebody may have meant. */
final class Nearest {
    private Nearest() {}

    /** The candidate with the fewest letters different from the word; null when none is near. */
    static @Nullable String to(String word, Collection<String> candidates) {
        String wanted = Plain.uniform(word);
        int most = Math.max(1, Math.min(wanted.length() / 3 + 1, 4));
        return candidates.stream()
                .filter(candidate -> distance(wanted, Plain.uniform(candidate)) <= most)
                .min(Comparator.comparingInt(candidate -> distance(wanted, Plain.uniform(candidate))))
                .orElse(null);
    }

    /** Insertions, deletions and replacements that lead from one to the other. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
