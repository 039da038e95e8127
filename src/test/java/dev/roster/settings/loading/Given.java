package dev.roster.settings.loading;

import dev.roster.settings.Connection;
import dev.roster.settings.Fault;
import dev.roster.settings.InvalidSettings;
import dev.roster.settings.Settings;
import dev.roster.settings.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.support.SystemEnvironmentPropertySourceEnvironmentPostProcessor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Settings as an administrator gives them: files in a folder, environment variables, arguments. */
final class Given {
    /** A connection and a target with nothing but what must be given. */
    static final String LEAST = """
            roster:
              connections:
                acme:
                  entra: {tenant-id: t-1, client-id: c-1, client-secret: s3cr3t}
                  targets:
                    jira: {product: jira, url: https://jira.example.com, token: t0k3n}
            """;

    private final Path folder;
    private final Map<String, Object> variables = new LinkedHashMap<>();
    private String[] arguments = {};

    private Given(Path folder) {
        this.folder = folder;
    }

    static Given in(Path folder) {
        return new Given(folder);
    }

    static Given yaml(Path folder, String yaml) {
        return in(folder).file("application.yaml", yaml);
    }

    Given file(String name, String content) {
        try {
            Files.createDirectories(folder.resolve(name).toAbsolutePath().getParent());
            Files.writeString(folder.resolve(name), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Given variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    Given arguments(String... given) {
        arguments = given;
        return this;
    }

    Settings load() {
        return new SettingsLoader().load(environment());
    }

    Connection connection() {
        return load().connections().get(0);
    }

    Target target() {
        return connection().targets().get(0);
    }

    /** The faults; none when the settings are right. */
    List<Fault> faults() {
        try {
            load();
            return List.of();
        } catch (InvalidSettings e) {
            return e.faults();
        }
    }

    /** As Spring Boot makes it at start, but with these variables alone. */
    StandardEnvironment environment() {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "test", Map.of("spring.config.location", folder.toUri().toString())));
        SpringApplication application = new SpringApplication(Given.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        new SystemEnvironmentPropertySourceEnvironmentPostProcessor().postProcessEnvironment(environment, application);
        ConfigDataEnvironmentPostProcessor.applyTo(environment, null, new DefaultBootstrapContext());
        return environment;
    }
}
