package dev.roster.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.RunningService;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.store.Database;
import dev.roster.store.LentTargets;
import dev.roster.store.Run;
import dev.roster.store.RunTarget;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class OneLoanTest {

    /** Until the next look for offers, and longer. */
    private static final Duration SLOW = Duration.ofSeconds(1);

    @Test
    void whoeverDeliversATargetOfAnotherInstanceTakesNoSecondOne() {
        Landscape landscape = Landscape.start(RunningService.smallTenant());
        try (Stage stage = Stage.on(landscape)
                .withProperty("spring.datasource.url", Database.POSTGRESQL.fresh())
                .withProperty("spring.datasource.username", Database.POSTGRESQL.user())
                .with("groups.include", "jira-.*")) {
            ApplicationContext app = stage.app();
            Run run = planOfAnother(stage, app.getBean(RunQueue.class), app.getBean(RunSubjects.class));
            JdbcClient jdbc = app.getBean(JdbcClient.class);
            beAtWorkElsewhere(run, jdbc);
            landscape.products().forEach(product -> product.server().answerAfter(SLOW));
            List<RunTarget> targets = run.targets().subList(0, 2);
            targets.forEach(target -> app.getBean(LentTargets.class)
                    .offer(run, target, app.getBean(Fingerprints.class).of(run.connection(), target)));

            AtomicLong most = new AtomicLong();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> {
                        most.accumulateAndGet(count(jdbc, "holder is not null and not returned"), Math::max);
                        return count(jdbc, "returned") == targets.size();
                    });
            assertThat(most).hasValue(1);
            assertThat(count(jdbc, "fault is not null")).isZero();
        }
    }

    private static Run planOfAnother(Stage stage, RunQueue queue, RunSubjects subjects) {
        long id = queue.start(new RunRequest(Landscape.CONNECTION, Run.Mode.PLAN, false, List.of(), "test", null));
        stage.ended(id);
        return subjects.find(Landscape.CONNECTION, List.of()).run(id, Run.Mode.SYNC, false);
    }

    private static void beAtWorkElsewhere(Run run, JdbcClient jdbc) {
        jdbc.sql("update run set state = 'applying' where id = ?")
                .param(run.id())
                .update();
        jdbc.sql("insert into run_lock (connection_no, run_id, holder, leased_until)"
                        + " values (?, ?, '1@elsewhere', now() + interval '1' hour)")
                .params(run.connectionNo(), run.id())
                .update();
    }

    private static long count(JdbcClient jdbc, String which) {
        return jdbc.sql("select count(*) from lent_target where " + which)
                .query(Long.class)
                .single();
    }
}
