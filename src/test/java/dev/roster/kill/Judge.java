package dev.roster.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.demo.product.BitbucketSimulator;
import dev.roster.demo.product.DirectoryChange;
import dev.roster.demo.product.DirectoryChange.What;
import dev.roster.demo.product.SimulatedAccount;
import dev.roster.demo.product.SimulatedProduct;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Holds what the products have accepted against what the tenant says. It knows nothing of Roster: neither its tables nor
 * its plans.
 */
final class Judge {

    private Judge() {}

    /** Each product has what the tenant has: accounts, groups, and each membership whole. */
    static void findsInStep(Staff staff) {
        for (SimulatedProduct product : staff.landscape().products()) {
            String where = staff.connection() + " " + product.getClass().getSimpleName();
            assertThat(accounts(product)).as(where).containsAll(staff.working());
            // Bitbucket cannot deactivate.
            if (!(product instanceof BitbucketSimulator)) {
                assertThat(accounts(product)).as(where).hasSameElementsAs(staff.working());
            }
            for (String name : staff.working()) {
                assertThat(product.directory().account(name).orElseThrow().displayName())
                        .as(where)
                        .isEqualTo(staff.displayName(name));
            }
            findsTeams(staff, product, where);
        }
    }

    /** Those that work and are no local ones. */
    private static List<String> accounts(SimulatedProduct product) {
        return product.directory().accounts().stream()
                .filter(SimulatedAccount::active)
                .map(SimulatedAccount::name)
                .filter(name -> !Staff.LOCALS.contains(name) && !name.equals(SimulatedProduct.ADMIN))
                .sorted()
                .toList();
    }

    private static void findsTeams(Staff staff, SimulatedProduct product, String where) {
        List<String> teams = product.directory().groups().stream()
                .filter(group -> group.startsWith("team-"))
                .toList();
        assertThat(teams).as(where).hasSameElementsAs(staff.teams());
        for (String team : teams) {
            // Leavers keep what gives no access.
            List<String> members = product.directory().members(team).stream()
                    .filter(staff.working()::contains)
                    .toList();
            assertThat(members).as("%s %s", where, team).hasSameElementsAs(staff.team(team));
        }
    }

    /** Over all that was ever accepted: nobody created twice, and no membership given or taken twice in a row. */
    static void findsNothingDoneTwice(Staff staff) {
        for (SimulatedProduct product : staff.landscape().products()) {
            Map<String, What> last = new HashMap<>();
            for (DirectoryChange change : product.directory().changes()) {
                String object = object(change);
                if (object != null) {
                    assertThat(last.put(object, change.what()))
                            .as(
                                    "%s %s %s",
                                    staff.connection(), product.getClass().getSimpleName(), change)
                            .isNotEqualTo(change.what());
                }
                if (change.what() == What.DELETE_GROUP) {
                    last.keySet().removeIf(each -> each.endsWith(" in " + change.group()));
                }
            }
        }
    }

    private static @org.jspecify.annotations.Nullable String object(DirectoryChange change) {
        return switch (change.what()) {
            case CREATE_USER, DELETE_USER -> "user " + change.user();
            case ACTIVATE_USER, DEACTIVATE_USER -> "activity of " + change.user();
            case CREATE_GROUP, DELETE_GROUP -> "group " + change.group();
            case ADD_MEMBER, REMOVE_MEMBER -> change.user() + " in " + change.group();
            default -> null;
        };
    }

    /** Whoever and whatever was there before Roster is as it was. */
    static void findsOthersUntouched(Staff staff) {
        for (SimulatedProduct product : staff.landscape().products()) {
            TreeSet<String> touched = new TreeSet<>();
            product.directory()
                    .changes()
                    .forEach(change -> Stream.of(change.user(), change.group())
                            .filter(Objects::nonNull)
                            .forEach(touched::add));
            assertThat(touched)
                    .as(staff.connection())
                    .doesNotContainAnyElementsOf(Staff.LOCALS)
                    .doesNotContain(Staff.LOCAL_GROUP, SimulatedProduct.ADMIN);
            assertThat(product.directory().members(Staff.LOCAL_GROUP)).containsExactly(Staff.LOCALS.get(0));
        }
    }

    /** I6: whatever a service asked for, it was left alone for so long. */
    static void findsWaitsKept(Staff staff) {
        assertThat(staff.waits().broken()).as(staff.connection()).isEmpty();
    }

    /** How many changes the products have accepted so far. */
    static int changes(Staff staff) {
        return staff.landscape().products().stream()
                .mapToInt(product -> product.directory().changes().size())
                .sum();
    }

    /** Since so many changes, nothing was taken from anybody. */
    static void findsNothingTaken(SimulatedProduct product, int since) {
        List<DirectoryChange> changes = product.directory().changes();
        assertThat(changes.subList(since, changes.size()))
                .extracting(DirectoryChange::what)
                .doesNotContain(What.REMOVE_MEMBER, What.DELETE_GROUP, What.DELETE_USER, What.DEACTIVATE_USER);
    }
}
