package dev.roster.console;

import static dev.roster.settings.Access.Role.APPROVER;
import static dev.roster.settings.Access.Role.OPERATOR;
import static dev.roster.settings.Access.Role.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.settings.Settings;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.security.autoconfigure.SecurityProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

@ExtendWith(OutputCaptureExtension.class)
class SignInTest {
    private final SecurityProperties properties = new SecurityProperties();

    @Test
    void aMadeUpPasswordIsShownOnceWithWhereToSetOne(CapturedOutput output) {
        UserDetails user = standardUser();

        String password = properties.getUser().getPassword();
        assertThat(output.getAll())
                .containsOnlyOnce(password)
                .contains("spring.security.user.password", "SPRING_SECURITY_USER_PASSWORD");
        assertThat(new SignIn().passwords().matches(password, user.getPassword()))
                .isTrue();
    }

    @Test
    void aPasswordThatWasSetIsNeverShown(CapturedOutput output) {
        properties.getUser().setPassword("set-by-hand");

        UserDetails user = standardUser();

        assertThat(output.getAll()).doesNotContain("set-by-hand");
        assertThat(user.getAuthorities())
                .extracting(Object::toString)
                .contains("ROLE_VIEWER", "ROLE_OPERATOR", "ROLE_APPROVER");
    }

    @Test
    void aRoleHasTheOnesBeforeIt() {
        assertThat(SignIn.included(Set.of(VIEWER))).containsExactly(VIEWER);
        assertThat(SignIn.included(Set.of(APPROVER))).containsExactly(VIEWER, OPERATOR, APPROVER);
        assertThat(SignIn.included(Set.of())).isEmpty();
    }

    @Test
    void aBareBcryptHashIsUnderstood() {
        String hash = new BCryptPasswordEncoder(4).encode("correct");

        assertThat(new SignIn().passwords().matches("correct", hash)).isTrue();
        assertThat(new SignIn().passwords().matches("wrong", hash)).isFalse();
    }

    @Test
    void onlyARightPasswordIsRemembered() {
        AtomicInteger hashed = new AtomicInteger();
        RememberedPasswords passwords = new RememberedPasswords(counting(hashed));

        assertThat(passwords.matches("right", "right")).isTrue();
        assertThat(passwords.matches("right", "right")).isTrue();
        assertThat(hashed).hasValue(1);

        assertThat(passwords.matches("wrong", "right")).isFalse();
        assertThat(passwords.matches("wrong", "right")).isFalse();
        assertThat(hashed).hasValue(3);

        assertThat(passwords.matches("right", "changed")).isFalse();
    }

    private UserDetails standardUser() {
        return new SignIn()
                .users(properties, new StaticListableBeanFactory().getBeanProvider(Settings.class))
                .loadUserByUsername(properties.getUser().getName());
    }

    private static PasswordEncoder counting(AtomicInteger count) {
        return new PasswordEncoder() {
            @Override
            public @Nullable String encode(@Nullable CharSequence password) {
                return String.valueOf(password);
            }

            @Override
            public boolean matches(@Nullable CharSequence password, @Nullable String stored) {
                count.incrementAndGet();
                return String.valueOf(password).equals(stored);
            }
        };
    }
}
