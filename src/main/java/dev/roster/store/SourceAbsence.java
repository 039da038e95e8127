package dev.roster.store;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who and what is no longer in Entra.
 *
 * <p>Somebody who is deleted may be restored for thirty days, and then is in all groups again without a word about it.
 * So their memberships are kept, and count for nothing, as long as that.
 */
@Component
class SourceAbsence {

    private static final Duration MAY_COME_BACK = Duration.ofDays(31);
    private static final int PAGE = 1000;

    private final JdbcClient jdbc;
    private final Batches batches;
    private final DecisionCounts counts;
    private final Due due;
    private final Emptied emptied;
    private final Chosen chosen;
    private final Clock clock;

    SourceAbsence(
            JdbcClient jdbc,
            Batches batches,
            DecisionCounts counts,
            Due due,
            Emptied emptied,
            Chosen chosen,
            Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.counts = counts;
        this.due = due;
        this.emptied = emptied;
        this.chosen = chosen;
        this.clock = clock;
    }

    private record Unwanted(int target, String person, boolean owned) {}

    /** Everybody who did not come up since that run. */
    void forgetPeople(Run run, long since) {
        List<String> page;
        do {
            page = jdbc.sql("select id from person where connection_no = ? and read_no < ? limit " + PAGE)
                    .params(run.connectionNo(), since)
                    .query(String.class)
                    .list();
            leave(run, page);
        } while (!page.isEmpty());
    }

    /** These people are gone; those that were not known are passed over. */
    void leave(Run run, Collection<String> ids) {
        List<String> people = of(
                "select p.id from " + Keys.TABLE + " join person p on p.connection_no = :connection and p.id = k.item",
                run,
                ids);
        Set<String> lost = emptied.peopled(run, groupsOf(run, people));
        batches.write("delete from person where connection_no = ? and id = ?", people, id ->
                new Object[] {run.connectionNo(), id});
        batches.write("delete from gone_person where connection_no = ? and id = ?", people, id ->
                new Object[] {run.connectionNo(), id});
        batches.write("insert into gone_person (connection_no, id, since) values (?, ?, ?)", people, id ->
                new Object[] {run.connectionNo(), id, now()});
        lost.removeAll(emptied.peopled(run, lost));
        emptied.note(run, lost);
        unwant(unwanted(run, people));
        due.people(run, people);
    }

    /** These people are gone for good, with their memberships. */
    void leaveForGood(Run run, Collection<String> ids) {
        leave(run, ids);
        batches.write("delete from membership where connection_no = ? and person_id = ?", ids, id ->
                new Object[] {run.connectionNo(), id});
    }

    /** Of those here who had gone, the groups have somebody again. */
    void returned(Run run, Collection<String> ids) {
        List<String> back = of(
                "select g.id from " + Keys.TABLE
                        + " join gone_person g on g.connection_no = :connection and g.id = k.item",
                run,
                ids);
        batches.write("delete from gone_person where connection_no = ? and id = ?", back, id ->
                new Object[] {run.connectionNo(), id});
        emptied.forgetPeopled(run, groupsOf(run, back));
    }

    private List<String> groupsOf(Run run, Collection<String> people) {
        return of(
                "select distinct m.group_id from " + Keys.TABLE
                        + " join membership m on m.connection_no = :connection and m.person_id = k.item",
                run,
                people);
    }

    private List<String> of(String sql, Run run, Collection<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : jdbc.sql(sql)
                        .param("keys", Keys.of(keys))
                        .param("connection", run.connectionNo())
                        .query(String.class)
                        .list();
    }

    private List<Unwanted> unwanted(Run run, Collection<String> people) {
        return jdbc.sql("select w.target_no, w.person_id, o.person_id from " + Keys.TABLE + UNWANTED)
                .param("keys", Keys.of(people))
                .param("connection", run.connectionNo())
                .query((rs, n) -> new Unwanted(rs.getInt(1), rs.getString(2), rs.getString(3) != null))
                .list();
    }

    private static final String UNWANTED = " join target_name t on t.connection_no = :connection"
            + " join wanted_account w on w.target_no = t.no and w.person_id = k.item"
            + " left join owned_account o on o.target_no = w.target_no and o.person_id = w.person_id";

    /** Whose account is ours is deleted as far as the plan is concerned; others are of no concern. */
    private void unwant(List<Unwanted> accounts) {
        batches.write(
                "update wanted_account set verdict = 'deleted', detail = null where target_no = ? and person_id = ?",
                accounts.stream().filter(Unwanted::owned).toList(),
                account -> new Object[] {account.target(), account.person()});
        accounts.stream()
                .filter(account -> !account.owned())
                .collect(Collectors.groupingBy(
                        Unwanted::target, Collectors.mapping(Unwanted::person, Collectors.toList())))
                .forEach((target, people) -> counts.follow(target, About.USER, people, () -> forget(target, people)));
    }

    private void forget(int target, List<String> people) {
        batches.write("delete from wanted_account where target_no = ? and person_id = ?", people, person ->
                new Object[] {target, person});
    }

    /** People whom a filter no longer finds. */
    void forgetFiltered(Run run) {
        List<String> left = jdbc.sql("select person_id from filtered_person where connection_no = ? and read_no < ?")
                .params(run.connectionNo(), run.id())
                .query(String.class)
                .list();
        due.people(run, left);
        jdbc.sql("delete from filtered_person where connection_no = ? and read_no < ?")
                .params(run.connectionNo(), run.id())
                .update();
    }

    /** Every group that did not come up since that run. */
    void forgetGroups(Run run, long since) {
        leaveGroupsForGood(
                run,
                jdbc.sql("select id from entra_group where connection_no = ? and read_no < ?")
                        .params(run.connectionNo(), since)
                        .query(String.class)
                        .list());
    }

    /** These groups are gone and may come back, with their members. */
    void leaveGroups(Run run, Collection<String> ids) {
        List<String> known = of(
                "select g.id from " + Keys.TABLE
                        + " join entra_group g on g.connection_no = :connection and g.id = k.item",
                run,
                ids);
        if (!known.isEmpty()) {
            chosen.forget(run);
            due.wholeGroups(run, known);
        }
        batches.write("delete from entra_group where connection_no = ? and id = ?", known, id ->
                new Object[] {run.connectionNo(), id});
    }

    void leaveGroupsForGood(Run run, Collection<String> ids) {
        leaveGroups(run, ids);
        for (String table : List.of("membership", "nesting")) {
            batches.write("delete from " + table + " where connection_no = ? and group_id = ?", ids, id ->
                    new Object[] {run.connectionNo(), id});
        }
    }

    /** Lets go of what was kept for those who are gone: accounts that are no longer ours, memberships after a month. */
    void tidy(Run run) {
        List<String> gone = jdbc.sql("select id from gone_person where connection_no = ?")
                .param(run.connectionNo())
                .query(String.class)
                .list();
        unwant(unwanted(run, gone).stream().filter(account -> !account.owned()).toList());
        List<String> over = jdbc.sql("select id from gone_person where connection_no = ? and since < ?")
                .params(run.connectionNo(), now().minus(MAY_COME_BACK))
                .query(String.class)
                .list();
        batches.write("delete from membership where connection_no = ? and person_id = ?", over, id ->
                new Object[] {run.connectionNo(), id});
        unwanted(run, over).forEach(account -> over.remove(account.person()));
        batches.write("delete from gone_person where connection_no = ? and id = ?", over, id ->
                new Object[] {run.connectionNo(), id});
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
