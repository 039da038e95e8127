package dev.roster.console;

import dev.roster.settings.Access;
import dev.roster.settings.Access.Role;
import dev.roster.settings.Settings;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.autoconfigure.SecurityProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** Who may sign in: the standard user of Spring Boot, who has every role, and those under {@code roster.access}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SignIn {
    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    @Bean
    PasswordEncoder passwords() {
        DelegatingPasswordEncoder encoder =
                (DelegatingPasswordEncoder) PasswordEncoderFactories.createDelegatingPasswordEncoder();
        // A hash as htpasswd -B writes it, without Spring's {bcrypt} in front.
        encoder.setDefaultPasswordEncoderForMatches(new BCryptPasswordEncoder());
        return new RememberedPasswords(encoder);
    }

    @Bean
    UserDetailsService users(SecurityProperties properties, ObjectProvider<Settings> settings) {
        SecurityProperties.User standard = properties.getUser();
        if (standard.isPasswordGenerated()) {
            announce(standard);
        }
        Settings all = settings.getIfAvailable();
        Stream<Access> further = all == null ? Stream.empty() : all.access().stream();
        return new InMemoryUserDetailsManager(Stream.concat(Stream.of(standard(standard)), further.map(SignIn::further))
                .toList());
    }

    private static UserDetails standard(SecurityProperties.User user) {
        String password = user.getPassword();
        String stored = password.matches("^\\{.+}.*$") ? password : "{noop}" + password;
        return account(user.getName(), stored, EnumSet.allOf(Role.class));
    }

    private static UserDetails further(Access access) {
        return account(access.name(), access.passwordHash().reveal(), access.roles());
    }

    private static UserDetails account(String name, String password, Set<Role> roles) {
        return User.withUsername(name)
                .password(password)
                .roles(included(roles).stream().map(Role::name).toArray(String[]::new))
                .build();
    }

    /** The roles and, for each, the ones it has in it: an approver is an operator, an operator is a viewer. */
    static Collection<Role> included(Set<Role> roles) {
        return List.copyOf(Arrays.stream(Role.values())
                .filter(role -> roles.stream().anyMatch(given -> given.compareTo(role) >= 0))
                .toList());
    }

    private static void announce(SecurityProperties.User user) {
        LOG.warn("""

                No password is set, so one was made up for this start:

                    user      {}
                    password  {}

                It changes with every start. To set your own, put spring.security.user.password into
                application.yaml or SPRING_SECURITY_USER_PASSWORD into the environment.
                """, user.getName(), user.getPassword());
    }
}
