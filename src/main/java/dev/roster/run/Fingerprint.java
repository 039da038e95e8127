package dev.roster.run;

import dev.roster.settings.Connection;
import dev.roster.settings.Secret;
import dev.roster.settings.Target;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A digest of everything that a plan follows from besides Entra and the product: settings, routes, version. */
final class Fingerprint {

    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * The same as long as the same plan would be made. Left out are secrets, and what says when and how fast a plan is
     * carried out, or whether it waits.
     *
     * @param routes what they say, by file name
     */
    static String of(Connection connection, Map<String, String> routes, String version) {
        Fingerprint fingerprint = new Fingerprint();
        connection.targets().forEach(fingerprint::add);
        fingerprint.add(ofReading(connection, routes, version, false));
        return fingerprint.text();
    }

    /**
     * The same as long as what is read of groups is understood in the same way, whatever the rules choose among it.
     *
     * @param seesHidden whether groups show their hidden members
     */
    static String ofReading(Connection connection, Map<String, String> routes, String version, boolean seesHidden) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(connection.name());
        fingerprint.add(connection.entra().tenantId());
        fingerprint.add(connection.entra().graphUrl());
        fingerprint.add(connection.entra().read());
        fingerprint.add(routes);
        fingerprint.add(version);
        fingerprint.add(seesHidden);
        return fingerprint.text();
    }

    private void add(Target target) {
        add(List.of(target.name(), target.product(), target.url()));
        add(target.username());
        add(target.userManagement());
        add(target.defaultProjectLead());
        add(target.defaultComponentLead());
        add(target.scope());
        add(target.users());
        add(target.groups());
    }

    /** Sets and maps count in one order, whatever order they happen to have in this process. */
    private void add(@Nullable Object value) {
        if (value instanceof Record settings) {
            for (RecordComponent component : settings.getClass().getRecordComponents()) {
                text(component.getName());
                add(value(settings, component));
            }
        } else if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, item) -> sorted.put(String.valueOf(key), item));
            add(sorted.keySet().stream().toList());
            add(sorted.values().stream().toList());
        } else if (value instanceof Set<?> set) {
            Set<String> sorted = new TreeSet<>();
            set.forEach(item -> sorted.add(String.valueOf(item)));
            add(List.copyOf(sorted));
        } else if (value instanceof Collection<?> list) {
            text("list of " + list.size());
            list.forEach(this::add);
        } else if (!(value instanceof Secret)) {
            text(value instanceof Pattern pattern ? pattern + " " + pattern.flags() : String.valueOf(value));
        }
    }

    private static @Nullable Object value(Record settings, RecordComponent component) {
        try {
            return component.getAccessor().invoke(settings);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("settings are public records", e);
        }
    }

    /** With its length, so that no two values are taken for two others. */
    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private String text() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
