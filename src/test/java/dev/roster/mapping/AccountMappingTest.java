package dev.roster.mapping;

import static dev.roster.mapping.SampleAccounts.anna;
import static dev.roster.mapping.SampleAccounts.jira;
import static dev.roster.mapping.SampleAccounts.mapping;
import static dev.roster.mapping.SampleAccounts.named;
import static dev.roster.mapping.SampleAccounts.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.roster.directory.Person;
import dev.roster.directory.Reason;
import dev.roster.directory.SampleNameRules;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From attributes to a username. */
class AccountMappingTest {
    private static final String EXTENSION = "onPremisesExtensionAttributes.extensionAttribute3";

    @Test
    void aPersonBecomesAnAccount() {
        assertThat(jira(new SampleUserRules()).map(anna()))
                .isEqualTo(new WantedAccount("id-1", "anna.berg", "Anna Berg", "Anna@Example.com", true, null, null));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        'sam,nick,upn', first,  second, upn@x,   first
        'sam,nick,upn', '',     second, upn@x,   second
        'sam,nick,upn', '  ',   second, upn@x,   second
        'sam,nick,upn', \u200B, '',     upn@x,   upn@x
        'nick,sam,upn', first,  second, upn@x,   second
        'nick,sam,upn', first,  '',     upn@x,   first
        'upn,nick,sam', first,  second, upn@x,   upn@x
        'upn,nick,sam', first,  second, '',      second
        'sam',          '',     second, upn@x,
        """)
    void theFirstAttributeThatIsNotEmptyIsTheUsername(
            String order, String sam, String nick, String upn, String expected) {
        Person person = person(Map.of("sam", sam, "nick", nick, "upn", upn, "mail", "a@b", "displayName", "A"));
        WantedAccount account =
                jira(new SampleUserRules().username(order.split(","))).map(person);
        assertThat(account.username()).isEqualTo(expected);
        assertThat(account.verdict()).isEqualTo(expected == null ? Reason.NO_USERNAME : null);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        (.*)@.*,           $1,          anna@example.com,  anna
        (.*)@.*,           $1,          anna,              anna
        @example\\.com$,   '',          anna@example.com,  anna
        @.*,               '',          Anna@Example.com,  anna
        (?<who>.*)@.*,     ${who}.ext,  anna@example.com,  anna.ext
        (.)\\.(.*),        $2-$1,       a.berg,            berg-a
        (.)(.)(.)(.)(.)(.)(.)(.)(.)(.)(.), $11$1, abcdefghijk, ka
        a,                 b,           banana,            bbnbnb
        -,                 '',          e-\u0301va,       \u00E9va
        (.*),              $1-x,        bob,               bob-x-x
        ^(.*)$,            \\$1,        bob,               $1
        #EXT#.*,           '',          anna_home.org#EXT#@tenant.onmicrosoft.com, anna_home.org
        [^a-z0-9]+,        -,           søren o'brien,     s-ren-o-brien
        """)
    void thePatternIsReplacedWhereverItIsFound(String regex, String by, String name, String expected) {
        SampleUserRules rules = new SampleUserRules().replacing(regex, by);
        assertThat(jira(rules).map(named(name)).username()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        (.*)@.*,       $2,       No group 2
        .*,            $1,       No group 1
        (?<who>.*)@.*, ${whom},  No group with name {whom}
        (.*)@.*,       $,        Illegal group reference
        (.*)@.*,       \\,       character to be escaped is missing
        """)
    void aReplacementThatRefersToNothingIsRefusedAtOnce(String regex, String by, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> jira(new SampleUserRules().replacing(regex, by)))
                .withMessageContaining("users.username-replacement")
                .withMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        ANNA,          anna
        'İnci',        'i\u0307nci'
        IŞIK,          işik
        Straße,        straße
        GROẞ,          groß
        \u212Aelvin,   kelvin
        e\u0301va,     \u00E9va
        E\u0301va,     \u00E9va
        \u00C9va,      \u00E9va
        😀anna,        😀anna
        o'brien+test,  o'brien+test
        'x?httpMethod=DELETE#y=', 'x?httpmethod=delete#y='
        '${env:HOME}', '${env:home}'
        '{{secret}}',  '{{secret}}'
        ../../admin,   ../../admin
        """)
    void aUsernameIsLowerCaseInComposedForm(String name, String expected) {
        assertThat(jira(new SampleUserRules()).map(named(name)).username()).isEqualTo(expected);
    }

    @Test
    void caseIsKeptWhereTheRulesAndTheProductLetIt() {
        SampleUserRules keeping = new SampleUserRules().keepingCase();
        assertThat(mapping(keeping, SampleNameRules.BITBUCKET_USER)
                        .map(named("Anna"))
                        .username())
                .isEqualTo("Anna");
        assertThat(mapping(keeping, SampleNameRules.CONFLUENCE_USER).map(named("Anna")))
                .satisfies(a -> assertThat(a.verdict()).isEqualTo(Reason.ILLEGAL_NAME))
                .satisfies(a -> assertThat(a.username()).isNull());
    }

    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, textBlock = """
        anna\u202Egnp.exe,contains U+202E
        anna\u0000,contains U+0000
        ' anna',begins or ends with white space
        anna<b>,contains <
        ..,is a name that nobody may have
        """)
    void aNameThatTheProductCannotHoldIsLeftWithItsReason(String name, String detail) {
        WantedAccount account = jira(new SampleUserRules()).map(named(name));
        assertThat(account.verdict()).isEqualTo(Reason.ILLEGAL_NAME);
        assertThat(account.username()).isNull();
        assertThat(account.detail()).contains(detail);
    }

