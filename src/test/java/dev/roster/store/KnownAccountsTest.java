package dev.roster.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.plan.MembershipPlanner.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownAccountsTest {

    /** Of these people every third is to be in no group, and has no account to tell. */
    private static final int PEOPLE = 60;

    @Test
    void asksForEachPersonOnce() {
        KnownAccounts accounts = KnownAccounts.none();
        List<Map<String, Object>> first = List.of(wanted("a", 1), wanted("b", 1), wanted("b", 2), wanted("b", 3));
        KnownAccounts.Page page = accounts.page(first);
        assertThat(page.unknown()).containsExactlyInAnyOrder("person-1", "person-2", "person-3");
        page.members(rows(Set.of("person-1", "person-2", "person-3")));

        assertThat(accounts.page(List.of(wanted("c", 1), wanted("c", 3), wanted("c", 4)))
                        .unknown())
                .as("neither who has an account, nor who has none")
                .containsExactly("person-4");
    }

    @Test
    void forgetsWhoIsKnownLongest() {
        KnownAccounts accounts = new KnownAccounts(2);
        for (int person : List.of(1, 2, 1, 4)) {
            KnownAccounts.Page page = accounts.page(List.of(wanted("a", person)));
            page.members(rows(page.unknown()));
        }

        assertThat(accounts.page(List.of(wanted("b", 1), wanted("b", 2), wanted("b", 4)))
                        .unknown())
                .containsExactly("person-1");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 1000})
    void findsTheSameHoweverManyItHolds(int most) {
        KnownAccounts accounts = new KnownAccounts(most);
        Random random = new Random(most);
        for (int page = 0; page < 200; page++) {
            List<Map<String, Object>> wanted = new ArrayList<>();
            for (int member = random.nextInt(30); member > 0; member--) {
                wanted.add(wanted("group-" + random.nextInt(3), 1 + random.nextInt(PEOPLE)));
            }
            KnownAccounts.Page known = accounts.page(wanted);
            assertThat(known.members(rows(known.unknown()))).isEqualTo(expected(wanted));
        }
    }

    private static List<Wanted> expected(List<Map<String, Object>> wanted) {
        return wanted.stream()
                .filter(row -> joins(String.valueOf(row.get("person_id"))))
                .map(row -> {
                    String person = String.valueOf(row.get("person_id"));
                    return new Wanted(String.valueOf(row.get("group_key")), key(person), "The " + key(person), person);
                })
                .toList();
    }

    private static Map<String, Object> wanted(String group, int person) {
        return Map.of("group_key", group, "person_id", "person-" + person);
    }

    /** What accounts-that-join.sql would answer. */
    private static List<Map<String, Object>> rows(Set<String> people) {
        return people.stream()
                .filter(KnownAccountsTest::joins)
                .map(person -> Map.<String, Object>of(
                        "person_id", person, "account_key", key(person), "account_name", "The " + key(person)))
                .toList();
    }

    private static boolean joins(String person) {
        return Integer.parseInt(person.substring("person-".length())) % 3 != 0;
    }

    private static String key(String person) {
        return person.replace("person", "account");
    }
}
