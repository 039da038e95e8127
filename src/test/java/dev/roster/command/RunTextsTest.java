package dev.roster.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a command says of a run, and the exit code that the run's end comes to. */
class RunTextsTest {

    @ParameterizedTest
    @CsvSource({
        "completed,             ,       DONE,     DONE",
        "completed,             limits, APPROVAL, DONE",
        "completed-with-errors, limits, FAILED,   FAILED",
        "awaiting-approval,     limits, APPROVAL, APPROVAL",
        "failed,                ,       FAILED,   FAILED",
        "stopped,               ,       FAILED,   FAILED",
        "rejected,              ,       FAILED,   FAILED"
    })
    void theEndDecidesTheExitCode(String state, String waitsFor, ExitCode asked, ExitCode approved) {
        JsonNode run =
                json("{'state':'" + state + "','waitsFor':" + (waitsFor == null ? "null" : "'" + waitsFor + "'") + "}");

        assertThat(RunOutcome.asked(run)).isEqualTo(asked);
        assertThat(RunOutcome.carriedOut(run)).isEqualTo(approved);
    }

    @Test
    void progressTellsPhaseShareRateAndTimeLeft() {
        ProgressLine line = new ProgressLine();
        String run = "{'id':7,'progress':{'phase':'applying','done':%d,'total':40000,'etaSeconds':%s}}";

        String first = line.of(json(run.formatted(0, "null")), 0);
        String later = line.of(json(run.formatted(2000, "190")), TimeUnit.SECONDS.toNanos(10));

        assertThat(first).isEqualTo("run 7  applying  0 of 40,000");
        assertThat(later).isEqualTo("run 7  applying  2,000 of 40,000  200.0/s  3 min 10 s left");
        assertThat(line.of(json("{'id':7,'progress':{'phase':'reading','done':0,'total':0}}"), 0))
                .isEqualTo("run 7  reading");
    }

    @Test
    void theSummaryHasATableTheReasonsAndTheDeadLetters() {
        JsonNode run = json("{'id':7,'connection':'acme','mode':'sync','state':'awaiting-approval',"
                + "'message':'a; b','waitsFor':'a; b','leftOut':['wiki'],"
                + "'warnings':[{'target':'jira','detail':'nobody gets in','fix':'Fill jira-users'}],"
                + "'counts':{'jira':{'add-member':{'planned':1,'done':20,'skipped':0,'dead':3}}}}");

        assertThat(RunSummary.of(run))
                .containsExactly(
                        "run 7 of acme: awaiting-approval",
                        "",
                        "target  operation   planned  done  skipped  dead",
                        "jira    add-member  1        20    0        3",
                        "",
                        "left out: wiki",
                        "warning: jira: nobody gets in",
                        "  Fill jira-users",
                        "no estimate yet of how long carrying it out takes",
                        "it waits for approval:",
                        "  a",
                        "  b",
                        "'approve 7' carries it out",
                        "dead letters: 3; 'dead-letters' shows them");
    }

    @Test
    void aPlanThatWaitsSaysHowLongItTakesAndWhomItHits() {
        JsonNode run = json("{'id':7,'connection':'acme','mode':'plan','state':'completed','waitsFor':'a',"
                + "'estimateSeconds':200,'passedLimits':[{'target':'jira','limit':'limits.leavers','planned':12,"
                + "'first':['eve','b\\u0007b']}],'counts':{'jira':{'deactivate-user':{'planned':12}}}}");

        assertThat(RunSummary.of(run))
                .contains(
                        "carrying it out takes about 3 min 20 s",
                        "  limits.leavers in jira: eve, bU+0007b and 10 more");
    }

    @Test
    void whatATerminalWouldObeyIsWrittenOut() {
        assertThat(Shown.line("a\u001b[2Jb\u202ec\nd")).isEqualTo("aU+001B[2JbU+202Ec d");
    }

    @Test
    void aDraftQuotesWhatYamlWouldReadOtherwise() {
        JsonNode groups = json("[{'id':'1','name':'x\\n y: [z]','kind':'security','members':null}]");

        assertThat(MappingDraft.of("a: #b", groups, List.of()))
                .contains("    \"a: #b\":", "          \"1\": [] # x  y: [z] (security)");
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }
}
