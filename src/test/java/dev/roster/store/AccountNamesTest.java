package dev.roster.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.directory.Account;
import dev.roster.store.AccountNames.Move;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class AccountNamesTest {

    private final Tables tables;
    private final Run run;
    private final RunTarget target;

    AccountNamesTest(Database database) {
        tables = new Tables(database.withTables());
        run = tables.run();
        target = run.targets().get(0);
    }

    @BeforeEach
    void threePeopleInATeam() {
        for (String name : List.of("ann", "bob", "cid")) {
            recorded(name, name, "id-" + name);
            given("team", name);
        }
        given("bobs", "bob");
    }

    private void recorded(String person, String name, @Nullable String id) {
        tables.jdbc
                .sql("insert into owned_account (target_no, person_id, name_key, account_id, origin, since_run)"
                        + " values (?, ?, ?, ?, 'created', 1)")
                .params(target.no(), person, name)
                .param(id)
                .update();
    }

    private void given(String group, String name) {
        tables.jdbc
                .sql("insert into given_member (target_no, group_key, account_key, since_run) values (?, ?, ?, 1)")
                .params(target.no(), group, name)
                .update();
    }

    private void seen(String name, String id) {
        tables.seen.keepAccounts(run, target, List.of(new Account(id, name, name, null, true, true)));
    }

    private List<String> pairs(String sql) {
        return tables.jdbc
                .sql(sql)
                .query((rs, n) -> rs.getString(1) + ">" + rs.getString(2))
                .list();
    }

    private List<String> owned() {
        return pairs("select person_id, name_key from owned_account order by person_id");
    }

    private List<String> given() {
        return pairs("select group_key, account_key from given_member order by 1, 2");
    }

    @Test
    void accountsThatSwapTheirNamesTakeTheirMembershipsWithThem() {
        tables.names.move(
                target,
                List.of(new Move("ann", "ann", "bob"), new Move("bob", "bob", "cid"), new Move("cid", "cid", "ann")));
        assertThat(owned()).containsExactly("ann>bob", "bob>cid", "cid>ann");
        assertThat(given()).containsExactly("bobs>cid", "team>ann", "team>bob", "team>cid");
    }

    @Test
    void whatIsRecordedOfAnAccountThatIsGoneGivesItsNameUp() {
        recorded("dee", "dora", "id-dee");
        given("old", "dora");
        tables.names.move(target, List.of(new Move("ann", "ann", "dora")));
        assertThat(owned()).containsExactly("ann>dora", "bob>bob", "cid>cid", "dee>/dee");
        assertThat(given()).containsExactly("bobs>bob", "team>bob", "team>cid", "team>dora");
    }

    @Test
    void accountsThatWereRenamedByHandAreFollowed() {
        seen("bob", "id-ann");
        seen("ann", "id-bob");
        seen("carl", "id-cid");
        tables.names.follow(target, true);
        assertThat(owned()).containsExactly("ann>bob", "bob>ann", "cid>carl");
        assertThat(given()).containsExactly("bobs>ann", "team>ann", "team>bob", "team>carl");
        tables.names.follow(target, true);
        assertThat(owned()).containsExactly("ann>bob", "bob>ann", "cid>carl");
    }

    @Test
    void anAccountMadeAnewUnderAnOldNameIsAnotherOne() {
        seen("ann", "id-of-somebody");
        seen("bob", "id-bob");
        tables.names.follow(target, true);
        assertThat(owned()).containsExactly("ann>/ann", "bob>bob", "cid>cid");
        assertThat(given()).containsExactly("bobs>bob", "team>bob", "team>cid");

        seen("ann2", "id-ann");
        tables.names.follow(target, true);
        assertThat(owned()).contains("ann>ann2");
    }

    @Test
    void withoutTheProductsOwnKeyTheNameIsAllThereIs() {
        tables.jdbc.sql("update owned_account set account_id = null").update();
        seen("ann", "id-of-somebody");
        tables.names.follow(target, true);
        assertThat(owned()).containsExactly("ann>ann", "bob>bob", "cid>cid");
    }
}
