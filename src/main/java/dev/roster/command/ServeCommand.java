package dev.roster.command;

import dev.roster.settings.InvalidSettings;
import dev.roster.settings.Settings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "serve", description = "Starts the service: schedules, HTTP API and console. The default.")
class ServeCommand implements Callable<Integer> {

    /** The service goes on when the command is through; no exit code of the others. */
    static final int SERVING = -1;

    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    private final Starting starting;
    private final DemoCommand demo;

    @Option(names = "--debug", description = "Log more.")
    private boolean debug;

    ServeCommand(Starting starting, DemoCommand demo) {
        this.starting = starting;
        this.demo = demo;
    }

    @Override
    public Integer call() throws IOException {
        if (starting.hasProfile(DemoCommand.PROFILE)) {
            return demo.call();
        }
        List<String> arguments = new ArrayList<>(starting.settings());
        if (debug) {
            arguments.add("--debug");
        }
        try {
            announce(SpringApplication.run(starting.program(), arguments.toArray(String[]::new)));
            return SERVING;
        } catch (RuntimeException e) {
            // Spring Boot has told what is wrong.
            return (isFaultOfSettings(e) ? ExitCode.USAGE : ExitCode.FAILED).number();
        }
    }

    private static void announce(ConfigurableApplicationContext context) {
        if (context.getBean(Settings.class).connections().isEmpty()) {
            LOG.warn("There is no connection yet; describe one in application.yaml under roster.connections.");
        }
    }

    private static boolean isFaultOfSettings(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidSettings) {
                return true;
            }
        }
        return false;
    }
}
