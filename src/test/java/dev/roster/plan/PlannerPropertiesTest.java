package dev.roster.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.directory.HostileTexts;
import dev.roster.directory.Operation;
import dev.roster.directory.OperationKind;
import dev.roster.directory.TargetGroup;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds for every plan, whatever the rules, the directory and the product come up with. */
class PlannerPropertiesTest {

    private static final int CASES = 20_000;
    private static final Set<OperationKind> DELETIONS = Set.of(OperationKind.DELETE_USER, OperationKind.DELETE_GROUP);

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    private void always(Property property) {
        for (int i = 0; i < CASES; i++) {
            SampleRules rules = GeneratedCases.rules(random);
            Candidate person = GeneratedCases.person(random);
            AccountDecision decision = rules.accounts().decide(person);
            assertThat(property.holds(rules, person, decision))
                    .as("seed %d, case %d: %s gives %s", seed, i, person, decision)
                    .isTrue();
        }
    }

    @FunctionalInterface
    private interface Property {
        boolean holds(SampleRules rules, Candidate person, AccountDecision decision);
    }

    @Test
    void nothingIsDoneToTheOwnAccountOrToAProtectedOne() {
        always((rules, person, decision) -> decision.operations().stream()
                .noneMatch(o -> isUntouchable(rules, o.user()) || isUntouchable(rules, o.value("name"))));
    }

    @Test
    void noMembershipOfTheOwnAccountOrOfAProtectedOneChanges() {
        always((rules, person, decision) ->
                decision.joins() == Joins.FROZEN || !isUntouchable(rules, decision.accountName()));
    }

    private static boolean isUntouchable(SampleRules rules, @Nullable String name) {
        String lower = name == null ? "" : name.toLowerCase(Locale.ROOT);
        return lower.equals(SampleRules.OWN_ACCOUNT) || lower.startsWith("svc-") && !rules.protectedNames.isEmpty();
    }

    @Test
    void onlyAnAccountThatRosterCreatedIsDeleted() {
        always((rules, person, decision) ->
                decision.operations().stream().noneMatch(o -> o.kind() == OperationKind.DELETE_USER)
                        || person.owned() != null && person.owned().created());
    }

    @Test
    void whoseMembershipsAreLeftIsNotCreatedOrTakenOver() {
        always((rules, person, decision) -> decision.joins() != Joins.FROZEN
                || decision.adopts() == null
                        && decision.operations().stream().noneMatch(o -> o.kind() == OperationKind.CREATE_USER));
    }

    @Test
    void everyOperationHasAReasonThatIsNoExcuseAndGoesToThisTarget() {
        always((rules, person, decision) -> decision.operations().stream()
                .allMatch(o -> o.reason() != null
                        && o.target() == SampleRules.TARGET
                        && o.user() != null
                        && person.personId().equals(o.personId())));
    }

    @Test
    void theSameInputGivesTheSameDecision() {
        always((rules, person, decision) -> rules.accounts().decide(person).equals(decision));
    }

    @Test
    void nobodyIsCreatedTwiceAndACreationIsAllThatHappens() {
        always((rules, person, decision) ->
                decision.operations().stream().noneMatch(o -> o.kind() == OperationKind.CREATE_USER)
                        || decision.operations().size() == 1);
    }

    @Test
    void anAccountThatIsThereIsNeverCreated() {
        always((rules, person, decision) ->
                decision.operations().stream().noneMatch(o -> o.kind() == OperationKind.CREATE_USER)
                        || person.namesake() == null && person.enabled() && person.inScope());
    }

    @Test
    void onlySomebodySelectedAndEnabledJoins() {
        always((rules, person, decision) -> decision.joins() != Joins.JOINS
                || person.enabled() && person.inScope() && person.verdict() == null && !person.clashes());
    }

    @Test
    void eachKindOfOperationComesAtMostOnce() {
        always((rules, person, decision) ->
                decision.operations().stream().map(Operation::kind).distinct().count()
                        == decision.operations().size());
    }

    @Test
    void noGroupThatIsProtectedOrAdministersOrWasJoinedIsDeleted() {
        for (int i = 0; i < CASES; i++) {
            SampleRules rules = GeneratedCases.rules(random);
            GroupCandidate group = GeneratedCases.group(random);
            GroupDecision decision = rules.groups().decide(group);
            String told = "seed %d, case %d: %s gives %s".formatted(seed, i, group, decision);
            assertThat(rules.groups().decide(group)).as(told).isEqualTo(decision);
            assertThat(decision.operations())
                    .as(told)
                    .hasSizeLessThanOrEqualTo(1)
                    .allMatch(o -> o.reason() != null);
            if (decision.operations().stream().anyMatch(o -> DELETIONS.contains(o.kind()))) {
                TargetGroup there = group.group();
                assertThat(there != null && !there.administrators()).as(told).isTrue();
                assertThat(group.created() && !group.inEntra() && group.sources() == 0)
                        .as(told)
                        .isTrue();
            }
            if (isUntouchable(rules, group.name()) && !group.name().equalsIgnoreCase(SampleRules.OWN_ACCOUNT)) {
                assertThat(decision.operations()).as(told).isEmpty();
                assertThat(decision.fills()).as(told).isFalse();
            }
        }
    }

    @Test
    void noNameThatSomebodyChoosesMakesThePlannerFail() {
        for (int i = 0; i < CASES; i++) {
            String name = HostileTexts.next(random);
            SamplePerson person = SamplePerson.ann().called(name);
            Candidate candidate =
                    (random.nextBoolean() ? person.owning(SamplePerson.account(name + "x")) : person).candidate();
            List<Operation> operations =
                    GeneratedCases.rules(random).accounts().decide(candidate).operations();
            assertThat(operations).as("seed %d, case %d", seed, i).isNotNull();
        }
    }
}
