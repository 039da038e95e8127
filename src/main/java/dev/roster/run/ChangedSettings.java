package dev.roster.run;

import dev.roster.settings.SettingTexts;
import dev.roster.settings.SettingTexts.SettingText;
import dev.roster.settings.Settings;
import dev.roster.store.Actor;
import dev.roster.store.AuditEntry;
import dev.roster.store.AuditTrail;
import dev.roster.store.KnownSettings;
import dev.roster.store.KnownSettings.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts on record which settings are others than at the last start of the service. The very first start only notes them. */
@Component
@ConditionalOnWebApplication
public class ChangedSettings {

    private static final int LONGEST = 4000;
    private static final int SHOWN = 3900;

    private final Settings settings;
    private final KnownSettings known;
    private final AuditTrail audit;
    private final SecretPrint prints = new SecretPrint();

    ChangedSettings(Settings settings, KnownSettings known, AuditTrail audit) {
        this.settings = settings;
        this.known = known;
        this.audit = audit;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void note() {
        Map<String, SettingText> now = SettingTexts.of(settings);
        Map<String, Known> before = known.all();
        List<Known> kept = new ArrayList<>();
        List<AuditEntry> changes = new ArrayList<>();
        for (Map.Entry<String, SettingText> setting : now.entrySet()) {
            Known old = before.get(setting.getKey());
            if (old == null || !same(old, setting.getValue())) {
                kept.add(known(setting.getKey(), setting.getValue()));
                changes.add(change(setting.getKey(), old, setting.getValue()));
            }
        }
        TreeSet<String> gone = new TreeSet<>(before.keySet());
        gone.removeAll(now.keySet());
        gone.forEach(key -> changes.add(change(key, before.get(key), null)));
        known.keep(kept);
        known.forget(gone);
        if (!before.isEmpty()) {
            audit.add(new Actor(System.getProperty("user.name"), "start"), changes);
        }
    }

    private boolean same(Known old, SettingText now) {
        return old.secret() == now.secret()
                && (now.secret()
                        ? prints.isOf(old.content(), now.text())
                        : old.content().equals(fitting(now.text())));
    }

    private Known known(String key, SettingText setting) {
        return new Known(key, setting.secret() ? prints.of(setting.text()) : fitting(setting.text()), setting.secret());
    }

    /** A list of any length fits, and still differs from another one. */
    private static String fitting(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, SHOWN) + "… " + SecretPrint.digest(text);
    }

    private AuditEntry change(String key, @Nullable Known old, @Nullable SettingText now) {
        boolean secret = old != null && old.secret() || now != null && now.secret();
        return AuditEntry.changed(
                "roster." + key,
                settings.connections().stream()
                        .map(connection -> connection.name())
                        .filter(name -> key.startsWith("connections." + name + "."))
                        .findFirst()
                        .orElse(null),
                secret || old == null ? null : old.content(),
                secret ? word(old, now) : now == null ? null : fitting(now.text()));
    }

    private static String word(@Nullable Known old, @Nullable SettingText now) {
        return old == null ? "set" : now == null ? "removed" : "changed";
    }
}
