package dev.roster.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenameOrderTest {

    /** As in {@code a>b b>c}: the person is called by the old name. */
    private static List<Rename> renames(String text) {
        return Arrays.stream(text.split(" "))
                .filter(each -> !each.isEmpty())
                .map(each -> each.split(">"))
                .map(names -> new Rename(names[0].charAt(0), names[0], names[0], names[1], names[0]))
                .toList();
    }

    private static String turns(List<Rename> renames, Set<String> held) {
        return RenameOrder.turns(renames, held).values().stream()
                .map(turn -> turn.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a>b             |           | second
            a>B A2>c        | a a2      | second second
            a>b             | b         | left
            a>b b>c         | b         | second first
            A>b B>c         | b         | second first
            a>b b>c c>d     | b c       | next_run second first
            a>b b>c c>d d>e | b c d     | next_run next_run second first
            a>b b>a         | a b       | aside aside
            a>b b>c c>a     | a b c     | aside aside aside
            a>b b>c         | b c       | left left
            a>b b>a c>d     | a b       | aside aside second
            a>b b>a c>d d>x | a b d x   | aside aside left left
            a>c b>c         |           | left left
            a>c b>c c>d     | c         | left left second
            a>b b>a c>a     | a b       | left left left
            """)
    void anAccountIsRenamedWhenItsNewNameIsFree(String renames, String held, String turns) {
        Set<String> names = held == null ? Set.of() : Set.of(held.split(" "));
        assertThat(turns(renames(renames), names)).isEqualTo(turns);
    }

    @Test
    void carriedOutInTurnNoNameIsEverTakenTwice() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            List<String> names = new ArrayList<>(List.of("a", "b", "c", "d", "e", "f", "g"));
            Collections.shuffle(names, random);
            Map<String, String> accounts = new HashMap<>();
            names.subList(0, 5).forEach(name -> accounts.put(name, name));
            List<String> wanted = new ArrayList<>(names);
            Collections.shuffle(wanted, random);
            List<Rename> renames = new ArrayList<>();
            for (int n = 0; n < 3 + random.nextInt(3); n++) {
                if (!names.get(n).equals(wanted.get(n))) {
                    String from = names.get(n);
                    renames.add(new Rename(n, from, from, wanted.get(n), from));
                }
            }
            Set<String> held = new HashSet<>(accounts.values());
            Map<Rename, RenameOrder.Turn> turns = RenameOrder.turns(renames, held);
            String told = "seed %d, case %d: %s".formatted(seed, i, turns);
            carryOut(accounts, turns, RenameOrder.Turn.FIRST, told);
            turns.forEach((rename, turn) -> {
                if (turn == RenameOrder.Turn.ASIDE) {
                    accounts.put(rename.personId(), "moving-" + rename.personId());
                }
            });
            carryOut(accounts, turns, RenameOrder.Turn.SECOND, told);
            carryOut(accounts, turns, RenameOrder.Turn.ASIDE, told);
            assertThat(accounts.values()).as(told).noneMatch(name -> name.startsWith("moving-"));
        }
    }

    private static void carryOut(
            Map<String, String> accounts, Map<Rename, RenameOrder.Turn> turns, RenameOrder.Turn now, String told) {
        turns.forEach((rename, turn) -> {
            if (turn == now) {
                assertThat(accounts.values()).as(told).doesNotContain(rename.to());
                accounts.put(rename.personId(), rename.to());
            }
        });
    }

    private static Rename back(String person, String to) {
        return new Rename(0, person, "moving-" + person, to, person);
    }

    @Test
    void whoWaitsForANameThatIsNotGivenUpKeepsTheirOwn() {
        Retreat retreat = Retreat.after(renames("b>c"), renames("a>b x>y"));
        assertThat(retreat.kept()).extracting(Rename::personId).containsExactly("a");
        assertThat(retreat.back()).isEmpty();
        assertThat(retreat.people()).containsExactly("a");
    }

    @Test
    void whoHasSteppedAsideGoesBackAndSoDoesWhoeverWantedThatName() {
        List<Rename> planned = List.of(back("a", "b"), back("b", "c"), back("c", "a"), back("x", "y"));
        Retreat retreat = Retreat.after(List.of(new Rename(0, "c", "c", "moving-c", "c")), planned);
        assertThat(retreat.back()).extracting(Rename::personId).containsExactlyInAnyOrder("a", "b");
        assertThat(retreat.kept()).extracting(Rename::personId).containsExactly("c");
    }

    @Test
    void aFailureThatNobodyWaitsForConcernsNobodyElse() {
        Retreat retreat = Retreat.after(renames("a>b"), renames("x>y"));
        assertThat(retreat.kept()).isEmpty();
        assertThat(retreat.people()).isEmpty();
    }
}
