package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.run.Check;
import dev.roster.run.CheckReport;
import dev.roster.run.CheckRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a check tells of each service, and how to mend what is amiss; it writes nothing. */
class CheckTest {

    private static final Stage STAGE = Stage.empty();

    @BeforeAll
    static void scenes() {
        for (String name : List.of("well", "amiss", "nobody", "wide")) {
            STAGE.scene(name, Landscape.start(Cast.six())).with("groups.include", "team-.*");
        }
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    private static CheckReport.Result check(String scene) {
        CheckReport.Result result = STAGE.app().getBean(CheckRequest.class).check(scene);
        for (SimulatedProduct product : STAGE.scene(scene).landscape().products()) {
            assertThat(Scene.changes(product)).as("a check writes nothing").isEmpty();
        }
        assertThat(result.checks())
                .filteredOn(check -> !check.status().equals("ok"))
                .as("each fault says how to mend it")
                .allMatch(check -> check.fix() != null);
        return result;
    }

    private static Stream<String> lines(CheckReport.Result result, String name) {
        return result.checks().stream()
                .filter(check -> check.name().equals(name))
                .map(check -> check.target() + " " + check.status() + " " + check.detail());
    }

    @Test
    void tellsWhoRosterIsWhetherItMayAdministerAndWhereItWrites() {
        CheckReport.Result result = check("well");
        assertThat(result.ok()).isTrue();
        assertThat(lines(result, "administrator"))
                .containsExactly(
                        "bitbucket ok the account may administer bitbucket",
                        "confluence ok the account may administer confluence",
                        "jira ok the account may administer jira");
        assertThat(lines(result, "account")).hasSize(3);
        assertThat(lines(result, "version")).hasSize(3);
        assertThat(lines(result, "directory"))
                .contains("bitbucket ok Bitbucket Internal Directory is written")
                .anyMatch(line -> line.startsWith("jira ok not told by jira"))
                .anyMatch(line -> line.startsWith("confluence ok not told by confluence"));
        assertThat(lines(result, "licence seats")).contains("jira ok not limited");
        for (String read : List.of("read users", "read groups", "read group members")) {
            assertThat(lines(result, read)).as(read).hasSize(4).allMatch(line -> line.contains(" ok "));
        }
    }

    @Test
    void tellsOfReadOnlyModesDirectoriesAndSeats() {
        Scene scene = STAGE.scene("amiss");
        scene.jira().switches().readOnlyMode(true).seats(0);
        scene.confluence().switches().readOnlyMode(true);
        scene.bitbucket().directory().seed().readOnlyUser("ldap", "From LDAP", "ldap@example.com");
        CheckReport.Result result = check("amiss");
        assertThat(result.ok()).isFalse();
        assertThat(lines(result, "writable"))
                .containsExactly(
                        "confluence fail confluence is in read-only mode and takes no changes",
                        "jira fail jira is in read-only mode and takes no changes");
        assertThat(lines(result, "directory"))
                .contains("bitbucket warn accounts may be changed in Bitbucket Internal Directory; active directories:"
                        + " Bitbucket Internal Directory, Corporate LDAP");
        assertThat(lines(result, "licence seats")).anyMatch(line -> line.matches("jira warn Jira .*: 0 left"));

        scene.bitbucket().switches().readOnlyDirectory(true);
        assertThat(lines(check("amiss"), "directory")).anyMatch(line -> line.startsWith("bitbucket fail no account"));
    }

    @Test
    void tellsAnAccountThatMayNotAdministerFromAWrongPassword() {
        Scene scene = STAGE.scene("nobody");
        for (SimulatedProduct product : scene.landscape().products()) {
            product.directory().groups().stream()
                    .filter(group -> group.contains("admin"))
                    .toList()
                    .forEach(group -> product.directory().seed().removeMember("admin", group));
        }
        CheckReport.Result result = check("nobody");
        assertThat(result.ok()).isFalse();
        for (String target : List.of("jira", "confluence", "bitbucket")) {
            assertThat(result.checks())
                    .filteredOn(check ->
                            target.equals(check.target()) && check.status().equals("fail"))
                    .as(target)
                    .isNotEmpty()
                    .allMatch(check -> String.valueOf(check.fix()).contains("has to be an administrator"));
        }
    }

    @Test
    void tellsEachPermissionThatIsMissingOrWiderThanNeeded() {
        Scene scene = STAGE.scene("wide");
        scene.graph().behaviour().grant(Set.of("User.ReadWrite.All", "Mail.Read", "Member.Read.Hidden"));
        CheckReport.Result result = check("wide");
        assertThat(result.checks().stream()
                        .filter(check -> check.name().startsWith("permission "))
                        .map(CheckTest::permission))
                .containsExactly(
                        "permission User.Read.All: ok, included in User.ReadWrite.All (null)",
                        "permission GroupMember.Read.All: fail, not granted (Add the application permission"
                                + " GroupMember.Read.All to the app registration, and give admin consent.)",
                        "permission Mail.Read: warn, not needed (Take it from the app registration.)",
                        "permission User.ReadWrite.All: warn, wider than needed (Take it from the app registration:"
                                + " User.Read.All is enough.)");
    }

    private static String permission(Check check) {
        return check.name() + ": " + check.status() + ", " + check.detail() + " (" + check.fix() + ")";
    }
}
