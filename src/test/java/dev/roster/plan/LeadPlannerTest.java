package dev.roster.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.directory.Account;
import dev.roster.directory.Lead;
import dev.roster.directory.Operation;
import dev.roster.directory.OperationKind;
import dev.roster.directory.Reason;
import dev.roster.directory.Wave;
import dev.roster.plan.HandOver.Leaver;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadPlannerTest {

    private static final Lead WEB = project("WEB");
    private static final Lead SHOP = new Lead(Lead.Kind.COMPONENT, "10001", "WEB/Shop", "key-ann");

    private static Lead project(String key) {
        return new Lead(Lead.Kind.PROJECT, key, key, "key-ann");
    }

    private static Leaver ann(OperationKind kind, Lead... leads) {
        return new Leaver(42, kind, "ann", "p", "key-ann", List.of(leads));
    }

    private static Successor successor(String setting, String word) {
        return Successor.of(setting, word.equals("unset") ? null : "Boss", account(word), word.equals("leaves"));
    }

    private static @Nullable Account account(String word) {
        return word.equals("unset") || word.equals("missing")
                ? null
                : new Account("key-boss", "boss", "The Boss", null, !word.equals("inactive"), true);
    }

    private static LeadPlanner planner(String projects, String components) {
        return new LeadPlanner(
                7, successor("default-project-lead", projects), successor("default-component-lead", components));
    }

    @Test
    void whatALeaverLeadsGoesToTheDefaultLeadsAsTheProductSpellsThem() {
        HandOver handOver = planner("there", "there").decide(ann(OperationKind.DEACTIVATE_USER, WEB, SHOP));
        assertThat(handOver.heldBack()).isNull();
        assertThat(handOver.detail()).isNull();
        assertThat(handOver.operations())
                .containsExactly(
                        operation(
                                OperationKind.REASSIGN_PROJECT_LEAD,
                                "WEB",
                                Map.of("lead", "ann", "project", "WEB"),
                                Map.of("lead", "boss", "project", "WEB")),
                        operation(
                                OperationKind.REASSIGN_COMPONENT_LEAD,
                                "WEB/Shop",
                                Map.of("component", "10001", "lead", "ann"),
                                Map.of("component", "10001", "lead", "boss")));
    }

    private static Operation operation(
            OperationKind kind, String led, Map<String, String> was, Map<String, String> becomes) {
        return new Operation(
                0, 7, Wave.LEADS_HANDED_OVER, kind, "ann", led, "p", "key-ann", was, becomes, Reason.LEAD_LEAVES);
    }

    /** What is led, who would take over projects and components, and what comes of it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            deactivate-user | WEB          | there    | unset    | WEB          | -
            deactivate-user | WEB/Shop     | unset    | there    | WEB/Shop     | -
            deactivate-user | WEB/Shop     | inactive | there    | WEB/Shop     | -
            deactivate-user | WEB,WEB/Shop | there    | unset    | -            | no-default-lead
            deactivate-user | WEB,WEB/Shop | unset    | there    | -            | no-default-lead
            deactivate-user | WEB,WEB/Shop | missing  | inactive | -            | default-lead-missing
            deactivate-user | WEB,WEB/Shop | there    | inactive | -            | default-lead-inactive
            deactivate-user | WEB          | leaves   | there    | -            | default-lead-leaves
            delete-user     | WEB,WEB/Shop | there    | there    | WEB,WEB/Shop | -
            delete-user     | WEB,WEB/Shop | there    | unset    | WEB          | -
            delete-user     | WEB/Shop     | there    | unset    | -            | -
            delete-user     | WEB/Shop     | there    | missing  | -            | default-lead-missing
            delete-user     | WEB          | unset    | there    | -            | no-default-lead
            """)
    void aLeaverIsHeldBackWhereNobodyTakesOver(
            String kind,
            String led,
            String projects,
            String components,
            @Nullable String handedOver,
            @Nullable String heldBack) {
        Lead[] leads = Stream.of(led.split(","))
                .map(name -> name.equals("WEB") ? WEB : SHOP)
                .toArray(Lead[]::new);
        HandOver decided = planner(projects, components).decide(ann(OperationKind.of(kind), leads));
        assertThat(decided.leaving()).isEqualTo(42);
        assertThat(decided.heldBack()).isEqualTo(heldBack == null ? null : Reason.of(heldBack));
        assertThat(decided.operations())
                .extracting(Operation::group)
                .containsExactly(handedOver == null ? new String[0] : handedOver.split(","));
    }

    @Test
    void theDetailNamesWhatIsStuckAndTheSettingToMend() {
        HandOver one = planner("there", "unset").decide(ann(OperationKind.DEACTIVATE_USER, WEB, SHOP));
        assertThat(one.detail()).isEqualTo("leads WEB/Shop; see default-component-lead");
        Lead[] many = IntStream.range(0, 12).mapToObj(i -> project("P" + i)).toArray(Lead[]::new);
        HandOver more = planner("missing", "there").decide(ann(OperationKind.DEACTIVATE_USER, many));
        assertThat(more.detail())
                .isEqualTo("leads P0, P1, P2, P3, P4, P5, P6, P7, P8, P9 and 2 more; see default-project-lead");
    }

    @Test
    void aNameThatIsTooLongIsCutBetweenCharacters() {
        assertThat(project("x".repeat(300)).name()).hasSize(255);
        assertThat(project("x".repeat(254) + "😀😀").name()).isEqualTo("x".repeat(254));
        assertThat(project("x".repeat(300)).id()).hasSize(300);
    }
}
