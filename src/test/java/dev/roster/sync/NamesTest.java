package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.SimulatedExchange;
import dev.roster.demo.graph.SimulatedPerson;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.BitbucketVersion;
import dev.roster.demo.product.ConfluenceVersion;
import dev.roster.demo.product.JiraVersion;
import dev.roster.demo.product.SimulatedAccount;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Names that try to become something else on their way; each arrives as it is, or not at all. */
class NamesTest {

    private static final List<String> HOSTILE = List.of(
            "x?httpmethod=delete&y=",
            "../../admin",
            "..",
            ".",
            "${header.camelhttpuri}",
            "${exchange.context.stop}",
            "{{retry.times}}",
            "{user}",
            "raw(secret)",
            "a%2fb",
            "a%00b",
            "a/b",
            "a\\b",
            "a;jsessionid=1",
            "a#b",
            "a&admin=true",
            "a+b",
            "a b",
            " lead",
            "trail ",
            "o'neil",
            "\"quoted\"",
            "'; drop table run; --",
            "<script>alert(1)</script>",
            "\u202eadmin",
            "ad\u200bmin",
            "line\nbreak",
            "nul\u0000l",
            "ünïcödé",
            "用户",
            "😀smile",
            "x".repeat(255),
            "x".repeat(256),
            "null",
            "true",
            "anonymous");

    private static final Stage STAGE = Stage.empty();
    private static RunRow first;
    private static RunRow second;

    @BeforeAll
    static void twoRuns() {
        SimulatedTenant tenant = Cast.nobody();
        Cast.people(tenant, "plain");
        Cast.group(tenant, "everybody", "plain");
        for (int i = 0; i < HOSTILE.size(); i++) {
            String name = HOSTILE.get(i);
            SimulatedPerson person = tenant.addPerson(Cast.upn("n" + i), "Person " + i);
            tenant.changePerson(person.id(), p -> p.withMailNickname(name));
            Cast.join(tenant, "everybody", "n" + i);
            tenant.addMember(
                    tenant.addGroup(name).id(), Cast.person(tenant, "plain").id());
        }
        Scene scene = STAGE.scene(
                        "names",
                        Landscape.start(tenant, JiraVersion.V10_0, ConfluenceVersion.V10_0, BitbucketVersion.V10))
                .with("groups.include", "(?s).*");
        first = scene.sync();
        scene.forgetChanges();
        second = scene.sync();
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    private static Scene scene() {
        return STAGE.scene("names");
    }

    static Stream<Arguments> products() {
        return scene().landscape().products().stream()
                .map(product -> Arguments.of(product.getClass().getSimpleName(), product));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("products")
    void everyAccountIsOneOfTheNamesInItsOwnSpelling(String name, SimulatedProduct product) {
        Set<String> allowed = new TreeSet<>(HOSTILE);
        allowed.addAll(List.of("plain", "admin"));
        assertThat(product.directory().accounts())
                .extracting(SimulatedAccount::name)
                .isSubsetOf(allowed)
                .contains("plain", "ünïcödé", "用户", "😀smile", "{user}", "null", "true")
                .doesNotContain("..", ".", "\u202eadmin", "ad\u200bmin", "line\nbreak", "nul\u0000l");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("products")
    void everyGroupIsOneOfTheNamesInItsOwnSpelling(String name, SimulatedProduct product) {
        Set<String> allowed = new TreeSet<>(HOSTILE);
        allowed.add("everybody");
        assertThat(product.directory().groups())
                .filteredOn(group -> !group.endsWith("-users") && !group.endsWith("-administrators"))
                .isSubsetOf(allowed)
                .contains("everybody", "{user}", "${header.camelhttpuri}", "\"quoted\"", "null");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("products")
    void everybodyWithAnAccountIsInTheirGroup(String name, SimulatedProduct product) {
        List<String> accounts = product.directory().accounts().stream()
                .map(SimulatedAccount::name)
                .filter(account -> !account.equals("admin"))
                .toList();
        assertThat(product.directory().members("everybody")).containsExactlyInAnyOrderElementsOf(accounts);
        assertThat(product.directory().groupsOf("admin")).hasSize(2);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("products")
    void nothingIsRefusedAndASecondRunWritesNothing(String name, SimulatedProduct product) {
        assertThat(scene().deadLetters()).isEmpty();
        assertThat(first.state()).isEqualTo(RunState.COMPLETED);
        assertThat(second.state()).isEqualTo(RunState.COMPLETED);
        assertThat(scene().operations(second)).isEmpty();
        assertThat(Scene.changes(product)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("products")
    void noRequestLeavesThePathsThatTheRoutesName(String name, SimulatedProduct product) {
        for (SimulatedExchange exchange : product.server().exchanges()) {
            assertThat(exchange.request().rawPath())
                    .matches("(/jira)?/rest/(api/(2|latest)?|applinks/1\\.0)/?[A-Za-z0-9._~%/-]*")
                    .doesNotContain("/../", "/./");
            assertThat(exchange.answer().status()).isNotIn(400, 403, 405, 415);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("products")
    void whoIsLeftOutIsToldWhy(String name, SimulatedProduct product) {
        String target = name.replace("Simulator", "").toLowerCase(java.util.Locale.ROOT);
        assertThat(scene().decisions(target))
                .containsEntry("n" + HOSTILE.indexOf("..") + "@example.com", "illegal-name")
                .containsEntry("n" + HOSTILE.indexOf("\u202eadmin") + "@example.com", "illegal-name")
                .containsEntry("n" + HOSTILE.indexOf("x".repeat(256)) + "@example.com", "illegal-name");
    }
}
