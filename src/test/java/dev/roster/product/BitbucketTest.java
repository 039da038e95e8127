package dev.roster.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.directory.Account;
import dev.roster.directory.OperationKind;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BitbucketTest {

    private final Bitbucket bitbucket = new Bitbucket();

    static Stream<@Nullable Object> malformed() {
        return Pages.malformed();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ,'mutableDetails':true,'mutableGroups':true   | true
            ,'mutableDetails':false,'mutableGroups':true  | false
            ,'mutableDetails':true,'mutableGroups':false  | false
            ''                                            | true
            """)
    void readsAccountsAndWhetherTheyCanBeChanged(String more, boolean writable) {
        String user = "{'id':101,'name':'ann','displayName':'Ann Lee','emailAddress':'ann@example.com','active':true"
                + more + "}";
        assertThat(bitbucket.accounts(Pages.of("{'values':[" + user + "],'isLastPage':true}")))
                .containsExactly(new Account("101", "ann", "Ann Lee", "ann@example.com", true, writable));
    }

    @Test
    void readsGroupsAndMembers() {
        Object page = Pages.of("{'values':[{'name':'team'},{'name':'B'}],'isLastPage':true}");
        assertThat(bitbucket.groups(page)).containsExactly("team", "B");
        assertThat(bitbucket.members(page)).containsExactly("team", "B");
    }

    @Test
    void aGlobalPermissionGivesAccessAndTwoOfThemAdminister() {
        Object page = Pages.of("{'values':[" + permission("users", "LICENSED_USER") + ","
                + permission("makers", "PROJECT_CREATE") + "," + permission("admins", "ADMIN") + ","
                + permission("system", "SYS_ADMIN") + "," + permission("admins", "ADMIN") + "]}");
        assertThat(bitbucket.accessGroups(page)).containsExactly("users", "makers", "admins", "system");
        assertThat(bitbucket.adminGroups(page)).containsExactly("admins", "system");
    }

    private static String permission(String group, String permission) {
        return "{'group':{'name':'" + group + "'},'permission':'" + permission + "'}";
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void whatIsNoPageIsAFailureAndNeverNobody(Object page) {
        assertThatThrownBy(() -> bitbucket.accounts(page)).isInstanceOf(UnexpectedAnswer.class);
        assertThatThrownBy(() -> bitbucket.groups(page)).isInstanceOf(UnexpectedAnswer.class);
        assertThatThrownBy(() -> bitbucket.members(page)).isInstanceOf(UnexpectedAnswer.class);
        assertThatThrownBy(() -> bitbucket.accessGroups(page)).isInstanceOf(UnexpectedAnswer.class);
        assertThatThrownBy(() -> bitbucket.adminGroups(page)).isInstanceOf(UnexpectedAnswer.class);
    }

    @Test
    void bitbucketSaysWhereTheNextPageStarts() {
        Object page = Pages.of("{'values':[{}],'isLastPage':false,'start':0,'size':1,'limit':1000,'nextPageStart':37}");
        assertThat(bitbucket.next(page, "0")).isEqualTo(37);
        assertThat(bitbucket.next(Pages.of("{'isLastPage':true,'nextPageStart':null}"), 37))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'isLastPage':false,'nextPageStart':37}",
                "{'isLastPage':false,'nextPageStart':0}",
                "{'isLastPage':false,'nextPageStart':null}",
                "{'isLastPage':false}",
                "{}"
            })
    void aReadingThatWouldNotEndFails(String page) {
        assertThatThrownBy(() -> bitbucket.next(Pages.of(page), 37)).isInstanceOf(UnexpectedAnswer.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            create-user     | -
            update-user     | {'name':'ann','displayName':'Ann','email':'a@b.example'}
            rename-user     | {'name':'ann','newName':'ann.lee'}
            delete-user     | -
            create-group    | -
            delete-group    | -
            remove-member   | {'context':'ann','itemName':'Team'}
            """)
    void theBodies(String kind, @Nullable String body) {
        Map<String, String> becomes = kind.startsWith("rename")
                ? Map.of("name", "ann.lee")
                : Map.of("displayName", "Ann", "email", "a@b.example");
        assertThat(bitbucket.body(Pages.delivery(OperationKind.of(kind), becomes)))
                .isEqualTo(body == null ? null : Pages.of(body));
    }

    @Test
    void membersOfOneGroupAreAddedTogether() {
        assertThat(bitbucket.body(Pages.delivery(OperationKind.ADD_MEMBER, Map.of(), "ann", "bob")))
                .isEqualTo(Map.of("group", "Team", "users", List.of("ann", "bob")));
        assertThat(bitbucket.together(OperationKind.ADD_MEMBER)).isEqualTo(100);
        assertThat(bitbucket.together(OperationKind.REMOVE_MEMBER)).isEqualTo(1);
    }

    @Test
    void whatAnErrorMeans() {
        Meanings.of(bitbucket, """
                delete-user    404 settled
                delete-group   404 settled
                create-user    409 doubtful
                create-group   409 doubtful
                rename-user    404 doubtful
                add-member     409 doubtful
                remove-member  404 doubtful
                remove-member  409 doubtful
                """);
    }

    @Test
    void thereIsNoWayToDeactivate() {
        assertThat(bitbucket.capabilities("10.0.0").deactivate()).isFalse();
        assertThat(bitbucket.capabilities("10.0.0").rename()).isTrue();
    }

    @Test
    void eachPasswordIsAnother() {
        assertThat(bitbucket.newPassword()).hasSizeGreaterThan(30).isNotEqualTo(bitbucket.newPassword());
    }
}
