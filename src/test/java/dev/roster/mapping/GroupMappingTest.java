package dev.roster.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.roster.directory.EntraGroup;
import dev.roster.directory.NameRule;
import dev.roster.directory.Reason;
import dev.roster.directory.SampleNameRules;
import dev.roster.settings.GroupRules;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupMappingTest {
    /** The back reference keeps Java from remembering what it has tried. */
    private static final String SLOW = "(a|aa)+(b)\\2";

    @Test
    void aSelectedGroupKeepsItsName() {
        assertThat(map(new SampleGroupRules(), security("Site Reliability")))
                .containsExactly(new MappedGroup("g-1", "Site Reliability", null, null));
    }

    @Test
    void nothingChosenNothingSynced() {
        assertThat(map(new SampleGroupRules().include(), security("Dev"))).isEmpty();
        assertThat(map(new SampleGroupRules().mapping(GroupRules.Mapping.OFF), security("Dev")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        security,      SECURITY,      true
        microsoft-365, MICROSOFT_365, true
        distribution,  DISTRIBUTION,  true
        microsoft-365, SECURITY,      false
        distribution,  MICROSOFT_365, false
        """)
    void onlyTheChosenKindsAreSelected(String kind, GroupRules.Kind chosen, boolean selected) {
        EntraGroup group = new EntraGroup("g-1", "Dev", kind, false);
        assertThat(map(new SampleGroupRules().kinds(chosen), group)).hasSize(selected ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        jira-.*,  jira-users,    true
        jira-.*,  Jira-users,    false
        jira,     jira-users,    false
        users,    jira-users,    false
        caf\u00E9, cafe\u0301,   true
        cafe\u0301, caf\u00E9,   true
        """)
    void groupsAreIncludedByTheirFullName(String include, String name, boolean selected) {
        assertThat(map(new SampleGroupRules().include(include), security(name))).hasSize(selected ? 1 : 0);
    }

    @Test
    void aPatternKeepsItsFlags() {
        Pattern anyCase = Pattern.compile("jira-.*", Pattern.CASE_INSENSITIVE);
        assertThat(map(new SampleGroupRules().include(anyCase), security("JIRA-Users")))
                .hasSize(1);
    }

    @Test
    void anExcludedGroupIsNotMappedNorDoesALineBreakHelpIt() {
        SampleGroupRules rules = new SampleGroupRules().exclude(".*-admins.*");
        assertThat(map(rules, security("jira-admins"))).isEmpty();
        assertThat(map(rules, security("jira-admins\u0085"))).isEmpty();
        assertThat(map(rules, security("jira-users"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        ^SG-Jira-(.*)$,  jira-$1,  SG-Jira-Users,  jira-Users
        ^SG-Jira-(.*)$,  jira-$1,  Other,          Other
        ' +',            -,        Site Reliability Team, Site-Reliability-Team
        """)
    void groupsAreRenamed(String regex, String by, String name, String expected) {
        assertThat(map(new SampleGroupRules().replacing(regex, by), security(name)))
                .extracting(MappedGroup::name)
                .containsExactly(expected);
    }

    @Test
    void aReplacementThatRefersToNothingIsRefusedAtOnce() {
        SampleGroupRules rules = new SampleGroupRules().replacing("SG-(.*)", "$2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> map(rules, security("x")))
                .withMessageContaining("groups.rename-replacement");
    }

    @Test
    void namesAreLoweredWhereTheRulesSaySo() {
        assertThat(map(new SampleGroupRules().lower(), SampleNameRules.CONFLUENCE_GROUP, security("IT Émile")))
                .containsExactly(new MappedGroup("g-1", "it émile", null, null));
        assertThat(map(new SampleGroupRules(), SampleNameRules.CONFLUENCE_GROUP, security("IT")))
                .extracting(MappedGroup::verdict)
                .containsExactly(Reason.ILLEGAL_NAME);
    }

    @Test
    void aNameThatTheProductCannotHoldIsLeftInReadableForm() {
        assertThat(map(new SampleGroupRules(), security("dev\u202Eops")))
                .containsExactly(new MappedGroup(
                        "g-1",
                        "devU+202Eops",
                        Reason.ILLEGAL_NAME,
                        "\"devU+202Eops\" contains U+202E, which cannot be seen"));
        assertThat(map(new SampleGroupRules().replacing(".*", ""), security("dev")))
                .containsExactly(new MappedGroup("g-1", "(no name)", Reason.ILLEGAL_NAME, "the name is empty"));
    }

    @Test
    void aProtectedGroupIsLeftWhateverItsCaseAndWhereverItsNameComesFrom() {
        SampleGroupRules rules = new SampleGroupRules().replacing("^SG-", "").protecting("jira-.*");
        assertThat(map(rules, security("SG-Jira-Admins")))
                .extracting(MappedGroup::verdict)
                .containsExactly(Reason.GROUP_PROTECTED);
        assertThat(map(rules.entry("Dev", "jira-users"), security("Dev")))
                .extracting(MappedGroup::verdict)
                .containsExactly(Reason.GROUP_PROTECTED);
    }

    @Test
    void aGroupWithHiddenMembersIsLeft() {
        EntraGroup hidden = new EntraGroup("g-1", "Dev", "security", true);
        assertThat(map(new SampleGroupRules(), hidden))
                .extracting(MappedGroup::verdict)
                .containsExactly(Reason.GROUP_HIDDEN);
        assertThat(map(new SampleGroupRules().entry("Dev", "dev"), hidden))
                .extracting(MappedGroup::verdict)
                .containsExactly(Reason.GROUP_HIDDEN);
        assertThat(map(new SampleGroupRules().include("other"), hidden)).isEmpty();
    }

    @Test
    void aNameThatWouldTakeTheMatcherForEverIsGivenUp() {
        EntraGroup slow = security("a".repeat(80));
        for (SampleGroupRules rules : List.of(
                new SampleGroupRules().include(SLOW),
                new SampleGroupRules().exclude(SLOW),
                new SampleGroupRules().replacing(SLOW, "x"),
                new SampleGroupRules().protecting(SLOW))) {
            assertThat(map(rules, slow)).singleElement().satisfies(group -> {
                assertThat(group.verdict()).isEqualTo(Reason.ILLEGAL_NAME);
                assertThat(group.detail()).contains("takes too long");
            });
        }
    }

    @Test
    void aManualEntryNamesAGroupByNameOrById() {
        SampleGroupRules rules = new SampleGroupRules()
                .entry("Developers", "jira-developers", "jira-users")
                .entry("11111111-2222-3333-4444-55555555AAAA", "JIRA-Users", "ops");
        EntraGroup group = new EntraGroup("11111111-2222-3333-4444-55555555aaaa", "developers", "distribution", false);
        assertThat(map(rules, group))
                .extracting(MappedGroup::name)
                .containsExactlyInAnyOrder("JIRA-Users", "ops", "jira-developers");
        assertThat(map(rules, security("Others"))).isEmpty();
    }

    @Test
    void manualNamesAreNotRenamedButFollowTheCase() {
        SampleGroupRules rules =
                new SampleGroupRules().replacing("Dev", "x").lower().entry("Dev", "Dev-Team");
        assertThat(map(rules, security("Dev"))).extracting(MappedGroup::name).containsExactly("dev-team");
    }

    @Test
    void aGroupCalledByTheIdOfAnotherIsNotThatOther() {
        String id = "11111111-2222-3333-4444-555555555555";
        SampleGroupRules rules = new SampleGroupRules().entry(id, "jira-administrators");
        assertThat(map(rules, security(id))).isEmpty();
    }

    private static EntraGroup security(String name) {
        return new EntraGroup("g-1", name, "security", false);
    }

    private static List<MappedGroup> map(SampleGroupRules rules, EntraGroup group) {
        return map(rules, SampleNameRules.JIRA_GROUP, group);
    }

    private static List<MappedGroup> map(SampleGroupRules rules, NameRule names, EntraGroup group) {
        return new GroupMapping(rules.rules(), names).map(group);
    }
}
