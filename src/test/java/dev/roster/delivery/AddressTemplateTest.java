package dev.roster.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.demo.SimulatedRequest;
import dev.roster.directory.HostileTexts;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTemplateTest {

    private static String expand(String template, Map<String, ?> values) {
        return AddressTemplate.parse(template).expand(values::get);
    }

    @Test
    void hasAMethodAPathAndParameters() {
        AddressTemplate template = AddressTemplate.parse("POST /rest/api/2/group/user?groupname={group}");
        assertThat(template.method()).isEqualTo("POST");
        assertThat(template.expand(name -> "team")).isEqualTo("/rest/api/2/group/user?groupname=team");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET", "GET ", "GET rest", "/rest", " /rest", "GET https://elsewhere/"})
    void whatIsNoMethodAndPathIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> AddressTemplate.parse(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            plain                  | plain
            a-b.c_d~e              | a-b.c_d~e
            a/b                    | a%2Fb
            ../../admin            | ..%2F..%2Fadmin
            a\\b                   | a%5Cb
            a?b                    | a%3Fb
            x?httpMethod=DELETE&y= | x%3FhttpMethod%3DDELETE%26y%3D
            a&b=c                  | a%26b%3Dc
            a#b                    | a%23b
            a%2Fb                  | a%252Fb
            %2e%2e                 | %252e%252e
            a+b                    | a%2Bb
            {{secret}}             | %7B%7Bsecret%7D%7D
            ${body}                | %24%7Bbody%7D
            RAW(x)                 | RAW%28x%29
            a;b                    | a%3Bb
            a:b@c                  | a%3Ab%40c
            "a'                    | %22a%27
            é                      | %C3%A9
            😀                     | %F0%9F%98%80
            """)
    void everythingThatIsNotPlainIsEncodedInPathAndQueryAlike(String name, String encoded) {
        assertThat(expand("GET /group/{group}/member", Map.of("group", name)))
                .isEqualTo("/group/" + encoded + "/member");
        assertThat(expand("GET /member?group={group}&limit=1", Map.of("group", name)))
                .isEqualTo("/member?group=" + encoded + "&limit=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "\r\n", "\u0000", "\u202E"})
    void spacesAndControlCharactersAreEncoded(String name) {
        assertThat(expand("GET /u?n={n}", Map.of("n", "a" + name + "b"))).matches("/u\\?n=a(%[0-9A-F]{2})+b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void aSegmentThatServersResolveAwayIsRefused(String name) {
        assertThatThrownBy(() -> expand("DELETE /admin/user/{user}", Map.of("user", name)))
                .isInstanceOf(Unaddressable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void inTheQueryTheSameNamesAreHarmless(String name) {
        assertThat(expand("DELETE /user?username={user}", Map.of("user", name))).isEqualTo("/user?username=" + name);
    }

    @Test
    void threeDotsAreAnOrdinaryName() {
        assertThat(expand("GET /group/{group}", Map.of("group", "..."))).isEqualTo("/group/...");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "a\uDE00", "\uDE00\uD83D"})
    void halfACharacterIsRefusedRatherThanSentAsAQuestionMark(String name) {
        assertThatThrownBy(() -> expand("GET /u?n={n}", Map.of("n", name))).isInstanceOf(Unaddressable.class);
        assertThatThrownBy(() -> expand("GET /u/{n}", Map.of("n", name))).isInstanceOf(Unaddressable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /user/{user}", "GET /user?name={user}", "GET /a?first=1&name={user}"})
    void aMissingValueIsNamed(String template) {
        assertThatThrownBy(() -> expand(template, Map.of()))
                .isInstanceOf(Unaddressable.class)
                .hasMessageContaining("{user}");
    }

    @Test
    void anOptionalParameterIsLeftOutWithItsName() {
        String template = "GET /user/list?cursor={next?}&maxResults=1000";
        assertThat(expand(template, Map.of())).isEqualTo("/user/list?maxResults=1000");
        assertThat(expand(template, Map.of("next", "a b"))).isEqualTo("/user/list?cursor=a%20b&maxResults=1000");
        assertThat(expand("GET /user/list?cursor={next?}", Map.of())).isEqualTo("/user/list");
    }

    @Test
    void anEmptyValueOfAnOptionalParameterIsLeftOut() {
        assertThat(expand("GET /list?cursor={next?}", Map.of("next", ""))).isEqualTo("/list");
    }

    @Test
    void aSegmentCannotBeOptional() {
        assertThatThrownBy(() -> expand("GET /user/{user?}", Map.of())).isInstanceOf(Unaddressable.class);
    }

    @Test
    void valuesAreNotFilledInASecondTime() {
        assertThat(expand("GET /u?a={a}&b={b}", Map.of("a", "{b}", "b", "$0\\1")))
                .isEqualTo("/u?a=%7Bb%7D&b=%240%5C1");
    }

    @Test
    void whateverANameIsTheServerReadsThatNameAndNothingElse() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            String name = HostileTexts.next(random);
            String address = addressOf(name);
            if (address == null) {
                continue;
            }
            URI read = URI.create("http://h" + address);
            String told = "seed %d, case %d: %s".formatted(seed, i, address);
            assertThat(read.getRawPath().split("/", -1)).as(told).hasSize(4).contains("group", "member");
            assertThat(URLDecoder.decode(
                            read.getRawPath().split("/", -1)[2].replace("+", "%2B"), StandardCharsets.UTF_8))
                    .as(told)
                    .isEqualTo(name);
            assertThat(SimulatedRequest.parameters(read.getRawQuery()))
                    .as(told)
                    .isEqualTo(new HashMap<>(Map.of("user", name, "limit", "1")));
            assertThat(read.getRawFragment()).as(told).isNull();
        }
    }

    /** Null where it cannot be addressed. */
    private static @Nullable String addressOf(String name) {
        try {
            return expand("GET /group/{n}/member?user={n}&limit=1", Map.of("n", name));
        } catch (Unaddressable e) {
            boolean halved = !StandardCharsets.UTF_8.newEncoder().canEncode(name);
            assertThat(halved || name.isEmpty() || name.equals(".") || name.equals(".."))
                    .as(name)
                    .isTrue();
            return null;
        }
    }
}
