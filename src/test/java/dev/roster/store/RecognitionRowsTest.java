package dev.roster.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.directory.Account;
import dev.roster.mapping.WantedAccount;
import dev.roster.plan.Candidate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the tables say about whose account is whose. */
@ParameterizedClass
@EnumSource(Database.class)
class RecognitionRowsTest {

    private final Tables tables;
    private final Run run;
    private final RunTarget target;
    private final PlanSql sql;

    RecognitionRowsTest(Database database) {
        tables = new Tables(database.withTables());
        run = tables.run();
        target = run.targets().get(0);
        sql = new PlanSql(tables.jdbc)
                .with("target.no", target.no())
                .with("run.connectionNo", run.connectionNo())
                .with("scoped", false)
                .with("filtered", false)
                .with("filterKey", "")
                .with("ownName", "Roster")
                .with("emailBeforeRecord", false)
                .with("nameFirst", true)
                .with("keys", Keys.of(List.of()));
    }

    private void people(String... names) {
        for (String name : names) {
            person(name, name + "@example.com");
        }
    }

    private void person(String name, String email) {
        tables.wanted.keepAccounts(
                run, target, List.of(new WantedAccount("p-" + name, name, "The " + name, email, true, null, null)));
    }

    private void account(String name, @Nullable String email) {
        tables.seen.keepAccounts(
                run, target, List.of(new Account("id-" + name, name, "The " + name, email, true, true)));
    }

    private void recorded(String person, String name, String id) {
        tables.jdbc
                .sql("insert into owned_account (target_no, person_id, name_key, account_id, origin, since_run)"
                        + " values (?, ?, ?, ?, 'created', 1)")
                .params(target.no(), "p-" + person, name, id)
                .update();
    }

    /** As a plan of everybody has them, which a plan of each of them alone has to have as well. */
    private Map<String, Candidate> candidates() {
        List<String> everybody = tables.jdbc
                .sql("select person_id from wanted_account")
                .query(String.class)
                .list();
        Map<String, Candidate> candidates = found("seekers-find", everybody);
        for (String person : everybody) {
            tables.jdbc.sql("delete from due_person").update();
            tables.jdbc
                    .sql("insert into due_person values (?, ?, ?)")
                    .params(target.no(), person, run.id())
                    .update();
            found("seekers-find-due", List.of(person))
                    .forEach((name, alone) -> assertThat(alone).isEqualTo(candidates.get(name)));
        }
        return candidates;
    }

    private Map<String, Candidate> found(String seekers, List<String> people) {
        sql.update("seekers-forget");
        sql.update("email-claims-forget");
        sql.update(seekers);
        sql.update("email-claims-find");
        sql.with("keys", Keys.of(people));
        return sql.rows("account-candidates").stream()
                .map(CandidateRows::account)
                .collect(Collectors.toMap(candidate -> candidate.personId().substring(2), Function.identity()));
    }

    private Candidate candidate(String name) {
        return Objects.requireNonNull(candidates().get(name));
    }

    private static String shown(Candidate.@Nullable ByEmail found) {
        return found == null
                ? "-"
                : found.account().name() + "+" + found.more() + (found.sought() ? " sought" : "")
                        + (found.administrator() ? " administrator" : "");
    }

    private String byEmail(String name) {
        return shown(candidate(name).byEmail());
    }

    @Test
    void addressesAreComparedInLowerCase() {
        people("ann", "bob");
        account("alee", "ANN@Example.com");
        account("nobody", null);
        assertThat(byEmail("ann")).isEqualTo("alee+0");
        assertThat(byEmail("bob")).isEqualTo("-");
    }

    @Test
    void severalAccountsWithTheAddressAreCounted() {
        people("ann");
        account("a2", "ann@example.com");
        account("a1", "ann@example.com");
        account("a3", "ann@example.com");
        assertThat(byEmail("ann")).isEqualTo("a1+2");
    }

    @Test
    void accountsThatAreRecordedOrRostersOwnDoNotCount() {
        people("ann", "bob");
        account("bob", "ann@example.com");
        account("roster", "ann@example.com");
        recorded("bob", "bob", "id-bob");
        assertThat(byEmail("ann")).isEqualTo("-");
    }

    @Test
    void twoPeopleWithOneAddressBothSeekItsAccount() {
        person("ann", "team@example.com");
        person("bob", "team@example.com");
        account("alee", "team@example.com");
        Map<String, Candidate> candidates = candidates();
        assertThat(candidates.values()).extracting(c -> shown(c.byEmail())).containsOnly("alee+0 sought");
    }

    @Test
    void ofTwoAccountsWithOneAddressTheUsernamesTell() {
        person("ann", "team@example.com");
        person("bob", "team@example.com");
        account("ann", "team@example.com");
        account("bob", "team@example.com");
        assertThat(candidates().values())
                .extracting(c -> Objects.requireNonNull(c.namesake()).sought())
                .containsOnly(false);
        sql.with("nameFirst", false);
        assertThat(candidates().values())
                .extracting(c -> Objects.requireNonNull(c.namesake()).sought())
                .containsOnly(true);
    }

    @Test
    void oneAccountThatOnePersonFindsByNameAndAnotherByEmailIsSoughtByBoth() {
        people("ann", "asmith");
        account("ann", "asmith@example.com");
        assertThat(Objects.requireNonNull(candidate("ann").namesake()).sought()).isTrue();
        assertThat(byEmail("asmith")).isEqualTo("ann+0 sought");
    }

    @Test
    void whoseAccountIsRecordedSeeksNoneUnlessAddressesComeFirst() {
        person("ann", "team@example.com");
        person("bob", "team@example.com");
        account("alee", "team@example.com");
        account("bob", "bob@example.com");
        recorded("bob", "bob", "id-bob");
        assertThat(byEmail("ann")).isEqualTo("alee+0");
        sql.with("emailBeforeRecord", true);
        assertThat(byEmail("ann")).isEqualTo("alee+0 sought");
    }

    @Test
    void eachTargetHasTheFilterOfItsOwnScope() {
        people("ann", "bob");
        UserFilter one = new UserFilter("department eq 'IT'");
        tables.source.keepFiltered(run, one, List.of("p-ann"));
        tables.source.keepFiltered(run, new UserFilter("department eq 'HR'"), List.of("p-bob", "p-ann"));
        tables.source.keepFiltered(run, one, List.of("p-ann"));
        sql.with("filtered", true).with("filterKey", one.key());
        assertThat(candidate("ann").inScope()).isTrue();
        assertThat(candidate("bob").inScope()).isFalse();
    }

    @Test
    void anAdministratorIsTold() {
        people("ann");
        account("alee", "ann@example.com");
        tables.seen.keepGroups(
                run, target, List.of("admins"), Surroundings.of("1", "roster", List.of(), List.of("admins")));
        Found members = Found.membersOf("admins");
        Found.add(members, List.of("alee"));
        tables.seen.keepMembers(target, members);
        assertThat(byEmail("ann")).isEqualTo("alee+0 administrator");
    }
}