    @Test
    void aNameOf255CharactersIsTakenAndOneOf256IsNot() {
        AccountMapping jira = jira(new SampleUserRules());
        assertThat(jira.map(named("a".repeat(255))).verdict()).isNull();
        assertThat(jira.map(named("a".repeat(256))).verdict()).isEqualTo(Reason.ILLEGAL_NAME);
    }

    @Test
    void aPatternThatLeavesNothingLeavesNoUsername() {
        WantedAccount account = jira(new SampleUserRules().replacing(".*", "")).map(anna());
        assertThat(account.verdict()).isEqualTo(Reason.NO_USERNAME);
        assertThat(account.detail()).contains("onPremisesSamAccountName");
    }

    @Test
    void aNameThatWouldTakeTheMatcherForEverIsGivenUp() {
        AccountMapping slow = jira(new SampleUserRules().replacing("(a|aa)+(b)\\2", "x"));
        WantedAccount account = slow.map(named("a".repeat(80)));
        assertThat(account.verdict()).isEqualTo(Reason.ILLEGAL_NAME);
        assertThat(account.detail()).contains("takes too long");
        assertThat(slow.map(named("aabb")).username()).isEqualTo("x");
    }

    @Test
    void aNameTooDeepForTheMatcherIsGivenUp() {
        WantedAccount account =
                jira(new SampleUserRules().replacing("(a|b)*", "x")).map(named("ab".repeat(100_000)));
        assertThat(account.verdict()).isEqualTo(Reason.ILLEGAL_NAME);
        assertThat(account.detail()).contains("takes too long").hasSizeLessThan(400);
    }

    @Test
    void extensionAttributesAndTheIdCanBeNames() {
        Person person = person(Map.of("extensionAttribute3", "E123", "mail", "a@b"));
        assertThat(jira(new SampleUserRules().username(EXTENSION)).map(person).username())
                .isEqualTo("e123");
        assertThat(jira(new SampleUserRules().username("extensionAttribute3"))
                        .map(person)
                        .username())
                .isEqualTo("e123");
        assertThat(jira(new SampleUserRules().username("id")).map(person).username())
                .isEqualTo("id-1");
    }

    @Test
    void thePrincipalNameIsFoundWhereverItStands() {
        Person person = new Person("id-1", "anna@example.com", true, false, Map.of());
        WantedAccount account = jira(new SampleUserRules()).map(person);
        assertThat(account.username()).isEqualTo("anna@example.com");
        assertThat(account.displayName()).isEqualTo("anna@example.com");
        assertThat(account.email()).isEqualTo("anna@example.com");
    }

    @Test
    void graphIsAskedForWhatTheRulesNeed() {
        assertThat(AccountMapping.attributes(new SampleUserRules()
                        .username(EXTENSION, "extensionAttribute1", "mailNickname")
                        .rules()))
                .containsExactly(
                        "onPremisesExtensionAttributes", "mailNickname", "displayName", "mail", "userPrincipalName");
    }
}
