package dev.roster.console;

import dev.roster.settings.Access;
import dev.roster.settings.Access.Role;
import dev.roster.settings.Notify;
import dev.roster.settings.Secret;
import dev.roster.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Settings with a user of each role, whose password is the name and "-password". */
@TestConfiguration(proxyBeanMethods = false)
public class ConsoleUsers {

    @Bean
    @Primary
    Settings consoleSettings() {
        return new Settings(
                List.of(),
                Path.of("src/test/resources/console"),
                List.of(user("viewer", Role.VIEWER), user("operator", Role.OPERATOR), user("approver", Role.APPROVER)),
                new Notify(null, List.of()),
                List.of(),
                90);
    }

    private static Access user(String name, Role role) {
        String hash = new BCryptPasswordEncoder(4).encode(name + "-password");
        return new Access(name, new Secret("{bcrypt}" + hash), Set.of(role));
    }
}
