package dev.roster.settings.loading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.settings.SettingTexts;
import dev.roster.settings.SettingTexts.SettingText;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingTextsTest {

    @TempDir
    Path folder;

    private Map<String, SettingText> texts(String more) {
        return SettingTexts.of(Given.yaml(folder, Given.LEAST + "---\n" + more).load());
    }

    @Test
    void eachSettingHasTheKeyByWhichItIsWritten() {
        Map<String, SettingText> texts = texts("""
                roster:
                  access: {jo: {password-hash: "{bcrypt}$2y$10$abcdefghijklmnopqrstuuJ5lHjRHm9m8PqGjVBcUAtz3yh2F8i3C", roles: [viewer]}}
                  notify: {webhook: "https://hook.example.com/x", mail: [a@example.com]}
                  connections:
                    acme:
                      groups: {manual: {Staff: [a, b]}, protected: [x]}
                      targets: {jira: {users: {create: false}, proxy: "http://p.example.com:1", user-management: {application: roster, password: s3cr3t}}}
                """);
        assertThat(texts.keySet())
                .allSatisfy(key -> assertThat(KeyTable.rows())
                        .as(key)
                        .anyMatch(row ->
                                key.matches(row.pattern().replace(".", "\\.").replace("*", "[^.]+"))));
        assertThat(texts)
                .containsEntry("connections.acme.groups.manual.Staff", new SettingText("a, b", false))
                .containsEntry("connections.acme.users.create", new SettingText("true", false))
                .containsEntry("connections.acme.users.rename", new SettingText("together", false))
                .containsEntry("connections.acme.targets.jira.users.create", new SettingText("false", false))
                .containsEntry("connections.acme.limits.leavers", new SettingText("5%", false))
                .containsEntry("connections.acme.targets.jira.token", new SettingText("t0k3n", true))
                .containsEntry(
                        "connections.acme.targets.jira.user-management.application", new SettingText("roster", false))
                .containsEntry(
                        "connections.acme.targets.jira.user-management.password", new SettingText("s3cr3t", true))
                .containsEntry("notify.webhook", new SettingText("https://hook.example.com/x", true));
        assertThat(texts).doesNotContainKey("connections.acme.targets.jira.users.update");
        assertThat(texts.get("access.jo.password-hash").secret()).isTrue();
    }

    @Test
    void aSecretDoesNotShowItself() {
        assertThat(texts("").toString()).doesNotContain("t0k3n").doesNotContain("s3cr3t");
    }
}
