package dev.roster.kill;

import dev.roster.Roster;
import dev.roster.run.AlreadyRunning;
import dev.roster.run.RunControl;
import dev.roster.store.Actor;
import dev.roster.store.Run;
import dev.roster.store.RunRow;
import dev.roster.store.RunRows;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeCompletedEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.awaitility.Awaitility;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Roster, whole, in a process that may be killed. It obeys one command a line and says on lines that begin with
 * {@value #SAYS} what came of it; when its input ends, so does it.
 */
public final class RosterProcess {

    static final String SAYS = "@ ";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final ConfigurableApplicationContext app;

    private RosterProcess(ConfigurableApplicationContext app) {
        this.app = app;
    }

    /** @param args a file with its settings */
    public static void main(String[] args) throws IOException {
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of(args[0]))) {
            settings.load(file);
        }
        List<String> arguments = new ArrayList<>();
        settings.forEach((key, value) -> arguments.add("--" + key + "=" + value));
        ConfigurableApplicationContext app = new SpringApplicationBuilder(Roster.class, HaltingSteps.class)
                .web(WebApplicationType.NONE)
                .run(arguments.toArray(String[]::new));
        say("ready");
        new RosterProcess(app).obey();
        Runtime.getRuntime().halt(0);
    }

    private void obey() throws IOException {
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line;
        while ((line = commands.readLine()) != null) {
            String[] words = line.split(" ");
            Thread work = new Thread(() -> carryOut(words), "command-" + words[0]);
            work.setDaemon(true);
            work.start();
        }
    }

    private void carryOut(String[] words) {
        try {
            switch (words[0]) {
                case "halt-at" -> {
                    app.getBean(HaltingSteps.class).haltAt(CrashPoint.valueOf(words[1]), words[2]);
                    say("will halt");
                }
                case "end-leases" -> {
                    app.getBean(JdbcClient.class)
                            .sql("update run_lock set leased_until = ?")
                            .param(Instant.EPOCH.atOffset(ZoneOffset.UTC))
                            .update();
                    say("leases are over");
                }
                case "tell-firings" -> tellFirings();
                case "sync" -> sync(words[1]);
                case "try" -> attempt(words[1]);
                case "approve" -> approve(words[1]);
                case "stop" -> stop(words[1]);
                default -> throw new IllegalArgumentException(words[0]);
            }
        } catch (RuntimeException e) {
            say("failed " + words[0] + " " + e);
        }
    }

    /** From now on, for when each run that a schedule starts was due. */
    private void tellFirings() {
        app.getBean(CamelContext.class).getManagementStrategy().addEventNotifier(new EventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                if (event instanceof ExchangeCompletedEvent completed
                        && completed.getExchange().getFromEndpoint() instanceof QuartzEndpoint schedule) {
                    Date due = completed.getExchange().getMessage().getHeader("scheduledFireTime", Date.class);
                    say("fired " + schedule.getTriggerKey().getName() + " " + due.toInstant());
                }
            }
        });
        say("telling");
    }

    /** As soon as the lease of a run that was killed is over. */
    private void sync(String connection) {
        Long run = Awaitility.await().atMost(PATIENCE).until(() -> start(connection), number -> number > 0);
        tellTheEnd(connection, run);
    }

    private void attempt(String connection) {
        long run = start(connection);
        if (run == 0) {
            say("refused " + connection);
        } else {
            say("began " + connection);
            tellTheEnd(connection, run);
        }
    }

    private void stop(String connection) {
        long run = app.getBean(RunRows.class).latest(connection, null, 1).get(0).id();
        app.getBean(RunControl.class).stop(run, new Actor("somebody", "test"));
    }

    /** Its number; 0 when another run is at work. */
    private long start(String connection) {
        try {
            return app.getBean(ProducerTemplate.class).requestBody("direct:sync", connection, Long.class);
        } catch (CamelExecutionException e) {
            if (e.getCause() instanceof AlreadyRunning) {
                return 0;
            }
            throw e;
        }
    }

    private void approve(String connection) {
        long waiting =
                app.getBean(RunRows.class).latest(connection, null, 1).get(0).id();
        Run run = app.getBean(RunControl.class).approve(waiting, new Actor("somebody", "test"));
        app.getBean(ProducerTemplate.class).sendBody("seda:approved?waitForTaskToComplete=Never", run);
        tellTheEnd(connection, waiting);
    }

    private void tellTheEnd(String connection, long run) {
        RunRow row = Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> app.getBean(RunRows.class).find(run).orElseThrow(),
                        each -> !each.state().working());
        say("ended " + connection + " " + row.state() + " " + row.message() + " " + row.waitsFor());
    }

    private static synchronized void say(String what) {
        System.out.println(SAYS + what.replace('\n', ' '));
        System.out.flush();
    }
}
