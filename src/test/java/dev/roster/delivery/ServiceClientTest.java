package dev.roster.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedRequest;
import dev.roster.demo.SimulatedServer;
import dev.roster.settings.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Through Camel's own HTTP component, as the routes use it. */
class ServiceClientTest {

    private static final String GOOD = "Bearer good";

    private final SimulatedServer own = SimulatedServer.start("own", ServiceClientTest::answer);
    private final SimulatedServer other = SimulatedServer.start("other", request -> SimulatedAnswer.json(200, "{}"));
    private final Traffic traffic = new Traffic(new SimpleMeterRegistry());
    private final Paces paces = new Paces(new SimpleMeterRegistry(), Clock.systemUTC(), System::nanoTime, Map.of());
    private final DefaultCamelContext camel = new DefaultCamelContext();

    private static SimulatedAnswer answer(SimulatedRequest request) {
        if (request.rawPath().equals("/moved")) {
            return SimulatedAnswer.empty(302).with("Location", "http://127.0.0.1:1/elsewhere");
        }
        return GOOD.equals(request.header("Authorization"))
                ? SimulatedAnswer.json(200, "\"" + request.body().length() + "\"")
                        .with("Set-Cookie", "session=1")
                : SimulatedAnswer.json(401, "{}");
    }

    /** First a token that the server does not take; each renewal gives the next. */
    private static final class Renewable implements Credentials {
        private final List<String> tokens;
        private final AtomicInteger renewals = new AtomicInteger();

        Renewable(String... tokens) {
            this.tokens = List.of(tokens);
        }

        @Override
        public String authorization() {
            return "Bearer " + tokens.get(Math.min(renewals.get(), tokens.size() - 1));
        }

        @Override
        public boolean renew(String refused) {
            renewals.incrementAndGet();
            return true;
        }
    }

    @BeforeEach
    void start() {
        HttpComponent http = new HttpComponent();
        http.setAutomaticRetriesDisabled(true);
        camel.addComponent("http", http);
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
        own.close();
        other.close();
    }

    private String send(Credentials credentials, String url, String method, Object body) {
        camel.getRegistry()
                .bind("client", new ServiceClient(new Service("acme.jira", own.url()), credentials, traffic, paces));
        ProducerTemplate template = camel.createProducerTemplate();
        return String.valueOf(template.requestBodyAndHeaders(
                own.url() + "?httpClientConfigurer=#client&skipRequestHeaders=true&skipControlHeaders=false",
                body,
                Map.of(Exchange.HTTP_URI, url, Exchange.HTTP_METHOD, method),
                String.class));
    }

    private static Credentials good() {
        return Credentials.bearer(new Secret("good"));
    }

    @Test
    void theOwnHostSeesTheCredentialsAndIsAskedForJson() {
        send(good(), own.url() + "/rest?a=b", "POST", "x");
        SimulatedRequest request = own.exchanges().get(0).request();
        assertThat(request.header("Authorization")).isEqualTo(GOOD);
        assertThat(request.header("Accept")).isEqualTo("application/json");
        assertThat(request.header("X-Atlassian-Token")).isEqualTo("no-check");
        assertThat(request.header("User-Agent")).isEqualTo("Roster");
        assertThat(request.rawPath()).isEqualTo("/rest");
        assertThat(request.query()).isEqualTo(Map.of("a", "b"));
    }

    @Test
    void aPathWithADoorOfItsOwnSeesItsOwnCredentialsAndNoOtherPathDoes() {
        Credentials both =
                new Renewable("good").but("/jira/rest/usermanagement/", Credentials.bearer(new Secret("app")));
        for (String path : List.of("/jira/rest/api/2/user?x=/jira/rest/usermanagement/", "/rest/usermanagement/1")) {
            send(both, own.url() + path, "POST", "x");
        }
        assertThatThrownBy(() -> send(both, own.url() + "/jira/rest/usermanagement/1/search?a=b", "POST", "x"))
                .cause()
                .isInstanceOfSatisfying(
                        HttpOperationFailedException.class,
                        e -> assertThat(e.getStatusCode()).isEqualTo(401));
        assertThat(own.exchanges())
                .extracting(e -> e.request().header("Authorization"))
                .containsExactly(GOOD, GOOD, "Bearer app");
    }

