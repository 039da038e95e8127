package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.BitbucketVersion;
import dev.roster.demo.product.ConfluenceVersion;
import dev.roster.demo.product.JiraVersion;
import dev.roster.store.RunState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is remembered of a product after each kind of operation is what a full look finds there. */
class RememberedTest {

    private static final Stage STAGE = Stage.empty();
    private static final Map<String, SimulatedTenant> TENANTS = new LinkedHashMap<>();

    @BeforeAll
    static void scenes() {
        scene("old", JiraVersion.V9, ConfluenceVersion.V8_4, BitbucketVersion.V8);
        scene("early", JiraVersion.V10_0, ConfluenceVersion.V9_0, BitbucketVersion.V9);
        scene("late", JiraVersion.V10_3, ConfluenceVersion.V9_4, BitbucketVersion.V10);
        scene("latest", JiraVersion.V11, ConfluenceVersion.V10_0, BitbucketVersion.V10);
    }

    private static void scene(String name, JiraVersion jira, ConfluenceVersion confluence, BitbucketVersion bitbucket) {
        SimulatedTenant tenant = Cast.six();
        TENANTS.put(name, tenant);
        STAGE.scene(name, Landscape.start(tenant, jira, confluence, bitbucket))
                .with("groups.include", "team-.*")
                .with("groups.delete", "true")
                .with("users.rename", "true")
                .with("users.when-deleted", "delete");
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    /** All that is remembered; an account's own key only where it is known. */
    private static List<String> remembered(Scene scene) {
        return STAGE.app()
                .getBean(JdbcClient.class)
                .sql("""
                select x.line from (
                  select t.name || ' account ' || a.name_key || ' ' || a.name || ' ' || coalesce(a.display_name, '-')
                    || ' ' || coalesce(a.email, '-') || ' ' || coalesce(a.email_key, '-')
                    || case when a.active = true then ' active' else '' end
                    || case when a.writable = true then ' writable' else '' end as line
                  from seen_account a join target_name t on t.no = a.target_no
                  join connection_name c on c.no = t.connection_no and c.name = :name
                  union all
                  select t.name || ' group ' || g.name_key || ' ' || g.name
                    || case when g.grants_access = true then ' access' else '' end
                    || case when g.administrators = true then ' administrators' else '' end
                  from seen_group g join target_name t on t.no = g.target_no
                  join connection_name c on c.no = t.connection_no and c.name = :name
                  union all
                  select t.name || ' member ' || m.account_key || ' ' || m.group_key
                  from seen_member m join target_name t on t.no = m.target_no
                  join connection_name c on c.no = t.connection_no and c.name = :name) x
                order by x.line""")
                .param("name", scene.connection())
                .query(String.class)
                .list();
    }

    private static List<String> accountIds(Scene scene) {
        return STAGE.app()
                .getBean(JdbcClient.class)
                .sql("""
                select t.name || ' ' || a.name_key || ' ' || a.account_id from seen_account a
                join target_name t on t.no = a.target_no
                join connection_name c on c.no = t.connection_no and c.name = ?
                where a.account_id is not null""")
                .param(scene.connection())
                .query(String.class)
                .list();
    }

    private static void aFullLookFindsNothingNew(Scene scene) {
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        List<String> remembered = remembered(scene);
        List<String> ids = accountIds(scene);
        assertThat(scene.reconcile().state()).isEqualTo(RunState.COMPLETED);
        assertThat(remembered).isEqualTo(remembered(scene));
        assertThat(accountIds(scene)).containsAll(ids);
    }

    @ParameterizedTest
    @ValueSource(strings = {"old", "early", "late", "latest"})
    void rememberedIsWhatAFullLookFinds(String name) {
        Scene scene = STAGE.scene(name);
        SimulatedTenant tenant = Kept.in(TENANTS, name);
        scene.confluence().pollsUntilDeleted(1);
        aFullLookFindsNothingNew(scene);
        Cast.change(tenant);
        aFullLookFindsNothingNew(scene);
        Cast.enable(tenant, "cid", true);
        Cast.leave(tenant, "team-b", "fay");
        aFullLookFindsNothingNew(scene);
        // Eve and Fay swap their names; a newcomer gets the one that Dee had.
        tenant.changePerson(Cast.upn("eve"), person -> person.withMailNickname("fay"));
        tenant.changePerson(Cast.upn("fay"), person -> person.withMailNickname("eve"));
        Cast.people(tenant, "gus");
        tenant.changePerson(Cast.upn("gus"), person -> person.withMailNickname("dee"));
        Cast.join(tenant, "team-a", "gus");
        aFullLookFindsNothingNew(scene);
    }
}
