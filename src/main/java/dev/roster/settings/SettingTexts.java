package dev.roster.settings;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The settings in effect one by one, under the keys by which they are written. */
public final class SettingTexts {

    /** Where a record's name and its key differ; empty where the record adds nothing to the key. */
    private static final Map<String, String> KEYS = Map.of(
            "notifications", "notify",
            "retentionDays", "retention",
            "transport", "",
            "protectedAccounts", "protected",
            "protectedGroups", "protected",
            "defaultGroupsForAll", "default-groups.all-users",
            "defaultGroupsForNew", "default-groups.new-users");

    private static final Set<String> NO_SETTING = Set.of("id", "name", "connection");

    private final Map<String, SettingText> texts = new TreeMap<>();

    private SettingTexts() {}

    /**
     * One setting.
     *
     * @param text a secret in clear, which is to go no further than a hash
     */
    public record SettingText(String text, boolean secret) {
        @Override
        public String toString() {
            return secret ? "***" : text;
        }
    }

    /** By key, below {@code roster}. What a target has from its connection is there once, with the connection. */
    public static Map<String, SettingText> of(Settings settings) {
        SettingTexts all = new SettingTexts();
        all.parts("", settings);
        for (Connection connection : settings.connections()) {
            connection.targets().forEach(target -> all.leaveInherited("connections." + connection.name(), target));
        }
        return all.texts;
    }

    private void leaveInherited(String connection, Target target) {
        String prefix = connection + ".targets." + target.name();
        texts.entrySet()
                .removeIf(entry -> entry.getKey().startsWith(prefix + ".")
                        && entry.getValue()
                                .equals(texts.get(connection + entry.getKey().substring(prefix.length()))));
    }

    private void add(String key, @Nullable Object value) {
        if (value instanceof Secret secret) {
            texts.put(key, new SettingText(secret.reveal(), true));
        } else if (value instanceof Record parts && !(value instanceof Limit)) {
            parts(key, parts);
        } else if (value instanceof Map<?, ?> entries) {
            entries.forEach((name, entry) -> add(key + "." + name, entry));
        } else if (value instanceof Collection<?> items && items.stream().anyMatch(Record.class::isInstance)) {
            items.forEach(item -> add(key + "." + name((Record) item), item));
        } else if (value != null) {
            texts.put(key, new SettingText(text(value), key.equals("notify.webhook")));
        }
    }

    private void parts(String key, Record parts) {
        for (RecordComponent part : parts.getClass().getRecordComponents()) {
            if (!NO_SETTING.contains(part.getName())) {
                String word = KEYS.getOrDefault(part.getName(), kebab(part.getName()));
                String below =
                        Stream.of(key, word).filter(each -> !each.isEmpty()).collect(Collectors.joining("."));
                add(below, value(part, parts));
            }
        }
    }

    private static String name(Record item) {
        return Stream.of(item.getClass().getRecordComponents())
                .filter(part -> part.getName().equals("name"))
                .map(part -> String.valueOf(value(part, item)))
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable Object value(RecordComponent part, Record of) {
        try {
            return part.getAccessor().invoke(of);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Object value) {
        if (value instanceof Enum<?> word) {
            return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        if (value instanceof Set<?> words) {
            return words.stream().map(SettingTexts::text).sorted().collect(Collectors.joining(", "));
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(SettingTexts::text).collect(Collectors.joining(", "));
        }
        return Objects.toString(value);
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
