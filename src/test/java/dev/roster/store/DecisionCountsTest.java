package dev.roster.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The numbers that are kept are those that counting would give. */
@ParameterizedClass
@EnumSource(Database.class)
class DecisionCountsTest {

    private static final List<String> REASONS = List.of("no-match", "unchanged", "changed");
    private static final int SUBJECTS = 12;

    private final Tables tables;
    private final RunTarget target;
    private final DecisionCounts counts;

    DecisionCountsTest(Database database) {
        tables = new Tables(database.withTables());
        target = tables.run().targets().get(0);
        counts = new DecisionCounts(tables.jdbc, tables.batches);
    }

    @BeforeEach
    void annAndBobAreWantedAndSoIsATeam() {
        decide("user", "ann", "no-match");
        decide("user", "bob", "unchanged");
        decide("group", "team", "unchanged");
        List.of("ann", "bob").forEach(this::want);
        wantGroup("team");
    }

    @Test
    void whoGetsAnotherReasonIsCountedUnderThat() {
        counts.of(target);
        counts.follow(target.no(), About.USER, List.of("ann", "ann"), () -> decide("user", "ann", "unchanged"));
        assertThat(counts.of(target)).isEqualTo(Map.of("unchanged", 3L));
    }

    @Test
    void whoIsWantedNoMoreIsNotCounted() {
        counts.of(target);
        counts.follow(target.no(), About.USER, List.of("ann"), () -> forget("wanted_account", "person_id", "ann"));
        counts.follow(target.no(), About.GROUP, List.of("team"), () -> forget("wanted_group", "group_key", "team"));
        assertThat(counts.of(target)).isEqualTo(Map.of("unchanged", 1L));
    }

    @Test
    void whatIsNotKeptIsCountedWhenItIsAskedFor() {
        counts.follow(target.no(), About.USER, List.of("ann"), () -> decide("user", "ann", "unchanged"));
        assertThat(tables.jdbc
                        .sql("select count(*) from decision_count")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(counts.of(target)).isEqualTo(Map.of("unchanged", 3L));
    }

    @Test
    void whatMovesFromOneReasonToAnotherNeedNotBeNamed() {
        counts.of(target);
        counts.moved(target.no(), "no-match", "unchanged", 1);
        assertThat(counts.of(target)).isEqualTo(Map.of("unchanged", 3L));
    }

    @Test
    void followsWhateverHappens() {
        Random random = new Random(5);
        List<String> story = new ArrayList<>();
        counts.of(target);
        for (int step = 0; step < 150; step++) {
            story.add(something(random));
            Map<String, Long> kept = counts.of(target);
            counts.forget(target);
            assertThat(kept).as(String.join("\n", story)).isEqualTo(counts.of(target));
        }
    }

    private String something(Random random) {
        List<String> some =
                random.ints(3, 0, SUBJECTS).mapToObj(i -> "subject-" + i).toList();
        String reason = REASONS.get(random.nextInt(REASONS.size()));
        int what = random.nextInt(6);
        switch (what) {
            case 0 ->
                counts.follow(target.no(), About.USER, some, () -> some.forEach(one -> decide("user", one, reason)));
            case 1 -> counts.follow(target.no(), About.USER, some, () -> some.forEach(this::want));
            case 2 ->
                counts.follow(
                        target.no(),
                        About.USER,
                        some,
                        () -> some.forEach(one -> forget("wanted_account", "person_id", one)));
            case 3 ->
                counts.follow(target.no(), About.GROUP, some, () -> some.forEach(one -> decide("group", one, reason)));
            case 4 -> counts.follow(target.no(), About.GROUP, some, () -> some.forEach(this::wantGroup));
            default ->
                counts.follow(
                        target.no(),
                        About.GROUP,
                        some,
                        () -> some.forEach(one -> forget("wanted_group", "group_key", one)));
        }
        return what + " " + some + " " + reason;
    }

    private void decide(String about, String subject, String reason) {
        tables.jdbc
                .sql("delete from decision where target_no = ? and about = ? and subject = ?")
                .params(target.no(), about, subject)
                .update();
        tables.jdbc
                .sql("insert into decision (target_no, about, subject, reason, run_id) values (?, ?, ?, ?, 1)")
                .params(target.no(), about, subject, reason)
                .update();
    }

    private void want(String person) {
        forget("wanted_account", "person_id", person);
        tables.jdbc
                .sql("insert into wanted_account (target_no, person_id, enabled) values (?, ?, true)")
                .params(target.no(), person)
                .update();
    }

    private void wantGroup(String key) {
        forget("wanted_group", "group_key", key);
        tables.jdbc
                .sql("insert into wanted_group (target_no, group_key, name) values (?, ?, ?)")
                .params(target.no(), key, key)
                .update();
    }

    private void forget(String table, String column, String key) {
        tables.jdbc
                .sql("delete from " + table + " where target_no = ? and " + column + " = ?")
                .params(target.no(), key)
                .update();
    }
}
