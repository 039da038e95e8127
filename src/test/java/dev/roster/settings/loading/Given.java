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
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

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
    private boolean allOfSpring;

    private Given(Path folder) {
        this.folder = folder;
    }

    /** With Spring's whole treatment of files: profiles, imports, further locations. */
    static Given in(Path folder) {
        Given given = new Given(folder);
        given.allOfSpring = true;
        return given;
    }

    static Given yaml(Path folder, String yaml) {
        return new Given(folder).file("application.yaml", yaml);
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

    /** As Spring Boot makes it at start, but with these arguments and variables alone. */
    StandardEnvironment environment() {
        StandardEnvironment environment = new StandardEnvironment();
        MutablePropertySources sources = environment.getPropertySources();
        sources.remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        sources.replace(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        sources.addFirst(new SimpleCommandLinePropertySource(arguments));
        if (allOfSpring) {
            String location = folder.toUri().toString();
            sources.addLast(new MapPropertySource("test", Map.of("spring.config.location", location)));
            ConfigDataEnvironmentPostProcessor.applyTo(
                    environment, new DefaultResourceLoader(), new DefaultBootstrapContext());
        } else {
            addFile(sources);
        }
        return environment;
    }

    /** All that Spring does takes a fifth of a second; most tests need no more than its reading of one file. */
    private void addFile(MutablePropertySources sources) {
        try {
            Resource file = new FileSystemResource(folder.resolve("application.yaml"));
            List<PropertySource<?>> documents = new YamlPropertySourceLoader().load("file", file);
            for (int i = documents.size() - 1; i >= 0; i--) {
                sources.addLast(documents.get(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
