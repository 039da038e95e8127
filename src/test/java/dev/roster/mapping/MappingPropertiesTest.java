package dev.roster.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.directory.Characters;
import dev.roster.directory.EntraGroup;
import dev.roster.directory.HostileTexts;
import dev.roster.directory.NameRule;
import dev.roster.directory.Names;
import dev.roster.directory.Person;
import dev.roster.directory.SampleNameRules;
import dev.roster.settings.GroupRules;
import dev.roster.settings.NameCase;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for every person and every group, however they are called. */
class MappingPropertiesTest {
    private static final int ROUNDS = 5_000;
    private static final List<NameRule> USERNAMES =
            List.of(SampleNameRules.JIRA_USER, SampleNameRules.CONFLUENCE_USER, SampleNameRules.BITBUCKET_USER);

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    @Test
    void whatIsWantedCanBeHeldAndStored() {
        for (int i = 0; i < ROUNDS; i++) {
            NameRule rule = USERNAMES.get(random.nextInt(USERNAMES.size()));
            Person person = person();
            WantedAccount account = mapping(rule).map(person);
            assertThat(account.username() == null
                            || rule.refusal(account.username()).isEmpty())
                    .as("seed %d, %s", seed, account)
                    .isTrue();
            assertThat(account.toString()).as("seed %d", seed).doesNotContain("\0", "\n", "\u202E");
            assertThat(account.detail() == null ? "" : account.detail())
                    .as("seed %d", seed)
                    .hasSizeLessThan(600)
                    .matches(d -> d.codePoints().noneMatch(Characters::hidden));
        }
    }

    @Test
    void mappingTwiceGivesTheSame() {
        AccountMapping once = mapping(SampleNameRules.JIRA_USER);
        AccountMapping again = mapping(SampleNameRules.JIRA_USER);
        for (int i = 0; i < ROUNDS; i++) {
            Person person = person();
            WantedAccount first = once.map(person);
            assertThat(once.map(person)).as("seed %d", seed).isEqualTo(first);
            assertThat(again.map(person)).as("seed %d", seed).isEqualTo(first);
        }
    }

    @Test
    void aUsernameMappedOnceMoreStaysAsItIs() {
        Rewriting rewriting = new Rewriting("key", null, "", NameCase.LOWER);
        for (int i = 0; i < ROUNDS; i++) {
            String name = rewriting.apply(HostileTexts.next(random));
            assertThat(rewriting.apply(name)).as("seed %d", seed).isEqualTo(name);
            assertThat(name).as("seed %d", seed).isEqualTo(name.toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void noCharacterIsLeftInUpperCaseThatHasALowerOne() {
        Rewriting rewriting = new Rewriting("key", null, "", NameCase.LOWER);
        assertThat(IntStream.rangeClosed(0, 0x10FFFF)
                        .mapToObj(Character::toString)
                        .map(rewriting::apply)
                        .filter(name ->
                                !name.equals(name.toLowerCase(Locale.ROOT)) || !name.equals(rewriting.apply(name))))
                .isEmpty();
    }

    @Test
    void theLanguageOfTheMachineDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            Person person = new Person("1", null, true, false, Map.of("mailNickname", "ISIL", "mail", "i@x"));
            assertThat(mapping(SampleNameRules.JIRA_USER).map(person).username())
                    .isEqualTo("isil");
            GroupRules rules = new SampleGroupRules()
                    .kinds(GroupRules.Kind.DISTRIBUTION)
                    .lower()
                    .rules();
            assertThat(new GroupMapping(rules, SampleNameRules.JIRA_GROUP)
                            .map(new EntraGroup("1", "IT", "distribution", false)))
                    .containsExactly(new MappedGroup("1", "it", null, null));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void everyMappedGroupHasANameThatCanBeStored() {
        GroupMapping mapping = new GroupMapping(new SampleGroupRules().rules(), SampleNameRules.JIRA_GROUP);
        for (int i = 0; i < ROUNDS; i++) {
            EntraGroup group = new EntraGroup("g", HostileTexts.next(random), "security", false);
            List<MappedGroup> mapped = mapping.map(group);
            assertThat(mapped).as("seed %d", seed).hasSize(1).isEqualTo(mapping.map(group));
            assertThat(mapped.get(0).name())
                    .as("seed %d", seed)
                    .isNotBlank()
                    .matches(name -> name.codePoints().noneMatch(Characters::hidden))
                    .matches(name -> Names.key(name).length() <= 255);
        }
    }

    private static AccountMapping mapping(NameRule rule) {
        return new AccountMapping(
                new SampleUserRules().replacing("(.*)@.*", "$1").rules(),
                SampleUserRules.excluding("svc-.*"),
                rule,
                SampleNameRules.CONFLUENCE_DISPLAY);
    }

    private Person person() {
        Map<String, String> attributes = Map.of(
                "onPremisesSamAccountName", HostileTexts.next(random),
                "mailNickname", HostileTexts.next(random),
                "displayName", HostileTexts.next(random),
                "mail", HostileTexts.next(random),
                "userPrincipalName", HostileTexts.next(random) + "@example.com");
        return new Person("id", null, random.nextBoolean(), random.nextBoolean(), attributes);
    }
}
