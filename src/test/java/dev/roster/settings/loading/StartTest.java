package dev.roster.settings.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.settings.InvalidSettings;
import dev.roster.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The start of the service with right and with wrong settings. */
@ExtendWith(OutputCaptureExtension.class)
class StartTest {
    private static final String[] LEAST = {
        "--spring.config.location=optional:classpath:/none/",
        "--roster.connections.acme.entra.tenant-id=t",
        "--roster.connections.acme.entra.client-id=c",
        "--roster.connections.acme.entra.client-secret=hidden1",
        "--roster.connections.acme.targets.toy.product=toy",
        "--roster.connections.acme.targets.toy.url=https://toy.example.com",
        "--roster.connections.acme.targets.toy.token=hidden2"
    };

    /** A product that Roster does not bring. */
    @Configuration(proxyBeanMethods = false)
    static class Toy {
        @Bean
        ProductTraits toy() {
            return new ProductTraits("toy", false, false, false, false);
        }
    }

    @Test
    void theSettingsAreABean() {
        try (ConfigurableApplicationContext context = application(Toy.class).run(LEAST)) {
            assertThat(context.getBean(Settings.class)
                            .connections()
                            .get(0)
                            .targets()
                            .get(0)
                            .product())
                    .isEqualTo("toy");
        }
    }

    @Test
    void aWrongStartEndsWithOneListAndNoStackTrace(CapturedOutput output) {
        String[] arguments = LEAST.clone();
        arguments[1] = "--roster.connections.acme.entra.tenantt-id=t";
        assertThatThrownBy(() -> application().run(arguments)).hasRootCauseInstanceOf(InvalidSettings.class);
        assertThat(output.getAll())
                .contains("The settings have 3 faults:")
                .contains("roster.connections.acme.entra.tenantt-id")
                .contains("where:   command line")
                .contains("mend:    did you mean tenant-id?")
                .contains("'toy' is no product that Roster knows")
                .doesNotContain("\tat ", "hidden1", "hidden2");
    }

    private static SpringApplicationBuilder application(Class<?>... further) {
        return new SpringApplicationBuilder(SettingsConfiguration.class)
                .sources(further)
                .web(WebApplicationType.NONE);
    }
}
