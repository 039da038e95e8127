package dev.roster.mapping;

import static dev.roster.mapping.SampleAccounts.anna;
import static dev.roster.mapping.SampleAccounts.confluence;
import static dev.roster.mapping.SampleAccounts.jira;
import static dev.roster.mapping.SampleAccounts.named;
import static dev.roster.mapping.SampleAccounts.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.directory.Person;
import dev.roster.directory.Reason;
import dev.roster.directory.SampleNameRules;
import dev.roster.settings.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is selected, and what is shown of them. */
class AccountSelectionTest {

    @Test
    void guestsAreLeftOutUnlessTheScopeHasThem() {
        Person guest = new Person("id-1", "g@x", true, true, anna().attributes());
        assertThat(jira(SampleUserRules.withoutGuests()).map(guest).verdict()).isEqualTo(Reason.GUEST);
        assertThat(jira(SampleUserRules.everybody()).map(guest).verdict()).isNull();
        assertThat(jira(SampleUserRules.withoutGuests()).map(anna()).verdict()).isNull();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        anna\\..*,  anna.berg,
        ANNA\\..*,  anna.berg,
        anna,       anna.berg, NOT_INCLUDED
        berg,       anna.berg, NOT_INCLUDED
        \u00E9va,   e\u0301va,
        e\u0301va,  \u00E9va,
        ÉVA,        éva,
        """)
    void onlyIncludedUsersAreSelectedByTheirFullName(String regex, String name, Reason verdict) {
        assertThat(jira(SampleUserRules.including(regex)).map(named(name)).verdict())
                .isEqualTo(verdict);
    }

    @Test
    void anExcludedUserIsOutWhateverTheCase() {
        WantedAccount account =
                jira(SampleUserRules.excluding("svc-.*", "ANNA.*")).map(anna());
        assertThat(account.verdict()).isEqualTo(Reason.EXCLUDED);
        assertThat(account.username()).isEqualTo("anna.berg");
        assertThat(account.detail()).isEqualTo("\"anna.berg\" matches \"ANNA.*\"");
    }

    @Test
    void anExclusionIsNotEscapedByALineBreakInTheName() {
        assertThat(jira(SampleUserRules.excluding("anna.*"))
                        .map(named("anna\u0085x"))
                        .verdict())
                .isEqualTo(Reason.EXCLUDED);
    }

    @Test
    void aProtectedAccountStaysProtectedEvenAsAnExcludedGuest() {
        Scope scope = new Scope(List.of(), true, false, null, List.of(), SampleUserRules.patterns(".*"));
        Person guest = new Person("id-1", "g@x", true, true, anna().attributes());
        AccountMapping mapping = new AccountMapping(
                new SampleUserRules().protecting("Anna\\..*").rules(),
                scope,
                SampleNameRules.JIRA_USER,
                SampleNameRules.JIRA_DISPLAY);
        assertThat(mapping.map(guest).verdict()).isEqualTo(Reason.PROTECTED);
    }

    @Test
    void nobodyIsProtectedWithoutAUsername() {
        assertThat(jira(new SampleUserRules().protecting(".*"))
                        .map(person(Map.of()))
                        .verdict())
                .isEqualTo(Reason.NO_USERNAME);
    }

    @Test
    void aDisabledPersonIsMappedAndMarked() {
        Person disabled = new Person("id-1", "a@x", false, false, anna().attributes());
        assertThat(jira(new SampleUserRules()).map(disabled).enabled()).isFalse();
        assertThat(jira(new SampleUserRules()).map(disabled).verdict()).isNull();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        anna@example.com,              other@x,  anna@example.com
        o'brien+jira@example.com,      other@x,  o'brien+jira@example.com
        '',                            other@x,  other@x
        not an address,                other@x,  other@x
        'Anna <anna@example.com>',     other@x,  other@x
        a@b@c,                         other@x,  other@x
        @example.com,                  other@x,  other@x
        anna@,                         other@x,  other@x
        'a@x,b@x',                     other@x,  other@x
        'a\r\nBcc:b@x',                other@x,  other@x
        a\u200Bb@x,                    other@x,  other@x
        nothing,                       neither,
        """)
    void theFirstThatLooksLikeAnAddressIsTheEmail(String mail, String other, String expected) {
        Person person = person(Map.of("mailNickname", "anna", "displayName", "A", "mail", mail, "other", other));
        WantedAccount account =
                jira(new SampleUserRules().email("mail", "other")).map(person);
        assertThat(account.email()).isEqualTo(expected);
        assertThat(account.verdict()).isEqualTo(expected == null ? Reason.NO_EMAIL : null);
    }

    @Test
    void theNameOnShowIsTheFirstThatTheProductTakesAndElseTheUsername() {
        AccountMapping confluence = confluence(new SampleUserRules().displayName("displayName", "givenName"));
        Map<String, String> attributes = new LinkedHashMap<>(anna().attributes());
        attributes.put("displayName", "Anonymous");
        attributes.put("givenName", "<Anna>");
        assertThat(confluence.map(person(attributes)).displayName()).isEqualTo("Anna");
        assertThat(confluence.map(person(attributes)).detail())
                .isEqualTo("the display name \"<Anna>\" becomes \"Anna\"");
        attributes.remove("givenName");
        assertThat(confluence.map(person(attributes)).displayName()).isEqualTo("anna.berg");
        assertThat(confluence.map(person(attributes)).verdict()).isNull();
    }

    @Test
    void aSelectedAccountIsWhole() {
        assertThatThrownBy(() -> new WantedAccount("id-1", "anna", "Anna", null, true, null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLongNameOnShowIsShortened() {
        Map<String, String> attributes = new LinkedHashMap<>(anna().attributes());
        attributes.put("displayName", "Anna ".repeat(100));
        WantedAccount account = jira(new SampleUserRules()).map(person(attributes));
        assertThat(account.displayName()).hasSizeLessThanOrEqualTo(255).startsWith("Anna Anna");
        assertThat(account.detail()).startsWith("the display name \"Anna Anna").endsWith("\" is shortened");
        assertThat(account.verdict()).isNull();
    }
}
