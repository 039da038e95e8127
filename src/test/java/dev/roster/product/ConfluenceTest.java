package dev.roster.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import dev.roster.directory.Account;
import dev.roster.directory.OperationKind;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfluenceTest {

    private final Confluence confluence = new Confluence();

    static Stream<@Nullable Object> malformed() {
        return Pages.malformed();
    }

    @Test
    void readsAccountsWithoutAddresses() {
        assertThat(confluence.accounts(Pages.of("{'results':["
                        + "{'userKey':'4028','username':'Ann','displayName':'Ann Lee','status':'current'},"
                        + "{'userKey':'4029','username':'bob','status':'deactivated'}]}")))
                .containsExactly(
                        new Account("4028", "Ann", "Ann Lee", null, true, true),
                        new Account("4029", "bob", null, null, false, true));
        assertThat(confluence.accounts(Pages.of("{'results':[]}"))).isEmpty();
    }

    @Test
    void aStatusThatDoesNotShowIsAFailureAndNotAnInactiveAccount() {
        assertThatThrownBy(() -> confluence.accounts(Pages.of("{'results':[{'userKey':'4028','username':'ann'}]}")))
                .isInstanceOf(UnexpectedAnswer.class);
    }

    @Test
    void readsGroupsAndMembers() {
        assertThat(confluence.groups(Pages.of("{'results':[{'type':'group','name':'team'}]}")))
                .containsExactly("team");
        assertThat(confluence.members(Pages.of("{'results':[{'username':'ann','userKey':'1'}]}")))
                .containsExactly("ann");
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void whatIsNoPageIsAFailureAndNeverNobody(Object page) {
        assertThatThrownBy(() -> confluence.accounts(page)).isInstanceOf(UnexpectedAnswer.class);
        assertThatThrownBy(() -> confluence.groups(page)).isInstanceOf(UnexpectedAnswer.class);
        assertThatThrownBy(() -> confluence.members(page)).isInstanceOf(UnexpectedAnswer.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            {'results':[{},{}],'start':0,'limit':200,'_links':{'next':'/x'}}   | 0   | 2
            {'results':[{},{}],'start':200,'limit':200,'_links':{'next':'/x'}} | 200 | 202
            {'results':[{},{}],'start':0,'limit':200,'_links':{}}              | 0   | -
            {'results':[],'start':0,'limit':200,'_links':{}}                   | 0   | -
            """)
    void theNextPageStartsAfterWhatCame(String page, String current, @Nullable Integer next) {
        assertThat(confluence.next(Pages.of(page), current)).isEqualTo(next);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'results':[],'start':0,'_links':{'next':'/x'}}",
                "{'results':[{}],'_links':{'next':'/x'}}",
                "{'results':[{}],'start':0}",
                "{'results':'x','start':0,'_links':{'next':'/x'}}"
            })
    void aReadingThatWouldNotEndFails(String page) {
        assertThatThrownBy(() -> confluence.next(Pages.of(page), "0")).isInstanceOf(UnexpectedAnswer.class);
    }

    @ParameterizedTest
    @CsvSource({"8.4.0, false", "9.0.2, false", "9.3.1, false", "9.4.0, true", "10.0.1, true", "10, true"})
    void namesCanBeChangedSinceAVersion(String version, boolean update) {
        assertThat(confluence.capabilities(version).update()).isEqualTo(update);
        assertThat(confluence.capabilities(version).rename()).isFalse();
    }

    @Test
    void aCreationCarriesAPasswordThatNobodyKnowsAndSendsNoMail() {
        var delivery =
                Pages.delivery(OperationKind.CREATE_USER, Map.of("displayName", "Ann Lee", "email", "ann@example.com"));
        Object first = confluence.body(delivery);
        assertThat(first)
                .asInstanceOf(MAP)
                .containsEntry("userName", "ann")
                .containsEntry("fullName", "Ann Lee")
                .containsEntry("email", "ann@example.com")
                .containsEntry("notifyViaEmail", false)
                .extractingByKey("password")
                .asString()
                .hasSizeGreaterThan(30)
                .matches(".*[a-z].*")
                .matches(".*[A-Z].*")
                .matches(".*[0-9].*")
                .matches(".*[^a-zA-Z0-9].*");
        assertThat(confluence.body(delivery)).isNotEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            update-user     | {'fullName':'Ann','email':'a@b.example'}
            activate-user   | -
            deactivate-user | -
            delete-user     | -
            create-group    | {'type':'group','name':'Team'}
            delete-group    | -
            add-member      | -
            remove-member   | -
            """)
    void theBodiesOfTheOthers(String kind, @Nullable String body) {
        assertThat(confluence.body(
                        Pages.delivery(OperationKind.of(kind), Map.of("displayName", "Ann", "email", "a@b.example"))))
                .isEqualTo(body == null ? null : Pages.of(body));
    }

    @Test
    void whatAnErrorMeans() {
        Meanings.of(confluence, """
                delete-user    404 settled
                delete-group   404 settled
                remove-member  404 settled
                create-user    409 doubtful
                create-group   409 doubtful
                """);
    }

    @Test
    void aDeletionIsThroughWhenItsTaskIs() {
        assertThat(confluence.task(Pages.of("{'id':'77','links':{}}"))).isEqualTo("77");
        assertThat(confluence.task(null)).isNull();
        assertThat(confluence.isThrough(Pages.object("{'percentageComplete':40,'successful':false}")))
                .isFalse();
        assertThat(confluence.isThrough(Pages.object("{'percentageComplete':100,'successful':true}")))
                .isTrue();
        assertThatThrownBy(() -> confluence.isThrough(Pages.object("{'percentageComplete':100,'successful':false}")))
                .isInstanceOf(UnexpectedAnswer.class);
        assertThatThrownBy(() -> confluence.isThrough(Pages.object("{}"))).isInstanceOf(UnexpectedAnswer.class);
    }

    @Test
    void theKeyOfANewAccountIsTakenFromTheAnswer() {
        assertThat(confluence.createdId(Pages.of("{'userKey':'4028'}"))).isEqualTo("4028");
        assertThat(confluence.createdId(Pages.of("[]"))).isNull();
    }
}
