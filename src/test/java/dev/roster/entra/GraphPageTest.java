package dev.roster.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GraphPageTest {

    @Test
    void anEmptyPageMayLeadOn() {
        Map<String, ?> page = Map.of("value", List.of(), "@odata.nextLink", "https://g/v1.0/users?$skiptoken=2");

        assertThat(GraphPage.items(page)).isEmpty();
        assertThat(GraphPage.nextLink(page)).contains("https://g/v1.0/users?$skiptoken=2");
        assertThat(GraphPage.deltaLink(page)).isEmpty();
    }

    @Test
    void theLastPageOfARoundLeadsToTheNextRound() {
        Map<String, ?> page = Map.of("value", List.of(Map.of("id", "1")), "@odata.deltaLink", "https://g/v1.0/d");

        assertThat(GraphPage.items(page)).hasSize(1);
        assertThat(GraphPage.nextLink(page)).isEmpty();
        assertThat(GraphPage.deltaLink(page)).contains("https://g/v1.0/d");
    }

    @Test
    void anAnswerWithoutAListIsNeverAnEmptyPage() {
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("value", null);

        assertThatThrownBy(() -> GraphPage.items(null)).isInstanceOf(MalformedAnswer.class);
        assertThatThrownBy(() -> GraphPage.items(Map.of())).isInstanceOf(MalformedAnswer.class);
        assertThatThrownBy(() -> GraphPage.items(nothing)).isInstanceOf(MalformedAnswer.class);
        assertThatThrownBy(() -> GraphPage.items(Map.of("value", "none"))).isInstanceOf(MalformedAnswer.class);
        assertThatThrownBy(() -> GraphPage.items(Map.of("error", Map.of("code", "x"))))
                .isInstanceOf(MalformedAnswer.class);
    }

    @Test
    void anItemThatIsNoObjectSpoilsThePage() {
        assertThatThrownBy(() -> GraphPage.items(Map.of("value", Arrays.asList(Map.of("id", "1"), null))))
                .isInstanceOf(MalformedAnswer.class);
        assertThatThrownBy(() -> GraphPage.items(Map.of("value", List.of("1")))).isInstanceOf(MalformedAnswer.class);
    }

    @Test
    void aLinkThatIsNoTextIsNotTakenForTheEnd() {
        assertThatThrownBy(() -> GraphPage.nextLink(Map.of("@odata.nextLink", 7)))
                .isInstanceOf(MalformedAnswer.class);
        assertThatThrownBy(() -> GraphPage.nextLink(Map.of("@odata.nextLink", " ")))
                .isInstanceOf(MalformedAnswer.class);
    }

    @Test
    void aPageCannotBeBothTheLastAndNot() {
        Map<String, ?> both = Map.of("value", List.of(), "@odata.nextLink", "n", "@odata.deltaLink", "d");

        assertThatThrownBy(() -> GraphPage.nextLink(both)).isInstanceOf(MalformedAnswer.class);
        assertThatThrownBy(() -> GraphPage.deltaLink(both)).isInstanceOf(MalformedAnswer.class);
    }
}
