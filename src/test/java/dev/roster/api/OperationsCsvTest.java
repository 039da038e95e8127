package dev.roster.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.store.OperationRow;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class OperationsCsvTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "=1+1          | '=1+1",
                "+49           | '+49",
                "-2            | '-2",
                "@SUM(A1)      | '@SUM(A1)",
                "＝1           | '＝1",
                "ann           | ann",
                "O'Neil        | O'Neil",
                "a,b           | \"a,b\"",
                "say \"hi\"    | \"say \"\"hi\"\"\"",
                "=a,\"b\"      | \"'=a,\"\"b\"\"\""
            })
    void cellsAreQuotedAndNeverFormulas(String text, String cell) {
        assertThat(OperationsCsv.cell(text)).isEqualTo(cell);
    }

    @Test
    void aTabOrALineEndInFrontOfAFormulaDoesNotHelpIt() {
        assertThat(OperationsCsv.cell("\t=1")).isEqualTo("'\t=1");
        assertThat(OperationsCsv.cell("\r=1")).isEqualTo("\"'\r=1\"");
        assertThat(OperationsCsv.cell("a\nb")).isEqualTo("\"a\nb\"");
    }

    @Test
    void aRowHasACellForEveryFieldAndLinesEndWithBothCharacters() {
        StringWriter text = new StringWriter();
        OperationsCsv csv = new OperationsCsv(new PrintWriter(text), JsonMapper.shared());

        csv.header();
        csv.row(new OperationRow(
                7,
                "jira",
                "add-member",
                "ann",
                "=devs",
                Map.of(),
                Map.of("name", "a\"b"),
                "member-in-entra",
                "dead",
                2,
                null,
                true));

        assertThat(text.toString())
                .isEqualTo(
                        "id,target,kind,user,group,before,after,reason,status,attempts,error,drift\r\n"
                                + "7,jira,add-member,ann,'=devs,,\"{\"\"name\"\":\"\"a\\\"\"b\"\"}\",member-in-entra,dead,2,,true\r\n");
    }
}
