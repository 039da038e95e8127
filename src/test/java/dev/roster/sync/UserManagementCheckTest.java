package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.product.BitbucketVersion;
import dev.roster.demo.product.ConfluenceVersion;
import dev.roster.demo.product.JiraVersion;
import dev.roster.run.Check;
import dev.roster.run.CheckReport;
import dev.roster.run.CheckRequest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a check tells of the user management of a Jira for which the settings have an application. */
class UserManagementCheckTest {

    private static final Stage STAGE = Stage.empty();

    @BeforeAll
    static void scenes() {
        scene("set", JiraVersion.V10_0);
        scene("newer", JiraVersion.V11);
        scene("unset", JiraVersion.V10_0)
                .unset("targets.jira.user-management.application")
                .unset("targets.jira.user-management.password");
    }

    private static Scene scene(String name, JiraVersion version) {
        Landscape landscape = Landscape.start(Cast.six(), version, ConfluenceVersion.V10_0, BitbucketVersion.V10);
        landscape.jira().userServer().register("roster", "application-password");
        return STAGE.scene(name, landscape)
                .with("targets.jira.user-management.application", "roster")
                .with("targets.jira.user-management.password", "application-password")
                .without("confluence")
                .without("bitbucket");
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    private static List<Check> checks(String scene, String... names) {
        CheckReport.Result result = STAGE.app().getBean(CheckRequest.class).check(scene);
        return result.checks().stream()
                .filter(check -> "jira".equals(check.target()))
                .filter(check -> Stream.of(names).anyMatch(check.name()::equals))
                .toList();
    }

    @Test
    void itIsTriedWhereItIsSetWhetherItIsNeededOrNot() {
        for (String scene : List.of("set", "newer")) {
            assertThat(checks(scene, "user management", "listing of accounts"))
                    .as(scene)
                    .singleElement()
                    .satisfies(check -> {
                        assertThat(check.status()).isEqualTo("ok");
                        assertThat(check.detail()).isEqualTo("1 on the first page");
                    });
            assertThat(checks(scene, "read users"))
                    .singleElement()
                    .satisfies(check -> assertThat(check.status()).isEqualTo("ok"));
        }
    }

    @Test
    void whereItIsNotSetAJiraThatCannotListItsAccountsIsToldOfIt() {
        assertThat(checks("unset", "user management", "listing of accounts"))
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.status()).isEqualTo("warn");
                    assertThat(check.fix()).contains("user-management");
                });
        assertThat(STAGE.scene("unset").jira().server().exchanges())
                .noneMatch(exchange -> exchange.request().rawPath().contains("usermanagement"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | user-management.application and user-management.password
            403 | IP addresses
            404 | remove user-management
            500 | log
            """)
    void aRefusalSaysWhatToDo(int status, String fix) {
        STAGE.app();
        Scene scene = STAGE.scene("set");
        scene.jira()
                .server()
                .plan(PlannedFault.answer(
                        PlannedFault.on("GET", "/rest/usermanagement/"),
                        1,
                        SimulatedAnswer.text(status, "text/plain", "no")));
        List<Check> checks = checks("set", "user management", "read groups");
        scene.jira().server().forgetFaults();
        assertThat(checks)
                .extracting(Check::name, Check::status)
                .containsExactlyInAnyOrder(tuple("user management", "fail"), tuple("read groups", "ok"));
        assertThat(checks).filteredOn(check -> check.status().equals("fail")).allSatisfy(check -> {
            assertThat(check.detail()).contains("HTTP " + status);
            assertThat(check.fix()).contains(fix);
        });
    }

    @Test
    void aPasswordThatWasChangedInJiraIsAFault() {
        Scene scene = STAGE.scene("set");
        scene.jira().userServer().register("roster", "another");
        List<Check> checks = checks("set", "user management");
        scene.jira().userServer().register("roster", "application-password");
        assertThat(checks)
                .singleElement()
                .satisfies(check -> assertThat(check.fix()).contains("Jira User Server"));
    }
}
