package dev.roster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedRequest;
import dev.roster.demo.SimulatedServer;
import dev.roster.demo.graph.SimulatedTenant;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What services answer, and who people are, stays out of the log. */
@ExtendWith(OutputCaptureExtension.class)
class QuietLogTest {

    private static final Predicate<SimulatedRequest> WRITES =
            request -> !request.method().equals("GET");

    private final SimulatedTenant tenant = new SimulatedTenant("Small", "small.example");

    private Stage stage() {
        tenant.addMember(
                tenant.addGroup("canary-group").id(),
                tenant.addPerson("canary-ann@small.example", "Canary Ann").id());
        return Stage.on(Landscape.start(tenant)).with("groups.include", ".*").withProperty("retry.times", "2");
    }

    @Test
    void neitherRefusedNorGarbledWritesAreQuoted(CapturedOutput output) {
        try (Stage stage = stage()) {
            SimulatedServer jira = stage.landscape().jira().server();
            jira.plan(PlannedFault.answer(WRITES, 1, SimulatedAnswer.json(503, "{\"canary-answer\":1}")));
            jira.plan(PlannedFault.answer(WRITES, 1, SimulatedAnswer.json(201, "canary-answer {")));
            SimulatedServer bitbucket = stage.landscape().bitbucket().server();
            bitbucket.plan(PlannedFault.answer(WRITES, 2, SimulatedAnswer.json(503, "{\"canary-answer\":1}")));
            bitbucket.plan(PlannedFault.answer(WRITES, 9, SimulatedAnswer.json(403, "{\"canary-answer\":1}")));
            stage.sync();
        }
        assertThat(output.getAll())
                .contains("demo.jira: HTTP 503")
                .doesNotContain("canary-", "Canary", "password=", "Exhausted");
    }

    @Test
    void neitherRefusedNorGarbledReadsAreQuoted(CapturedOutput output) {
        try (Stage stage = stage()) {
            stage.landscape()
                    .jira()
                    .server()
                    .plan(PlannedFault.answer(
                            PlannedFault.on("GET", "/group"), 99, SimulatedAnswer.json(403, "{\"canary-answer\":1}")));
            stage.landscape()
                    .confluence()
                    .server()
                    .plan(PlannedFault.answer(
                            PlannedFault.on("GET", "/group"),
                            99,
                            SimulatedAnswer.text(200, "text/html", "<canary-answer>")));
            stage.sync();
        }
        assertThat(output.getAll())
                .contains("leaves out demo.jira: HTTP 403")
                .contains("leaves out demo.confluence: an answer that is not JSON")
                .doesNotContain("canary-", "Canary", "Exhausted");
    }
}
