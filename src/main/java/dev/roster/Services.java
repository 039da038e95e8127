package dev.roster;

import dev.roster.delivery.Addressing;
import dev.roster.delivery.Collected;
import dev.roster.delivery.Credentials;
import dev.roster.delivery.Failures;
import dev.roster.delivery.Paces;
import dev.roster.delivery.ProxyLogin;
import dev.roster.delivery.Redaction;
import dev.roster.delivery.RedeliveryDelay;
import dev.roster.delivery.Service;
import dev.roster.delivery.ServiceHealth;
import dev.roster.delivery.Traffic;
import dev.roster.delivery.Webhook;
import dev.roster.entra.GraphToken;
import dev.roster.entra.LoginServer;
import dev.roster.entra.Tokens;
import dev.roster.settings.Connection;
import dev.roster.settings.Secret;
import dev.roster.settings.Settings;
import dev.roster.settings.Target;
import dev.roster.settings.Transport;
import dev.roster.settings.UserManagement;
import dev.roster.store.LeftAlone;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The services that requests go to, and what the routes use to send them. */
@Configuration(proxyBeanMethods = false)
class Services {

    /** Where Jira asks for an application's credentials, and refuses an administrator's. */
    private static final String USER_MANAGEMENT = "/rest/usermanagement/";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Traffic traffic(MeterRegistry meters) {
        return new Traffic(meters);
    }

    @Bean
    Paces paces(MeterRegistry meters, Clock clock, Settings settings) {
        Map<String, Integer> most = settings.connections().stream()
                .flatMap(connection -> connection.targets().stream())
                .filter(target -> target.maxRequestsPerSecond() > 0)
                .collect(Collectors.toMap(Target::id, Target::maxRequestsPerSecond));
        return new Paces(meters, clock, System::nanoTime, most);
    }

    @Bean
    Failures failures(Clock clock) {
        return new Failures(clock);
    }

    @Bean
    ServiceHealth serviceHealth(Clock clock, LeftAlone lasting) {
        return new ServiceHealth(clock, System::nanoTime, lasting::keep);
    }

    @Bean
    RedeliveryDelay redeliveryDelay(Failures failures, ServiceHealth health) {
        return new RedeliveryDelay(failures, health);
    }

    @Bean
    Collected collected() {
        return new Collected();
    }

    @Bean
    Addressing addressing(Settings settings) {
        Map<String, URI> addresses = new HashMap<>();
        for (Connection connection : settings.connections()) {
            addresses.put(connection.id(), connection.entra().graphUrl());
            connection.targets().forEach(target -> addresses.put(target.id(), target.url()));
        }
        return new Addressing(addresses);
    }

    @Bean
    Webhook webhook(Settings settings) {
        return new Webhook(settings.notifications().webhook());
    }

    @Bean
    Redaction redaction(Settings settings) {
        List<String> secrets = new ArrayList<>();
        for (Connection connection : settings.connections()) {
            reveal(connection.entra().clientSecret(), secrets);
            reveal(connection.entra().transport(), secrets);
            for (Target target : connection.targets()) {
                reveal(target.token(), secrets);
                reveal(target.password(), secrets);
                reveal(target.transport(), secrets);
                UserManagement application = target.userManagement();
                if (application != null) {
                    reveal(application.password(), secrets);
                    secrets.add(sent(credentials(application).authorization()));
                }
                // What is sent is as secret as what it is made of.
                secrets.add(sent(credentials(target).authorization()));
            }
        }
        return new Redaction(secrets);
    }

    private static void reveal(Transport transport, List<String> secrets) {
        reveal(transport.proxyPassword(), secrets);
        ProxyLogin.of(transport).ifPresent(login -> secrets.add(sent(login.authorization())));
    }

    /** A header's value without its scheme. */
    private static String sent(String authorization) {
        return authorization.substring(authorization.indexOf(' ') + 1);
    }

    private static void reveal(@Nullable Secret secret, List<String> secrets) {
        if (secret != null) {
            secrets.add(secret.reveal());
        }
    }

    @Bean
    Tokens tokens(Transports transports, Clock clock) {
        return new Tokens(way -> new LoginServer(transports.tls(way), way, clock), clock);
    }

    static Service graph(Connection connection) {
        return new Service(
                connection.id(),
                connection.entra().graphUrl(),
                connection.entra().transport());
    }

    static Service product(Target target) {
        return new Service(target.id(), target.url(), target.transport());
    }

    static Credentials credentials(GraphToken token) {
        return new Credentials() {
            @Override
            public String authorization() {
                return "Bearer " + token.current();
            }

            @Override
            public boolean renew(String refused) {
                token.invalidate(refused.substring("Bearer ".length()));
                return true;
            }
        };
    }

    /** A token where there is one; Bitbucket's administration takes a password only. */
    static Credentials credentials(Target target) {
        Credentials own = target.token() != null
                ? Credentials.bearer(target.token())
                : Credentials.basic(
                        Objects.requireNonNull(target.username()), Objects.requireNonNull(target.password()));
        UserManagement application = target.userManagement();
        return application == null
                ? own
                : own.but(target.url().getRawPath() + USER_MANAGEMENT, credentials(application));
    }

    private static Credentials credentials(UserManagement application) {
        return Credentials.basic(application.application(), application.password());
    }
}
