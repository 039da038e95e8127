package dev.roster.command;

import dev.roster.routes.InvalidRoutes;
import dev.roster.settings.FaultReport;
import dev.roster.settings.InvalidSettings;
import dev.roster.store.DatabaseFile;
import dev.roster.store.DatabaseTrouble;
import dev.roster.store.ServiceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.component.quartz.QuartzComponent;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.support.SpringApplicationJsonEnvironmentPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Finds what is to carry a command out.
 *
 * @param program the class that Spring starts from
 * @param settings from the command line
 */
record Starting(Class<?> program, List<String> settings) {

    /** The service, when one has the embedded database open; otherwise this process. */
    Engine engine(boolean debug) {
        Optional<ServiceEngine> service =
                DatabaseFile.folder(databaseUrl()).flatMap(ServiceFile::read).flatMap(ServiceEngine::find);
        return service.isPresent() ? service.get() : own(debug);
    }

    /** Whether the command line or the environment asks for this profile. */
    boolean hasProfile(String profile) {
        return environment().matchesProfiles(profile);
    }

    private StandardEnvironment environment() {
        StandardEnvironment environment = new StandardEnvironment();
        CommandLinePropertySource<?> commandLine = new SimpleCommandLinePropertySource(settings.toArray(String[]::new));
        environment.getPropertySources().addFirst(commandLine);
        return environment;
    }

    /** The settings as Spring Boot reads them, without starting anything. */
    private String databaseUrl() {
        return allSettings().getProperty("spring.datasource.url", "");
    }

    private StandardEnvironment allSettings() {
        StandardEnvironment environment = environment();
        try {
            SpringApplication none = new SpringApplication(program);
            new SpringApplicationJsonEnvironmentPostProcessor().postProcessEnvironment(environment, none);
            ConfigDataEnvironmentPostProcessor.applyTo(environment);
            return environment;
        } catch (RuntimeException e) {
            throw new CommandFailure(ExitCode.USAGE, "the settings cannot be read: " + rootMessage(e));
        }
    }

    private OwnEngine own(boolean debug) {
        SpringApplication application = new SpringApplication(program);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(debug);
        application.setDefaultProperties(logging(debug));
        application.addInitializers(context -> withoutSchedules((GenericApplicationContext) context));
        try {
            ConfigurableApplicationContext context = application.run(settings.toArray(String[]::new));
            return new OwnEngine(context);
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    /** A command does what it was asked for and nothing that happens to be due meanwhile. */
    private static void withoutSchedules(GenericApplicationContext context) {
        context.registerBean("quartz-component", QuartzComponent.class, () -> {
            QuartzComponent quartz = new QuartzComponent();
            quartz.setAutoStartScheduler(false);
            return quartz;
        });
    }

    /** What ends a start is told by the command itself. */
    private static Map<String, Object> logging(boolean debug) {
        Map<String, Object> logging = new HashMap<>();
        logging.put("routes.watch", "false");
        logging.put("instances.shared", "false");
        logging.put("logging.config", "classpath:logback-command.xml");
        logging.put("logging.level.root", debug ? "INFO" : "WARN");
        if (!debug) {
            logging.put("logging.level.org.springframework.boot.SpringApplication", "OFF");
            logging.put("logging.level.org.springframework.boot.diagnostics", "OFF");
            logging.put("logging.level.org.springframework.context", "ERROR");
            logging.put("logging.level.com.zaxxer.hikari", "OFF");
        }
        return logging;
    }

    private CommandFailure failure(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidSettings invalid) {
                return new CommandFailure(ExitCode.USAGE, FaultReport.of(invalid.faults()));
            }
            if (cause instanceof InvalidRoutes invalid) {
                return new CommandFailure(ExitCode.FAILED, invalid.report());
            }
        }
        String message = DatabaseTrouble.of(failure, allSettings())
                .map(trouble -> trouble.what() + "\n" + trouble.mend())
                .orElseGet(() -> "Roster could not start: " + rootMessage(failure) + "\n--debug shows more.");
        return new CommandFailure(ExitCode.FAILED, message);
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
