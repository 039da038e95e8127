package dev.roster.keys;

import dev.roster.Scene;
import dev.roster.demo.product.JiraSimulator;
import dev.roster.demo.product.SimulatedAccount;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.store.RunRow;
import java.util.List;
import java.util.Objects;

/** What one target holds after some syncs, and what was decided for it. */
record Result(Scene scene, String target, JiraSimulator jira, RunRow run) {

    /** The names of all accounts but the administrator's. */
    String accounts() {
        return String.join(
                " ",
                jira.directory().accounts().stream()
                        .map(SimulatedAccount::name)
                        .filter(name -> !name.equals(SimulatedProduct.ADMIN))
                        .toList());
    }

    boolean has(String account) {
        return jira.directory().account(account).isPresent();
    }

    boolean active(String account) {
        return account(account).active();
    }

    SimulatedAccount account(String name) {
        return jira.directory().account(name).orElseThrow();
    }

    /** The names of all groups but those that Jira comes with. */
    String groups() {
        return String.join(
                " ",
                jira.directory().groups().stream()
                        .filter(name -> !name.startsWith("jira-"))
                        .toList());
    }

    List<String> members(String group) {
        return jira.directory().members(group);
    }

    /** Why something is as it is with a person or a group. */
    String reason(String about) {
        return Objects.requireNonNullElse(
                scene.decisions(target)
                        .getOrDefault(
                                about + "@example.com", scene.decisions(target).get(about)),
                "none");
    }

    /** Whether the run waits because of this target. */
    boolean waits() {
        return run.waitsFor() != null
                && (run.waitsFor().contains(target + ":") || run.waitsFor().contains("against " + target + ","));
    }
}
