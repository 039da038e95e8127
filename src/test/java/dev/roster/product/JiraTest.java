package dev.roster.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.directory.Account;
import dev.roster.directory.KeylessAccount;
import dev.roster.directory.Lead;
import dev.roster.directory.OperationKind;
import dev.roster.settings.Secret;
import dev.roster.settings.UserManagement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JiraTest {

    private static final String ANN =
            "{'key':'JIRAUSER1','name':'ann','displayName':'Ann Lee','emailAddress':'ann@example.com','active':true}";
    private static final String BOB = "{'key':'bob','name':'Bob','active':false}";

    private static final UserManagement APPLICATION = new UserManagement("roster", new Secret("s3cr3t"));

    private final Jira jira = new Jira();

    static Stream<@Nullable Object> malformed() {
        return Pages.malformed();
    }

    @Test
    void aPageOfTheListAPageOfTheSearchAndOneUserReadAlike() {
        Account ann = new Account("JIRAUSER1", "ann", "Ann Lee", "ann@example.com", true, true);
        Account bob = new Account("bob", "Bob", null, null, false, true);
        assertThat(jira.accounts(Pages.of("{'values':[" + ANN + "," + BOB + "],'isLast':true}")))
                .containsExactly(ann, bob);
        assertThat(jira.accounts(Pages.of("[" + ANN + "," + BOB + "]"))).containsExactly(ann, bob);
        assertThat(jira.accounts(Pages.of(ANN))).containsExactly(ann);
        assertThat(jira.accounts(Pages.of("[]"))).isEmpty();
    }

    @Test
    void aDeletedUserIsNoAccount() {
        String deleted = "{'key':'c','name':'cid','active':false,'deleted':true}";
        assertThat(jira.accounts(Pages.of("[" + deleted + "," + BOB + "]")))
                .extracting(Account::name)
                .containsExactly("Bob");
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void whatIsNoPageIsAFailureAndNeverNobody(Object page) {
        assertThatThrownBy(() -> jira.accounts(page)).isInstanceOf(UnexpectedAnswer.class);
        assertThatThrownBy(() -> jira.members(page)).isInstanceOf(UnexpectedAnswer.class);
        assertThatThrownBy(() -> jira.groups(page)).isInstanceOf(UnexpectedAnswer.class);
        assertThatThrownBy(() -> jira.accessGroups(page)).isInstanceOf(UnexpectedAnswer.class);
        assertThatThrownBy(() -> jira.projects(page)).isInstanceOf(UnexpectedAnswer.class);
        assertThatThrownBy(() -> jira.projectLeads(page)).isInstanceOf(UnexpectedAnswer.class);
    }

    @Test
    void whoLeadsAProjectOrAComponentIsReadFromItsLead() {
        Object projects = Pages.of("[{'key':'WEB','lead':{'key':'JIRAUSER1','name':'ann'}},{'key':'OPS'}]");
        assertThat(jira.projects(projects)).containsExactly("WEB", "OPS");
        assertThat(jira.projectLeads(projects)).containsExactly(new Lead(Lead.Kind.PROJECT, "WEB", "WEB", "JIRAUSER1"));
        Object components = Pages.of("[{'id':'10001','name':'Shop','project':'WEB','lead':{'key':'bob'}},"
                + "{'id':'10002','name':'Blog','project':'WEB','lead':null}]");
        assertThat(jira.componentLeads(components))
                .containsExactly(new Lead(Lead.Kind.COMPONENT, "10001", "WEB/Shop", "bob"));
        assertThat(jira.componentLeads(null)).isEmpty();
        assertThatThrownBy(() -> jira.projectLeads(Pages.of("[{'key':'WEB','lead':{}}]")))
                .isInstanceOf(UnexpectedAnswer.class);
        assertThatThrownBy(() -> jira.componentLeads(Pages.of("{'errorMessages':['no']}")))
                .isInstanceOf(UnexpectedAnswer.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            {'key':'WEB','lead':{'key':'key-1','name':'renamed'}} | true
            {'key':'WEB','lead':{'key':'key-2','name':'ann'}}     | false
            {'key':'WEB','lead':null}                             | false
            {'key':'WEB'}                                         | false
            [{'lead':{'key':'key-1'}}]                            | false
            -                                                     | false
            """)
    void somebodyLeadsWhatHasThemAsItsLead(@Nullable String answer, boolean leads) {
        var operation = Pages.operation(OperationKind.REASSIGN_PROJECT_LEAD, "ann", Map.of());
        Object led = answer == null ? null : Pages.of(answer);
        assertThat(jira.leads(led, operation)).isEqualTo(leads);
        assertThat(jira.leadsNoMore(led, operation)).isEqualTo(!leads);
    }

    @Test
    void thePickerShowsAllGroupsOrFails() {
        assertThat(jira.groups(Pages.of("{'groups':[{'name':'a'},{'name':'B'}],'total':2}")))
                .containsExactly("a", "B");
        assertThatThrownBy(() -> jira.groups(Pages.of("{'groups':[{'name':'a'}],'total':2}")))
                .isInstanceOf(UnexpectedAnswer.class)
                .hasMessageContaining("jira.ajax.autocomplete.limit");
        assertThat(jira.next(Pages.of("{'groups':[],'total':0}"), "")).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            {'values':[{}],'isLast':false,'nextCursor':'17'}       | ''  | 17
            {'values':[{}],'isLast':true,'nextCursor':'17'}        | ''  | -
            {'values':[{},{}],'isLast':false,'startAt':50}         | 50  | 52
            {'values':[{},{}],'isLast':true,'startAt':50}          | 50  | -
            [{},{},{}]                                             | 100 | 103
            []                                                     | 100 | -
            """)
    void theNextPageStartsAfterWhatCame(String page, String current, @Nullable String next) {
        Object found = jira.next(Pages.of(page), current);
        assertThat(found == null ? null : found.toString()).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'values':[],'isLast':false,'startAt':50}                | 50
            {'values':[{}],'isLast':false,'startAt':0}               | 50
            {'values':[{}],'isLast':false,'nextCursor':'17'}         | 17
            {'values':[{}],'isLast':false,'nextCursor':''}           | 16
            {'values':[{}],'isLast':false,'nextCursor':null}         | 16
            {'values':[{}],'isLast':false}                           | 0
            {'values':[{}],'startAt':0}                              | 0
            """)
    void aReadingThatWouldNotEndFails(String page, String current) {
        assertThatThrownBy(() -> jira.next(Pages.of(page), current)).isInstanceOf(UnexpectedAnswer.class);
    }

    @Test
    void accessComesFromTheGroupsOfTheApplicationRoles() {
        assertThat(jira.accessGroups(Pages.of("[{'groups':['a','b']},{'groups':[]},{'groups':['b']}]")))
                .containsExactly("a", "b");
        assertThatThrownBy(() -> jira.accessGroups(Pages.of("[{'key':'jira-software'}]")))
                .isInstanceOf(UnexpectedAnswer.class);
    }

    @Test
    void somebodyIsInAGroupInWhateverSpelling() {
        var operation = Pages.operation(OperationKind.ADD_MEMBER, "ann", Map.of());
        assertThat(jira.isMember(Pages.object("{'groups':{'items':[{'name':'x'},{'name':'TEAM'}]}}"), operation))
                .isTrue();
        assertThat(jira.isMember(Pages.object("{'groups':{'items':[{'name':'x'}]}}"), operation))
                .isFalse();
        assertThat(jira.isMember(null, operation)).isFalse();
        assertThatThrownBy(() -> jira.isMember(Pages.object("{'groups':{'size':3}}"), operation))
                .isInstanceOf(UnexpectedAnswer.class);
    }

    @ParameterizedTest
    @CsvSource({
        "9.4.0,   false, search,  true,  search",
        "9.17.1,  true,  list,    true,  list",
        "10.0.0,  false, look-up, false, user-management",
        "10.3.2,  false, look-up, false, user-management",
        "10.3.24, true,  list,    true,  list",
        "11.0.0,  true,  list,    true,  list"
    })
    void howAccountsAreListedFollowsFromTheVersion(
            String version, boolean hasList, String way, boolean full, String asApplication) {
        Map<String, Object> info = Pages.object("{'version':'" + version + "'}");
        assertThat(jira.listing(info, hasList, null)).isEqualTo(way);
        assertThat(jira.capabilities(jira.version(info, hasList, null)).fullListing())
                .isEqualTo(full);
        assertThat(jira.listing(info, hasList, APPLICATION)).isEqualTo(asApplication);
        assertThat(jira.capabilities(jira.version(info, hasList, APPLICATION)).fullListing())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'version':'x'}", "{'version':11}"})
    void aVersionThatIsNoneFails(String info) {
        assertThatThrownBy(() -> jira.listing(Pages.object(info), false, null)).isInstanceOf(UnexpectedAnswer.class);
    }

    @Test
    void aPageOfTheUserManagementTellsAccountsWithoutKeys() {
        assertThat(jira.managed(Pages.of("{'expand':'user','users':[{'name':'Ann','display-name':'Ann Lee',"
                        + "'email':'a@example.com','active':false,'key':'1:x'}]}")))
                .containsExactly(new KeylessAccount("Ann", "Ann Lee", "a@example.com", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{'users':null}",
                "{'users':{}}",
                "{'users':['ann']}",
                "{'users':[{'name':'ann'}]}",
                "{'users':[{'name':'ann','active':'true'}]}",
                "{'users':[{'active':true}]}",
                "{'values':[],'isLast':true}"
            })
    void whatIsNoPageOfTheUserManagementFails(String page) {
        assertThatThrownBy(() -> jira.managed(Pages.of(page))).isInstanceOf(UnexpectedAnswer.class);
    }

    @Test
    void onlyAnEmptyPageEndsTheUserManagement() {
        Object second = Objects.requireNonNull(jira.next(users("ann", "bob"), "0"));
        assertThat(second).hasToString("2");
        Object third = Objects.requireNonNull(jira.next(users("cid"), second));
        assertThat(third).hasToString("3");
        assertThat(jira.next(users(), third)).isNull();
    }

    @Test
    void aUserManagementThatKnowsNoPagesFails() {
        Object second = Objects.requireNonNull(jira.next(users("ann", "bob"), "0"));
        assertThatThrownBy(() -> jira.next(users("ann", "bob"), second))
                .isInstanceOf(UnexpectedAnswer.class)
                .hasMessageContaining("circle");
    }

    private static Object users(String... names) {
        return Pages.of(Stream.of(names)
                .map(name -> "{'name':'" + name + "','active':true}")
                .collect(Collectors.joining(",", "{'users':[", "]}")));
    }

    @Test
    void aCreationSendsNoPasswordNoInvitationAndNoSeat() {
        Map<String, String> becomes = Map.of("displayName", "Ann Lee", "email", "ann@example.com");
        assertThat(jira.body(Pages.delivery(OperationKind.CREATE_USER, becomes)))
                .isEqualTo(Map.of(
                        "name", "ann",
                        "displayName", "Ann Lee",
                        "emailAddress", "ann@example.com",
                        "notification", "false",
                        "applicationKeys", List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            update-user     | {'displayName':'Ann','emailAddress':'a@b.example'}
            rename-user     | {'name':'ann.lee'}
            activate-user   | {'active':true}
            deactivate-user | {'active':false}
            delete-user     | -
            create-group    | {'name':'Team'}
            delete-group    | -
            add-member      | {'name':'ann'}
            remove-member   | -
            reassign-project-lead   | {'lead':'boss'}
            reassign-component-lead | {'leadUserName':'boss'}
            """)
    void theBodiesOfTheOthers(String kind, @Nullable String body) {
        Map<String, String> becomes = kind.startsWith("rename")
                ? Map.of("name", "ann.lee")
                : Map.of("displayName", "Ann", "email", "a@b.example", "lead", "boss");
        assertThat(jira.body(Pages.delivery(OperationKind.of(kind), becomes)))
                .isEqualTo(body == null ? null : Pages.of(body));
    }

    @Test
    void whatAnErrorMeans() {
        Meanings.of(jira, """
                delete-user    404 settled
                delete-group   404 settled
                delete-group   400 doubtful
                create-user    400 doubtful
                create-group   400 doubtful
                rename-user    404 doubtful
                add-member     400 doubtful
                remove-member  400 doubtful
                remove-member  404 doubtful
                reassign-project-lead   404 doubtful
                reassign-component-lead 404 doubtful
                """);
    }

    @Test
    void theKeyOfANewAccountIsTakenFromTheAnswer() {
        assertThat(jira.createdId(Pages.of("{'key':'JIRAUSER7','name':'ann'}"))).isEqualTo("JIRAUSER7");
        assertThat(jira.createdId(Pages.of("{'name':'ann'}"))).isNull();
        assertThat(jira.createdId(null)).isNull();
    }
}
