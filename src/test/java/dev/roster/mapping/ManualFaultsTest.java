package dev.roster.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.directory.EntraGroup;
import dev.roster.settings.GroupRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManualFaultsTest {
    private static final String ID = "11111111-2222-3333-4444-555555555555";

    @Test
    void anEntryThatNamesOneGroupIsNoFault() {
        assertThat(faults(
                        new SampleGroupRules().entry("Dev", "dev").entry(ID, "ops"),
                        group("1", "Dev"),
                        group(ID, "Ops")))
                .isEmpty();
    }

    @Test
    void anEntryThatNamesNoGroupIsAFault() {
        assertThat(faults(new SampleGroupRules().entry("Dev", "Jira-Dev", "all").lower(), group("1", "Ops")))
                .containsExactly(new ManualFault(
                        "Dev", List.of(), List.of("jira-dev", "all"), "\"Dev\" names no group in Entra"));
    }

    @Test
    void anEntryThatNamesTwoGroupsIsAFaultHoweverTheyAreSpelled() {
        SampleGroupRules rules = new SampleGroupRules().entry("Café", "dev");
        assertThat(faults(rules, group("1", "Café"), group("2", "CAFE\u0301"), group("3", "café")))
                .containsExactly(new ManualFault(
                        "Café",
                        List.of("1", "2"),
                        List.of("dev"),
                        "\"Café\" names more than one group, as 1 and 2; write the id instead"));
    }

    @Test
    void aGroupShownTwiceIsOneGroup() {
        assertThat(faults(new SampleGroupRules().entry("Dev", "dev"), group("1", "Dev"), group("1", "Dev")))
                .isEmpty();
    }

    @Test
    void aGroupCalledByTheIdOfAnotherDoesNotMakeItTwo() {
        assertThat(faults(new SampleGroupRules().entry(ID, "dev"), group(ID, "Dev"), group("2", ID)))
                .isEmpty();
    }

    @Test
    void withoutManualMappingThereIsNoFault() {
        SampleGroupRules rules = new SampleGroupRules().entry("Dev", "dev").mapping(GroupRules.Mapping.ON_THE_FLY);
        assertThat(faults(rules)).isEmpty();
    }

    private static List<ManualFault> faults(SampleGroupRules rules, EntraGroup... groups) {
        ManualFaults faults = new ManualFaults(rules.rules());
        List.of(groups).forEach(faults::see);
        return faults.faults();
    }

    private static EntraGroup group(String id, String name) {
        return new EntraGroup(id, name, "security", false);
    }
}
