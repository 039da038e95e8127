package dev.roster.explanation;

import dev.roster.directory.Person;
import dev.roster.directory.Reason;
import dev.roster.explanation.Step.Value;
import dev.roster.mapping.AccountMapping;
import dev.roster.plan.Candidate;
import dev.roster.settings.UserRules;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What Entra holds of the person. */
final class ImportStep {

    private static final String NAME = "import";

    private ImportStep() {}

    static Step of(Facts facts) {
        Findings findings = facts.findings();
        Person person = findings.person();
        if (person != null) {
            return found(person, facts.target().settings().users());
        }
        return findings.live() ? gone(findings.deletedAt()) : remembered(facts);
    }

    private static Step found(Person person, UserRules rules) {
        String type = person.guest() ? "a guest" : "no guest";
        List<Value> values = values(person, rules);
        return person.enabled()
                ? Step.of(NAME, "found", null, "in Entra now: enabled, " + type, values)
                : Step.of(NAME, "disabled", Reason.DISABLED, "in Entra now: disabled, " + type, values);
    }

    private static Step gone(@Nullable String deletedAt) {
        return deletedAt == null
                ? Step.of(NAME, "gone", Reason.DELETED, "Entra does not show this person any more", List.of())
                : Step.of(
                        NAME,
                        "deleted",
                        Reason.DELETED,
                        "deleted in Entra, and can still be restored there",
                        List.of(Value.plain("deletedDateTime", deletedAt)));
    }

    private static Step remembered(Facts facts) {
        String why = "Entra cannot be read now (" + facts.findings().fault() + "); as the last run read it: ";
        Candidate candidate = facts.candidate();
        if (facts.gone() || candidate == null) {
            return Step.of(NAME, "remembered", Reason.DELETED, why + "not there", List.of());
        }
        Reason reason = candidate.enabled() ? null : Reason.DISABLED;
        return Step.of(NAME, "remembered", reason, why + (candidate.enabled() ? "enabled" : "disabled"), List.of());
    }

    /** The attributes that the rules look at. */
    private static List<Value> values(Person person, UserRules rules) {
        List<Value> values = new ArrayList<>();
        values.add(Value.plain("accountEnabled", String.valueOf(person.enabled())));
        TreeSet<String> names = new TreeSet<>(AccountMapping.attributes(rules));
        names.add("userPrincipalName");
        names.add("userType");
        for (String name : names) {
            String fallback =
                    name.equals("userPrincipalName") && person.principalName() != null ? person.principalName() : "";
            String value = person.attributes().getOrDefault(name, fallback);
            values.add(Value.plain(name, value.isEmpty() ? "(empty)" : value));
        }
        return values;
    }
}
