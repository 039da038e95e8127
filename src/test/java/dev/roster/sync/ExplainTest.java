package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.graph.GraphFaults;
import dev.roster.demo.graph.SimulatedPerson;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.explanation.ExplainRequest;
import dev.roster.explanation.Explanation;
import dev.roster.explanation.Step;
import dev.roster.explanation.TargetExplanation;
import dev.roster.explanation.UnknownPerson;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Why somebody is, or is not, in the products, through the routes and against simulators. */
class ExplainTest {

    private static final Stage STAGE = Stage.empty();
    private static final SimulatedTenant TENANT = Cast.six();
    private static Scene scene;
    private static Scene fresh;

    @BeforeAll
    static void aRunThatHasAppliedAndThenChanges() {
        scene = STAGE.scene("main", Landscape.start(TENANT))
                .with("groups.include", "team-.*")
                .with("scope.groups", "team-a")
                .with("scope.exclude-users", "ex.*")
                .with("users.protected", "boss")
                .with("limits.leavers", "100%");
        fresh = STAGE.scene("fresh", Landscape.start(Cast.six())).with("scope.groups", "team-a");
        Cast.people(TENANT, "guest", "clash", "klash", "former", "extra", "boss", "nameless", "taken", "lost");
        for (String name : List.of("guest", "clash", "klash", "former", "extra", "boss", "nameless", "taken", "lost")) {
            Cast.join(TENANT, "team-a", name);
        }
        TENANT.changePerson(Cast.upn("guest"), person -> person.withUserType(SimulatedPerson.GUEST));
        TENANT.changePerson(Cast.upn("klash"), person -> person.withMailNickname("CLASH"));
        TENANT.changePerson(Cast.upn("nameless"), person -> person.withMail("none"));
        TENANT.changePerson(Cast.upn("nameless"), person -> person.withMailNickname("name\u202Eless"));
        scene.landscape()
                .products()
                .forEach(
                        product -> product.directory().seed().user("taken", "Somebody Else", "else@elsewhere.example"));
        scene.with("users.existing", "skip");
        scene.sync();
        TENANT.disable(Cast.upn("cid"));
        Cast.delete(TENANT, "dee");
        Cast.delete(TENANT, "former");
        Cast.leave(TENANT, "team-a", "eve");
        TENANT.changePerson(Cast.upn("ann"), person -> person.withDisplayName("Ann Newname"));
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    private static Explanation explain(String key) {
        return STAGE.app().getBean(ExplainRequest.class).explain("main", key, List.of());
    }

    private static TargetExplanation in(Explanation explanation, String target) {
        return explanation.targets().stream()
                .filter(each -> each.target().equals(target))
                .findFirst()
                .orElseThrow();
    }

    /** As in {@code found/in/mapped/recorded/change:changed}. */
    private static String way(TargetExplanation target) {
        List<Step> steps = target.steps();
        Step last = steps.get(steps.size() - 1);
        return String.join("/", steps.stream().map(Step::outcome).toList()) + ":" + last.reason();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bob      | jira       | found/in/mapped/recorded/nothing:unchanged
            ann      | jira       | found/in/mapped/recorded/change:changed
            cid      | jira       | disabled/out/mapped/recorded/change:disabled
            cid      | bitbucket  | disabled/out/mapped/recorded/nothing:disabled
            dee      | jira       | deleted/out/not-asked/recorded/change:deleted
            eve      | jira       | found/out/mapped/recorded/change:out-of-scope
            fay      | jira       | found/out/mapped/none/nothing:out-of-scope
            guest    | jira       | found/out/mapped/none/nothing:guest
            extra    | jira       | found/out/mapped/none/nothing:excluded
            boss     | jira       | found/out/mapped/none/left-alone:protected
            clash@example.com | jira | found/in/clash/none/left-alone:name-clash
            nameless | jira       | found/in/refused/none/left-alone:illegal-name
            taken    | jira       | found/in/mapped/foreign/left-alone:existing-skipped
            taken    | confluence | found/in/mapped/foreign/left-alone:existing-skipped
            """)
    void everybodyIsExplainedStepByStep(String name, String target, String way) {
        Explanation explanation = explain(name.equals("nameless") ? Cast.upn(name) : name);
        assertThat(explanation.source()).isEqualTo("live");
        assertThat(in(explanation, target).steps())
                .extracting(Step::step)
                .containsExactly("import", "scope", "map", "match", "plan");
        assertThat(way(in(explanation, target))).isEqualTo(way);
    }

    @Test
    void theRuleThatDecidesIsMarkedWithWhatItSaw() {
        Step scope = in(explain("guest"), "jira").steps().get(1);
        assertThat(scope.fix()).isEqualTo("scope.guests: true if guests should be in");
        assertThat(scope.values())
                .filteredOn(Step.Value::decisive)
                .singleElement()
                .satisfies(value -> {
                    assertThat(value.name()).isEqualTo("scope.guests");
                    assertThat(value.value()).isEqualTo("a guest; guests: false");
                });
        assertThat(in(explain("eve"), "jira").steps().get(1).values())
                .filteredOn(Step.Value::decisive)
                .extracting(Step.Value::name, Step.Value::value)
                .containsExactly(tuple("scope.groups", "in none of team-a"));
        assertThat(in(explain("bob"), "jira").steps().get(1).values())
                .contains(new Step.Value("scope.groups", "in team-a", "passed", false));
    }

    @Test
    void theMappingSaysWhichAttributeGaveWhat() {
        Step map = in(explain("ann"), "jira").steps().get(2);
        assertThat(map.values())
                .extracting(Step.Value::value)
                .contains(
                        "ann from mailNickname ann, case lower",
                        "Ann Newname from displayName",
                        "ann@example.com from mail");
    }

    @Test
    void aClashNamesTheOther() {
        assertThat(in(explain(Cast.upn("clash")), "jira").steps().get(2).detail())
                .contains("klash@example.com");
        assertThatThrownBy(() -> explain("clash"))
                .isInstanceOf(UnknownPerson.class)
                .hasMessageContaining("clash@example.com")
                .hasMessageContaining("klash@example.com");
    }

    @Test
    void aProductThatHidesAddressesIsNotAskedForThem() {
        Step match = in(explain("taken"), "confluence").steps().get(3);
        assertThat(match.values()).extracting(Step.Value::name).containsExactly("entra-id", "username", "email");
        assertThat(match.values()).extracting(Step.Value::outcome).containsExactly("none", "one", "not-possible");
        assertThat(in(explain("bob"), "jira").steps().get(3).values())
                .extracting(Step.Value::outcome)
                .containsExactly("one", "one", "not-asked");
    }

    @Test
    void whenEntraCannotBeReadTheRememberedIsSaidAsSuch() {
        scene.graph()
                .server()
                .plan(PlannedFault.answer(PlannedFault.on("GET", "/v1.0/users/"), 1, GraphFaults.unavailable()));
        Explanation explanation = explain("bob");
        assertThat(explanation.source()).isEqualTo("remembered");
        Step step = in(explanation, "jira").steps().get(0);
        assertThat(step.detail()).contains("HTTP 503", "as the last run read it: enabled");
        assertThat(way(in(explanation, "jira"))).isEqualTo("remembered/in/remembered/recorded/nothing:unchanged");
    }

    @Test
    void whoIsGoneIsFoundByTheirFormerUsernameAndId() {
        Explanation former = explain("former");
        assertThat(former.principalName()).isEqualTo("former@example.com");
        assertThat(explain(former.id()).targets()).isEqualTo(former.targets());
        assertThat(former.targets().get(0).decision()).isNotNull();
        assertThat(former.history())
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(operation.status()).isEqualTo("done"));
    }

    @ParameterizedTest
    @CsvSource({"nobody", "nobody@example.com", "00000000-0000-0000-0000-000000000000"})
    void whomNobodyKnowsIsUnknown(String key) {
        assertThatThrownBy(() -> explain(key)).isInstanceOf(UnknownPerson.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "' or 1=1 --",
                "${bean:runs?method=fail}",
                "../../groups",
                "a/b?$select=id#x",
                "${variable.inquiry}",
                "%2e%2e%2f",
                "*",
                ".",
                "\u202Enna"
            })
    void hostileKeysAreNobody(String key) {
        assertThatThrownBy(() -> explain(key)).isInstanceOf(UnknownPerson.class);
    }

    @Test
    void nothingIsWritten() {
        explain("bob");
        scene.forgetChanges();
        Map<String, String> before = tables();
        for (SimulatedPerson person : TENANT.people()) {
            explain(person.id());
        }
        explain("dee");
        assertThat(tables()).isEqualTo(before);
        for (SimulatedProduct product : scene.landscape().products()) {
            assertThat(product.directory().changes()).isEmpty();
        }
    }

    /** Every row of every table. */
    private static Map<String, String> tables() {
        JdbcClient jdbc = STAGE.app().getBean(JdbcClient.class);
        Map<String, String> contents = new TreeMap<>();
        jdbc
                .sql(
                        "select table_name from information_schema.tables where table_schema = 'PUBLIC' and table_type = 'BASE TABLE'")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> !table.equals("RUN_LOCK"))
                .forEach(table -> contents.put(
                        table,
                        jdbc.sql("select * from \"" + table + "\"").query().listOfRows().stream()
                                .map(String::valueOf)
                                .sorted()
                                .toList()
                                .toString()));
        return contents;
    }

    @Test
    void beforeTheFirstRunAllThatEntraAndTheSettingsTellIsSaid() {
        Explanation explanation =
                STAGE.app().getBean(ExplainRequest.class).explain("fresh", Cast.upn("ann"), List.of("jira"));
        assertThat(explanation.targets()).hasSize(1);
        assertThat(explanation.targets().get(0).steps())
                .extracting(Step::step, Step::outcome)
                .containsExactly(tuple("import", "found"), tuple("scope", "not-known"), tuple("map", "mapped"));
        assertThat(fresh.jira().directory().changes()).isEmpty();
    }
}