    @Test
    void aTokenIsRenewedBesideAPathWithADoorOfItsOwn() {
        Credentials both = new Renewable("old", "good").but("/app/", Credentials.bearer(new Secret("app")));
        assertThat(send(both, own.url() + "/batch", "POST", "x")).isEqualTo("\"1\"");
    }

    @Test
    void anotherHostIsNotSentAnything() {
        assertThatThrownBy(() -> send(good(), other.url() + "/rest", "POST", "x"))
                .hasRootCauseInstanceOf(ForeignHost.class);
        assertThat(other.requests()).isZero();
        assertThat(traffic.sent()).isEmpty();
    }

    @Test
    void aUserInfoThatLooksLikeTheOwnHostDoesNotDeceive() {
        String deceiving =
                "http://" + own.url().getAuthority() + "@" + other.url().getAuthority() + "/rest";
        assertThatThrownBy(() -> send(good(), deceiving, "POST", "x")).isInstanceOf(Exception.class);
        assertThat(other.requests()).isZero();
    }

    @Test
    void anotherSchemeIsAnotherHost() {
        URI secured = URI.create("https://127.0.0.1:" + own.url().getPort());
        camel.getRegistry()
                .bind("secured", new ServiceClient(new Service("acme.jira", secured), good(), traffic, paces));
        String endpoint = own.url() + "?httpClientConfigurer=#secured";
        assertThatThrownBy(() -> camel.createProducerTemplate().requestBody(endpoint, "x"))
                .hasRootCauseInstanceOf(ForeignHost.class);
        assertThat(own.requests()).isZero();
    }

    @Test
    void aRefusedTokenIsRenewedOnceAndTheWholeRequestSentAgain() {
        String body = "{\"requests\":[]}";
        assertThat(send(new Renewable("old", "good"), own.url() + "/batch", "POST", body))
                .isEqualTo("\"" + body.length() + "\"");
        assertThat(own.exchanges()).extracting(e -> e.request().body()).containsExactly(body, body);
        assertThat(own.exchanges())
                .extracting(e -> e.request().header("Authorization"))
                .containsExactly("Bearer old", GOOD);
        assertThat(traffic.sent()).containsEntry("acme.jira", 2L);
    }

    @Test
    void aBodyThatComesAsAStreamIsSentAgainAsWell() {
        InputStream body = new ByteArrayInputStream("{\"a\":1}".getBytes(StandardCharsets.UTF_8));
        assertThat(send(new Renewable("old", "good"), own.url() + "/batch", "POST", body))
                .isEqualTo("\"7\"");
        assertThat(own.exchanges()).extracting(e -> e.request().body()).containsExactly("{\"a\":1}", "{\"a\":1}");
    }

    @Test
    void aSecondRefusalIsTheAnswer() {
        Renewable never = new Renewable("old", "older", "oldest");
        assertThatThrownBy(() -> send(never, own.url() + "/rest", "POST", "x"))
                .isInstanceOf(CamelExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        HttpOperationFailedException.class,
                        e -> assertThat(e.getStatusCode()).isEqualTo(401));
        assertThat(own.requests()).isEqualTo(2);
        assertThat(never.renewals).hasValue(1);
    }

    @Test
    void aTokenThatCannotBeRenewedIsRefusedAtOnce() {
        assertThatThrownBy(() -> send(Credentials.bearer(new Secret("bad")), own.url() + "/rest", "POST", "x"))
                .hasCauseInstanceOf(HttpOperationFailedException.class);
        assertThat(own.requests()).isEqualTo(1);
    }

    @Test
    void noRedirectIsFollowed() {
        assertThatThrownBy(() -> send(good(), own.url() + "/moved", "GET", ""))
                .cause()
                .isInstanceOfSatisfying(
                        HttpOperationFailedException.class,
                        e -> assertThat(e.getStatusCode()).isEqualTo(302));
        assertThat(own.requests()).isEqualTo(1);
    }

    @Test
    void noCookieIsKept() {
        send(good(), own.url() + "/rest", "POST", "x");
        send(good(), own.url() + "/rest", "POST", "x");
        assertThat(own.exchanges().get(1).request().header("Cookie")).isNull();
    }

    @Test
    void aNameAndPasswordAreSentAsTheyAre() {
        assertThat(Credentials.basic("admin", new Secret("pä:ß")).authorization())
                .isEqualTo("Basic YWRtaW46cMOkOsOf");
    }
}
