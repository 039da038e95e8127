package dev.roster.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class NameRuleTest {
    private static final List<NameRule> ALL = List.of(
            SampleNameRules.JIRA_USER,
            SampleNameRules.JIRA_GROUP,
            SampleNameRules.CONFLUENCE_USER,
            SampleNameRules.CONFLUENCE_GROUP,
            SampleNameRules.BITBUCKET_USER,
            SampleNameRules.BITBUCKET_GROUP);

    private record Case(NameRule rule, String name, String refusal) {}

    @TestFactory
    Stream<DynamicTest> eachProductRefusesWhatItCannotHold() {
        NameRule jira = SampleNameRules.JIRA_USER;
        NameRule confluence = SampleNameRules.CONFLUENCE_USER;
        NameRule bitbucket = SampleNameRules.BITBUCKET_USER;
        return Stream.of(
                        new Case(jira, "o'brien+test@example.com", ""),
                        new Case(jira, "a".repeat(255), ""),
                        new Case(jira, "a<b", "\"a<b\" contains <"),
                        new Case(jira, "a&b", "\"a&b\" contains &"),
                        new Case(jira, "Anna", "\"Anna\" contains upper case: A"),
                        new Case(jira, "anna 𝐀", "\"anna 𝐀\" contains upper case: 𝐀"),
                        new Case(jira, "ǅ", "\"ǅ\" contains upper case: ǅ"),
                        new Case(SampleNameRules.JIRA_GROUP, "Jira Users & <friends>", ""),
                        new Case(SampleNameRules.JIRA_GROUP, "../../admin", ""),
                        new Case(confluence, "anna.b_c-d@example.com", ""),
                        new Case(confluence, "o'brien", "\"o'brien\" contains '"),
                        new Case(confluence, "anna+test", "\"anna+test\" contains +"),
                        new Case(confluence, "a,b", "\"a,b\" contains ,"),
                        new Case(confluence, "a\\b", "\"a\\b\" contains \\"),
                        new Case(confluence, "a\"b", "\"a\"b\" contains \""),
                        new Case(confluence, "a b", "\"a b\" contains white space (U+0020)"),
                        new Case(confluence, "a\u3000b", "\"a\u3000b\" contains white space (U+3000)"),
                        new Case(confluence, "a/b", "\"a/b\" contains /"),
                        new Case(confluence, "aBc", "\"aBc\" contains upper case: B"),
                        new Case(confluence, "anonymous", "\"anonymous\" is a name that nobody may have"),
                        new Case(confluence, "Anonymous", "\"Anonymous\" is a name that nobody may have"),
                        new Case(SampleNameRules.CONFLUENCE_GROUP, "site reliability", ""),
                        new Case(SampleNameRules.CONFLUENCE_GROUP, "a/b", "\"a/b\" contains /"),
                        new Case(SampleNameRules.CONFLUENCE_GROUP, "Dev", "\"Dev\" contains upper case: D"),
                        new Case(bitbucket, "Anna <&> + '", ""),
                        new Case(bitbucket, "a".repeat(127), ""),
                        new Case(bitbucket, "a/b", "\"a/b\" contains /"),
                        new Case(bitbucket, "a\\b", "\"a\\b\" contains \\"),
                        new Case(SampleNameRules.BITBUCKET_GROUP, "a/b", ""))
                .map(c -> DynamicTest.dynamicTest(
                        c.toString(),
                        () -> assertThat(c.rule().refusal(c.name()).orElse("")).isEqualTo(c.refusal())));
    }

    @TestFactory
    Stream<DynamicTest> everyProductRefusesWhatNobodyCanReadOrAddress() {
        return Stream.of(
                        new Case(SampleNameRules.JIRA_GROUP, "", "the name is empty"),
                        new Case(SampleNameRules.JIRA_GROUP, "   ", "begins or ends with white space"),
                        new Case(SampleNameRules.JIRA_GROUP, " anna", "\"U+0020anna\" begins or ends with white space"),
                        new Case(SampleNameRules.JIRA_GROUP, "anna\u00A0", "\"annaU+00A0\" begins or ends"),
                        new Case(SampleNameRules.JIRA_GROUP, "anna\n", "begins or ends with white space"),
                        new Case(
                                SampleNameRules.JIRA_GROUP,
                                "a\nb",
                                "\"aU+000Ab\" contains U+000A, which cannot be seen"),
                        new Case(SampleNameRules.JIRA_GROUP, "a\0b", "contains U+0000"),
                        new Case(SampleNameRules.JIRA_GROUP, "a\u202Eb", "\"aU+202Eb\" contains U+202E"),
                        new Case(SampleNameRules.JIRA_GROUP, "a\u200Bb", "contains U+200B"),
                        new Case(SampleNameRules.JIRA_GROUP, "a\u200Db", "contains U+200D"),
                        new Case(SampleNameRules.JIRA_GROUP, "a\u00ADb", "contains U+00AD"),
                        new Case(SampleNameRules.JIRA_GROUP, "a\uFEFFb", "contains U+FEFF"),
                        new Case(SampleNameRules.JIRA_GROUP, "a\u2028b", "contains U+2028"),
                        new Case(SampleNameRules.JIRA_GROUP, "a\u3164b", "contains U+3164"),
                        new Case(SampleNameRules.JIRA_GROUP, "a\uFE0Fb", "contains U+FE0F"),
                        new Case(SampleNameRules.JIRA_GROUP, "a\uFFFFb", "contains U+FFFF"),
                        new Case(SampleNameRules.JIRA_GROUP, "a\uDB40\uDC41b", "contains U+E0041"),
                        new Case(SampleNameRules.JIRA_GROUP, "a\uD83D", "contains U+D83D"),
                        new Case(SampleNameRules.JIRA_GROUP, "\uDE00a", "contains U+DE00"),
                        new Case(SampleNameRules.JIRA_GROUP, ".", "\".\" is a name that nobody may have"),
                        new Case(SampleNameRules.JIRA_GROUP, "..", "\"..\" is a name that nobody may have"),
                        new Case(SampleNameRules.JIRA_GROUP, "a".repeat(256), "is 256 characters long, more than 255"),
                        new Case(SampleNameRules.JIRA_GROUP, "😀".repeat(128), "is 256 characters long"),
                        new Case(SampleNameRules.JIRA_GROUP, "İ".repeat(200), "is 400 characters long"))
                .map(c -> DynamicTest.dynamicTest(
                        c.refusal(),
                        () -> assertThat(c.rule().refusal(c.name()).orElse("")).contains(c.refusal())));
    }

    @Test
    void whatIsAcceptedIsVisibleAndFits() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            String name = HostileTexts.next(random);
            ALL.stream()
                    .filter(rule -> rule.refusal(name).isEmpty())
                    .forEach(rule -> assertThat(name)
                            .as("seed %d", seed)
                            .isNotBlank()
                            .isEqualTo(Characters.trimmed(name))
                            .matches(n -> n.codePoints().noneMatch(Characters::hidden), "is visible")
                            .matches(n -> Names.key(n).length() <= rule.maxLength(), "fits in lower case")
                            .matches(n -> !rule.lowerCaseOnly() || n.equals(Names.key(n)), "is lower case"));
        }
    }

    @Test
    void aRefusalIsItselfReadableAndShort() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            String name = HostileTexts.next(random);
            ALL.forEach(rule -> rule.refusal(name)
                    .ifPresent(text -> assertThat(text)
                            .as("seed %d", seed)
                            .hasSizeLessThan(200)
                            .matches(t -> t.codePoints().noneMatch(Characters::hidden))));
        }
    }

    @Test
    void noCodePointIsUpperCaseOnceItIsAccepted() {
        NameRule rule = NameRule.of(255, true, "");
        assertThat(IntStream.rangeClosed(0, 0x10FFFF)
                        .filter(c -> rule.refusal(Character.toString(c)).isEmpty())
                        .filter(c -> Character.isUpperCase(c) || Character.isTitleCase(c)))
                .isEmpty();
    }

    @Test
    void theLanguageOfTheMachineDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(NameRule.of(255, true, "", "ADMIN").refusal("admin")).isPresent();
            assertThat(NameRule.of(255, true, "").refusal("info")).isEmpty();
        } finally {
            Locale.setDefault(before);
        }
    }
}
