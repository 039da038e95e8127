package dev.roster.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphLinkTest {

    private final GraphLink link = new GraphLink(URI.create("https://graph.microsoft.com"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://graph.microsoft.com/v1.0/users?$select=id,mail&$top=999&$skiptoken=RFNwdAIAAQ",
                "https://graph.microsoft.com/v1.0/groups/delta()?$deltatoken=a%2Fb%252e..//c",
                "https://graph.microsoft.com/v1.0/groups/microsoft.graph.delta?$skiptoken=x",
                "https://graph.microsoft.com/v1.0/servicePrincipals(appId='x')/appRoleAssignedTo",
                "https://graph.microsoft.com/v1.0/groups/a%20b/members"
            })
    void followsItsOwnLinksUntouched(String own) {
        assertThat(link.accept(own)).hasToString(own);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTPS://GRAPH.microsoft.COM/v1.0/users?$skiptoken=x",
                "https://graph.microsoft.com:443/v1.0/users?$skiptoken=x",
                "https://graph.microsoft.com:/v1.0/users?$skiptoken=x"
            })
    void asksTheConfiguredServerHoweverTheLinkSpellsIt(String spelling) {
        assertThat(link.accept(spelling)).hasToString("https://graph.microsoft.com/v1.0/users?$skiptoken=x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // other hosts
                "https://evil.example/v1.0/users",
                "https://graph.microsoft.com.evil/v1.0/users",
                "https://graph.microsoft.com./v1.0/users",
                "https://evilgraph.microsoft.com/v1.0/users",
                "https://graph.microsoft.us/v1.0/users",
                "https://10.0.0.1/v1.0/users",
                "https://169.254.169.254/v1.0/users",
                "https://[::1]/v1.0/users",
                "https://[::ffff:10.0.0.1]/v1.0/users",
                "https://2130706433/v1.0/users",
                "https://gr%61ph.microsoft.com/v1.0/users",
                "https://graph_microsoft.com/v1.0/users",
                "https://graph.microsoft.com%00.evil/v1.0/users",
                "https://graph.microsoft.com%2f@evil.example/v1.0/users",
                "https:///v1.0/users",
                "//graph.microsoft.com/v1.0/users",
                "/v1.0/users",
                "v1.0/users",
                "?$skiptoken=x",
                "",
                // users
                "https://graph.microsoft.com@evil.example/v1.0/users",
                "https://user@graph.microsoft.com/v1.0/users",
                "https://user:word@graph.microsoft.com/v1.0/users",
                "https://@graph.microsoft.com/v1.0/users",
                // schemes
                "http://graph.microsoft.com/v1.0/users",
                "http://graph.microsoft.com:443/v1.0/users",
                "ftp://graph.microsoft.com/v1.0/users",
                "file:///v1.0/users",
                "https:graph.microsoft.com/v1.0/users",
                "https:/v1.0/users",
                "javascript:alert(1)",
                // ports
                "https://graph.microsoft.com:8443/v1.0/users",
                "https://graph.microsoft.com:80/v1.0/users",
                "https://graph.microsoft.com:0/v1.0/users",
                "https://graph.microsoft.com:99999999999/v1.0/users",
                // paths
                "https://graph.microsoft.com",
                "https://graph.microsoft.com/",
                "https://graph.microsoft.com/v1.0",
                "https://graph.microsoft.com/v1.0/",
                "https://graph.microsoft.com/beta/users",
                "https://graph.microsoft.com/V1.0/users",
                "https://graph.microsoft.com/v1.0evil/users",
                "https://graph.microsoft.com/v1.0/../beta/users",
                "https://graph.microsoft.com/v1.0/users/..",
                "https://graph.microsoft.com/v1.0/./users",
                "https://graph.microsoft.com//v1.0/users",
                "https://graph.microsoft.com/v1.0//users",
                "https://graph.microsoft.com/v1.0/%2e%2e/beta/users",
                "https://graph.microsoft.com/v1.0/.%2E/beta/users",
                "https://graph.microsoft.com/v1.0/..%2fbeta/users",
                "https://graph.microsoft.com/v1.0/..%5Cbeta/users",
                "https://graph.microsoft.com/v1.0/%252e%252e/users",
                "https://graph.microsoft.com/v1.0/..;/beta/users",
                "https://graph.microsoft.com/v1.0/..%3B/beta/users",
                "https://graph.microsoft.com/v1.0/users%0d%0aHost:evil",
                "https://graph.microsoft.com/v1.0%2fusers",
                "https://graph.microsoft.com/v1%2e0/users",
                // characters
                "https://graph.microsoft.com\\@evil.example/v1.0/users",
                "https://graph.microsoft.com/v1.0\\users",
                "https://graph.microsoft.com/v1.0/users?a b",
                " https://graph.microsoft.com/v1.0/users",
                "https://graph.microsoft.com/v1.0/users\r\nHost: evil",
                "https://graph.microsoft.com/v1.0/users?$skiptoken=\u0000",
                "https://graph.microsoft.com/v1.0/us\u00e9rs",
                "https://graph.microsoft.com/v1.0\uff0fusers",
                "https://graph.microsoft.com/v1.0/users?%zz",
                "https://graph.microsoft.com/v1.0/users#fragment"
            })
    void refusesWhatLeadsElsewhere(String foreign) {
        assertThatThrownBy(() -> link.accept(foreign)).isInstanceOf(ForeignLink.class);
    }

    @Test
    void refusesALinkOfMoreThanEightKilobytes() {
        String start = "https://graph.microsoft.com/v1.0/users?$skiptoken=";
        String longest = start + "x".repeat(8192 - start.length());

        assertThat(link.accept(longest)).hasToString(longest);
        assertThatThrownBy(() -> link.accept(longest + "x")).isInstanceOf(ForeignLink.class);
    }

    @Test
    void aRefusalShowsHostAndPathButNeitherUserNorQuery() {
        String foreign = "https://name:canary1@evil.example/v1.0/users?$skiptoken=canary2#canary3";

        assertThatThrownBy(() -> link.accept(foreign))
                .hasMessageContaining("evil.example/v1.0/users")
                .hasMessageNotContaining("canary");
    }

    @Test
    void aRefusalCannotForgeALogLine() {
        assertThatThrownBy(() -> link.accept("https://evil.example/\n2026-01-01 INFO all is well"))
                .message()
                .doesNotContain("\n", "INFO");
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8081, http://127.0.0.1:8081/v1.0/users, true",
        "http://127.0.0.1:8081, http://127.0.0.1:8082/v1.0/users, false",
        "http://127.0.0.1:8081, http://localhost:8081/v1.0/users, false",
        "http://127.0.0.1:8081, https://127.0.0.1:8081/v1.0/users, false",
        "http://[::1]:8081, http://[::1]:8081/v1.0/users, true",
        "http://[::1]:8081, http://[::2]:8081/v1.0/users, false",
        "http://127.0.0.1, http://127.0.0.1:80/v1.0/users, true",
        "https://proxy.example/graph/, https://proxy.example/graph/v1.0/users, true",
        "https://proxy.example/graph/, https://proxy.example/v1.0/users, false"
    })
    void comparesWithWhateverIsConfigured(URI graphUrl, String candidate, boolean accepted) {
        GraphLink guard = new GraphLink(graphUrl);
        if (accepted) {
            assertThat(guard.accept(candidate).getPath()).endsWith("/v1.0/users");
        } else {
            assertThatThrownBy(() -> guard.accept(candidate)).isInstanceOf(ForeignLink.class);
        }
    }

    @Test
    void aBatchNamesALinkByItsPartBelowTheVersion() {
        assertThat(link.relative("https://graph.microsoft.com/v1.0/groups/7/members?$top=9&$skiptoken=a%2Fb"))
                .isEqualTo("/groups/7/members?$top=9&$skiptoken=a%2Fb");
        assertThat(link.relative("https://graph.microsoft.com/v1.0/groups/7/members"))
                .isEqualTo("/groups/7/members");
        assertThatThrownBy(() -> link.relative("https://evil.example/v1.0/groups/7/members"))
                .isInstanceOf(ForeignLink.class);
    }

    @Test
    void anAddressWithoutAHostIsNoGraph() {
        assertThatIllegalArgumentException().isThrownBy(() -> new GraphLink(URI.create("graph.microsoft.com")));
    }
}
