package dev.roster.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.roster.directory.EntraGroup;
import dev.roster.directory.GroupChanges;
import dev.roster.directory.MembershipChange;
import dev.roster.directory.PeopleChanges;
import dev.roster.directory.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class GraphChangesTest {

    private static List<?> items(String json) {
        return JsonMapper.shared().readValue(json.replace('\'', '"'), List.class);
    }

    private static GroupChanges groups(String json) {
        return GraphChanges.groups(items(json), "token");
    }

    @Test
    void whoComesTwiceCountsAsTheyComeLast() {
        PeopleChanges changes = GraphChanges.people(items("""
                [{'id':'a','accountEnabled':true,'userPrincipalName':'old'},
                 {'id':'b','@removed':{'reason':'changed'}},
                 {'id':'c','accountEnabled':true},
                 {'id':'a','accountEnabled':false,'userPrincipalName':'new'},
                 {'id':'b','accountEnabled':true},
                 {'id':'c','@removed':{'reason':'deleted'}}]"""));
        assertThat(changes.present())
                .extracting(Person::id, Person::enabled)
                .containsExactly(tuple("a", false), tuple("b", true));
        assertThat(changes.gone()).isEmpty();
        assertThat(changes.goneForGood()).containsExactly("c");
    }

    @Test
    void theMembersOfAGroupInPartsAreAllOfThem() {
        GroupChanges changes = groups("""
                [{'id':'g','displayName':'G','securityEnabled':true,'members@delta':[
                   {'@odata.type':'#microsoft.graph.user','id':'a'},
                   {'@odata.type':'#microsoft.graph.group','id':'h'},
                   {'@odata.type':'#microsoft.graph.device','id':'d'}]},
                 {'id':'g','displayName':'G','securityEnabled':true,'members@delta':[
                   {'@odata.type':'#microsoft.graph.user','id':'b'},
                   {'@odata.type':'#microsoft.graph.user','id':'a','@removed':{'reason':'deleted'}}]},
                 {'id':'empty','displayName':'E','securityEnabled':true}]""");
        assertThat(changes.present()).extracting(EntraGroup::id).containsExactly("g", "empty");
        assertThat(changes.members())
                .containsExactlyInAnyOrder(
                        new MembershipChange("g", "a", true, true),
                        new MembershipChange("g", "h", false, false),
                        new MembershipChange("g", "b", true, false));
    }

    @Test
    void aGroupOfWhichOnlyMembersChangedKeepsWhatIsKnownOfIt() {
        GroupChanges changes =
                groups("[{'id':'g','members@delta':[{'@odata.type':'#microsoft.graph.user','id':'a'}]}]");
        assertThat(changes.present()).isEmpty();
        assertThat(changes.members()).hasSize(1);
    }

    @Test
    void whatDoesNotSayWhatItIsIsNoChange() {
        assertThatThrownBy(() -> GraphChanges.people(items("[{'id':'a'}]"))).isInstanceOf(MalformedAnswer.class);
        assertThatThrownBy(() -> groups("[{'id':'g','members@delta':[{'id':'a'}]}]"))
                .isInstanceOf(MalformedAnswer.class);
    }

    @ParameterizedTest
    @CsvSource({
        "200, , false",
        "410, anything, true",
        "400, syncStateNotFound, true",
        "400, SYNCSTATENOTFOUND, true",
        "400, resyncRequired, true",
        "400, syncStateInvalid, true"
    })
    void aRoundBeginsAnewWhenItsTokenHasExpired(int status, String code, boolean expired) {
        assertThat(DeltaAnswer.hasExpired(status, code == null ? Map.of() : Map.of("error", Map.of("code", code))))
                .isEqualTo(expired);
    }

    @Test
    void anyOtherRefusalIsOne() {
        assertThatThrownBy(() -> DeltaAnswer.hasExpired(400, Map.of("error", Map.of("code", "BadRequest\n"))))
                .isInstanceOf(RoundRefused.class)
                .hasMessageContaining("400, BadRequest\\u000a");
        assertThatThrownBy(() -> DeltaAnswer.hasExpired(400, null)).isInstanceOf(RoundRefused.class);
    }

    @Test
    void aRoundThatBreaksOffIsNone() {
        assertThat(DeltaAnswer.isLast(Map.of("@odata.deltaLink", "x"))).isTrue();
        assertThat(DeltaAnswer.isLast(Map.of("@odata.nextLink", "x"))).isFalse();
        assertThatThrownBy(() -> DeltaAnswer.isLast(Map.of("value", List.of()))).isInstanceOf(MalformedAnswer.class);
    }
}
