package dev.roster.entra;

import dev.roster.settings.Entra;
import dev.roster.settings.Transport;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The tokens of all tenants, each made when it is first asked for. Safe for many threads. */
public final class Tokens {

    private final Function<Transport, LoginServer> reach;
    private final Clock clock;
    private final Map<Transport, LoginServer> logins = new ConcurrentHashMap<>();
    private final Map<Entra, GraphToken> tokens = new ConcurrentHashMap<>();

    /** @param reach makes the conversation with the login server for tenants that are reached in one way */
    public Tokens(Function<Transport, LoginServer> reach, Clock clock) {
        this.reach = reach;
        this.clock = clock;
    }

    /** Always the same one for the same tenant and application. */
    public GraphToken of(Entra entra) {
        return tokens.computeIfAbsent(entra, this::token);
    }

    private GraphToken token(Entra entra) {
        TokenRequest request = new TokenRequest(entra, clock);
        LoginServer login = logins.computeIfAbsent(entra.transport(), reach);
        return new GraphToken(() -> login.ask(request), System::nanoTime);
    }
}
