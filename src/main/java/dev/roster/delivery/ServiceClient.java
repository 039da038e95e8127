package dev.roster.delivery;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.BufferedHttpEntity;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;

/**
 * The HTTP client of one service: adds its credentials, and refuses to send them anywhere else.
 *
 * <p>No cookies are kept and no redirect is followed, so that an answer cannot move a request to another place.
 */
public final class ServiceClient implements HttpClientConfigurer {

    private final Service service;
    private final Credentials credentials;
    private final Traffic traffic;
    private final Paces paces;

    public ServiceClient(Service service, Credentials credentials, Traffic traffic, Paces paces) {
        this.service = service;
        this.credentials = credentials;
        this.traffic = traffic;
        this.paces = paces;
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        keepNothing(client).addExecInterceptorFirst("roster", this::execute);
        URI proxy = service.transport().proxy();
        if (proxy != null) {
            HttpHost host = new HttpHost(proxy.getScheme(), proxy.getHost(), proxy.getPort());
            client.setProxy(host);
            ProxyLogin.of(service.transport()).ifPresent(login -> client.setDefaultCredentialsProvider(login.at(host)));
        }
    }

    /** No cookies, no redirects, no cached credentials: an answer leads nowhere and leaves nothing behind. */
    static HttpClientBuilder keepNothing(HttpClientBuilder client) {
        return client.disableCookieManagement()
                .disableRedirectHandling()
                .disableAuthCaching()
                .setUserAgent("Roster");
    }

    private ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        Credentials shown = credentials.at(ownPath(request));
        makeRepeatable(request);
        String authorization = shown.authorization();
        ClassicHttpResponse response = send(request, authorization, scope, chain);
        if (response.getCode() == 401 && shown.renew(authorization)) {
            response.close();
            ClassicHttpRequest again =
                    ClassicRequestBuilder.copy(scope.originalRequest).build();
            again.setEntity(request.getEntity());
            return send(again, shown.authorization(), scope, chain);
        }
        return response;
    }

    /** A stream that has been sent is empty; the server would wait for the rest of a second request for ever. */
    private static void makeRepeatable(ClassicHttpRequest request) throws IOException {
        HttpEntity entity = request.getEntity();
        if (entity != null && !entity.isRepeatable()) {
            request.setEntity(new BufferedHttpEntity(entity));
        }
    }

    private ClassicHttpResponse send(
            ClassicHttpRequest request, String authorization, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        request.setHeader("Authorization", authorization);
        if (!"https".equalsIgnoreCase(service.url().getScheme())) {
            // Such a request is read by the proxy itself; through a tunnel, this would reach the service.
            ProxyLogin.of(service.transport())
                    .ifPresent(login -> request.setHeader("Proxy-Authorization", login.authorization()));
        }
        request.setHeader("Accept", "application/json");
        // Atlassian's protection against forged form posts; the other services ignore it.
        request.setHeader("X-Atlassian-Token", "no-check");
        boolean writes = !request.getMethod().equals("GET");
        ClassicHttpResponse response = paces.watch(
                service.id(), () -> traffic.measure(service.id(), writes, () -> chain.proceed(request, scope)));
        HttpEntity body = response.getEntity();
        if (body != null) {
            response.setEntity(new BoundedBody(body, scope.execRuntime::discardEndpoint));
        }
        return response;
    }

    /** Where on the service's own host the request goes; to another one it does not go at all. */
    private String ownPath(ClassicHttpRequest request) throws IOException {
        URI own = service.url();
        try {
            URI asked = request.getUri();
            boolean same = own.getScheme().equalsIgnoreCase(asked.getScheme())
                    && own.getHost().equalsIgnoreCase(asked.getHost())
                    && port(own) == port(asked);
            if (!same) {
                throw new ForeignHost(service.id());
            }
            return asked.getRawPath();
        } catch (URISyntaxException e) {
            throw new ForeignHost(service.id());
        }
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }
}
