package dev.roster.settings.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is written for one key, on its way to a value. */
record Setting<T>(Reading reading, List<String> path, Entry entry, Key<T> key) {
    // A comma inside of brackets belongs to an expression such as a{1,3}.
    private static final String COMMA = ",(?![^{(\\[]*[})\\]])";

    String where() {
        return entry.where();
    }

    /** Whether nothing is written: an empty text, or a placeholder that stands for one. */
    boolean isBlank() {
        if (entry.texts().isEmpty()) {
            return true;
        }
        if (entry.list()) {
            return false;
        }
        try {
            return resolved(entry.texts().get(0)).value().isBlank();
        } catch (BadValue e) {
            return false;
        }
    }

    /** The value; null when it is not one, which is noted as a fault. */
    @Nullable
    T value() {
        List<Text> texts = texts();
        if (texts == null) {
            return null;
        }
        boolean empty =
                key.type().many() ? texts.isEmpty() : texts.get(0).value().isBlank();
        if (empty && !key.type().emptyAllowed()) {
            fault("is empty", emptyMend());
            return null;
        }
        return key.type().parse(texts, this::bad);
    }

    private String emptyMend() {
        return key.preset().isEmpty()
                ? "give it a value"
                : "give it a value, or remove the line: the default is " + key.preset();
    }

    private @Nullable List<Text> texts() {
        if (entry.texts().isEmpty()) {
            return key.type().many() ? List.of() : List.of(new Text("", ""));
        }
        List<Text> texts = new ArrayList<>();
        boolean all = true;
        for (String raw : entry.texts()) {
            try {
                texts.add(resolved(raw));
            } catch (BadValue e) {
                fault(e.problem(), e.mend());
                all = false;
            }
        }
        return all ? split(texts) : null;
    }

    private List<Text> split(List<Text> texts) {
        if (!key.type().many() || entry.list()) {
            return texts;
        }
        return texts.stream()
                .flatMap(text -> Stream.of(text.value().split(COMMA))
                        .filter(part -> !part.isBlank())
                        .map(part ->
                                new Text(text.raw().equals(text.value()) ? part.strip() : text.raw(), part.strip())))
                .toList();
    }

    private Text resolved(String raw) throws BadValue {
        return reading.placeholders().resolve(raw, key.type().secret());
    }

    private void bad(Text text, BadValue bad) {
        String subject = key.type().secret() ? "the value" : text.value().isBlank() ? "it" : text.shown();
        fault(subject + " " + bad.problem(), bad.mend());
    }

    private void fault(String problem, String mend) {
        reading.faults().add(path, entry.where(), problem, mend);
    }

    /** The value never appears by accident. */
    @Override
    public String toString() {
        return String.join(".", path);
    }
}
