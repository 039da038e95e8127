package dev.roster.demo.graph;

import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedRequest;
import dev.roster.demo.SimulatedServer;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;

/** Entra's sign-in and Graph v1.0 for one tenant and one application, both on one loopback port. */
public final class GraphSimulator implements AutoCloseable {

    public static final String TENANT_ID = "0785ef7c-2d7a-4542-b048-95bcab406e0b";
    public static final String CLIENT_ID = "9a3d526c-b3c1-4479-ba74-197b5c5751ae";

    /** Made of the characters that real secrets break on when they are not encoded. */
    public static final String CLIENT_SECRET = "Xy8~Q+w&r%3d=t/G.k_p-1?#";

    private final SimulatedServer server;
    private final IssuedTokens tokens;
    private final Credentials credentials = new Credentials();
    private final GraphBehaviour behaviour = new GraphBehaviour();
    private final PartFaults partFaults = new PartFaults();

    private GraphSimulator(SimulatedTenant tenant, Clock clock) {
        this.tokens = new IssuedTokens(clock);
        // The answers hold the server's own address, which is known only when it runs.
        CompletableFuture<SimulatedServer.Handler> handler = new CompletableFuture<>();
        this.server = SimulatedServer.start("graph", request -> handler.join().handle(request));
        URI url = server.url();
        TokenEndpoint signIn = new TokenEndpoint(tenant, url, credentials, tokens, behaviour, clock);
        GraphFace graph =
                new GraphFace(tokens, new GraphResources(tenant, url, behaviour, clock), behaviour, partFaults);
        handler.complete(request -> isSignIn(request) ? signIn.answer(request) : graph.handle(request));
    }

    /** Starts on a free loopback port. */
    public static GraphSimulator start(SimulatedTenant tenant) {
        return start(tenant, Clock.systemUTC());
    }

    /** Starts with a clock of the test's own, by which tokens expire. */
    public static GraphSimulator start(SimulatedTenant tenant, Clock clock) {
        return new GraphSimulator(tenant, clock);
    }

    /** The address of both the sign-in and Graph, without a trailing slash. */
    public URI url() {
        return server.url();
    }

    /** For faults of whole requests, and for what was asked so far. */
    public SimulatedServer server() {
        return server;
    }

    public GraphBehaviour behaviour() {
        return behaviour;
    }

    public Credentials credentials() {
        return credentials;
    }

    /** The next parts of a batch that match are answered by this fault; paths start with {@code /v1.0/}. */
    public void planPart(PlannedFault fault) {
        partFaults.plan(fault);
    }

    /** Every token given out so far is refused with 401 from now on. */
    public void expireTokens() {
        tokens.expireAll();
    }

    /** How many tokens were given out. */
    public int tokensIssued() {
        return tokens.count();
    }

    @Override
    public void close() {
        server.close();
    }

    private static boolean isSignIn(SimulatedRequest request) {
        return request.method().equals("POST") && request.rawPath().endsWith(TokenEndpoint.PATH_END);
    }
}
