package dev.roster.demo.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.demo.product.DirectoryChange.What;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimulatedDirectoryTest {

    private final SimulatedDirectory directory = new SimulatedDirectory(AccountKeys.JIRA, Clock.systemUTC());

    @Test
    void comparesNamesWithoutCaseButKeepsTheirSpelling() {
        directory.seed().user("Ann", "Ann", "a@example.com").group("Team").member("ANN", "tEAM");

        assertThat(directory.account("aNN").orElseThrow().name()).isEqualTo("Ann");
        assertThat(directory.groups()).containsExactly("Team");
        assertThat(directory.members("team")).containsExactly("Ann");
        assertThatThrownBy(() -> directory.seed().user("ANN", "Ann", "a@example.com"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> directory.members("nope")).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void logsOnlyWhatClientsChange() {
        directory.seed().user("ann", "Ann", "a@example.com").group("g");
        SimulatedAccount ann = directory.account("ann").orElseThrow();
        SimulatedGroup group = directory.group("g").orElseThrow();

        directory.join(What.ADD_MEMBER, ann, group);
        boolean again = directory.join(What.ADD_MEMBER, ann, group);
        List<DirectoryChange> before = directory.changes();
        directory.update(What.RENAME_USER, ann, ann.named("zoe"));

        assertThat(again).isFalse();
        assertThat(before).hasSize(1);
        assertThat(before.get(0).user()).isEqualTo("ann");
        assertThat(before.get(0).group()).isEqualTo("g");
        assertThat(directory.changes()).extracting(DirectoryChange::detail).containsExactly(null, "zoe");
        directory.forgetChanges();
        assertThat(directory.changes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(AccountKeys.class)
    void findsAccountsByTheirKeys(AccountKeys keys) {
        for (int number : new int[] {0, 1, 99_999}) {
            assertThat(keys.numberOf(keys.keyOf(number))).isEqualTo(number);
        }
        assertThat(keys.numberOf("nonsense")).isNegative();
    }

    @Test
    void neverGivesTheKeyOfADeletedAccountToAnother() {
        directory.seed().user("ann", "Ann", "a@example.com");
        String key = directory.account("ann").orElseThrow().key();

        directory.seed().deleteUser("ann").user("ann", "Ann", "a@example.com");

        assertThat(directory.account("ann").orElseThrow().key()).isNotEqualTo(key);
        assertThat(directory.accountByKey(key)).isEmpty();
    }

    @Test
    void agreesWithAPlainModelAfterManyChanges() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        TreeMap<String, TreeSet<String>> model = new TreeMap<>();
        for (int i = 0; i < 20; i++) {
            directory.seed().user("User" + i, "User " + i, "u@example.com").group("g" + i);
            model.put("g" + i, new TreeSet<>());
        }
        for (int i = 0; i < 2000; i++) {
            SimulatedAccount account =
                    directory.account("user" + random.nextInt(20)).orElseThrow();
            SimulatedGroup group = directory.group("g" + random.nextInt(20)).orElseThrow();
            TreeSet<String> members = model.getOrDefault(group.name(), new TreeSet<>());
            boolean changed = random.nextBoolean()
                    ? directory.join(What.ADD_MEMBER, account, group) == members.add(account.folded())
                    : directory.leave(account, group) == members.remove(account.folded());
            assertThat(changed).as("seed %d", seed).isTrue();
        }
        model.forEach((group, members) -> assertThat(directory.members(group))
                .as("seed %d", seed)
                .containsExactlyElementsOf(
                        members.stream().map(name -> name.replace('u', 'U')).toList()));
        assertThat(directory.membershipCount())
                .isEqualTo(model.values().stream().mapToInt(TreeSet::size).sum());
    }

    @Test
    void takesWritesFromManyThreads() {
        directory.seed().group("g");

        IntStream.range(0, 1000)
                .parallel()
                .forEach(i -> directory.exclusively(() -> {
                    SimulatedAccount account =
                            directory.create(String.format(Locale.ROOT, "user%03d", i), "U", "u@e", true);
                    return directory.join(
                            What.ADD_MEMBER, account, directory.group("g").orElseThrow());
                }));

        assertThat(directory.members("g")).hasSize(1000).isSorted();
        assertThat(directory.changes()).hasSize(2000);
    }
}
