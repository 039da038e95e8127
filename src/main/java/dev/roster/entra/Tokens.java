package dev.roster.entra;

import dev.roster.settings.Entra;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The tokens of all tenants, each made when it is first asked for. Safe for many threads. */
public final class Tokens {

    private final LoginServer login;
    private final Clock clock;
    private final Map<Entra, GraphToken> tokens = new ConcurrentHashMap<>();

    public Tokens(LoginServer login, Clock clock) {
        this.login = login;
        this.clock = clock;
    }

    /** Always the same one for the same tenant and application. */
    public GraphToken of(Entra entra) {
        return tokens.computeIfAbsent(entra, this::token);
    }

    private GraphToken token(Entra entra) {
        TokenRequest request = new TokenRequest(entra, clock);
        return new GraphToken(() -> login.ask(request), System::nanoTime);
    }
}
