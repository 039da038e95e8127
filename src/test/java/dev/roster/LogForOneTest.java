package dev.roster;

import ch.qos.logback.classic.BasicConfigurator;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LoggingSystem;

/** Lets one class of tests set where the log goes, in a process that it shares with others. */
public final class LogForOneTest {

    private LogForOneTest() {}

    /** Spring Boot sets up the log once; while an application of an earlier test still runs, it would not do so again. */
    public static void take() {
        LoggingSystem.get(LogForOneTest.class.getClassLoader()).cleanUp();
    }

    /** Spring Boot keeps what was set for the log in system properties; the next test would be without a console. */
    public static void giveBack() {
        List.of("CONSOLE_LOG_THRESHOLD", "FILE_LOG_THRESHOLD", "LOG_FILE", "LOG_PATH")
                .forEach(System::clearProperty);
        LoggerContext log = (LoggerContext) LoggerFactory.getILoggerFactory();
        log.reset();
        new BasicConfigurator().configure(log);
        log.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
    }
}
