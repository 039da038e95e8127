package dev.roster.demo.product;

import java.util.List;

/** Who takes a seat of Confluence: every active user in one of two groups. */
final class ConfluenceSeats {

    private static final List<String> GROUPS = List.of(ConfluenceSimulator.USERS, ConfluenceRules.ADMINISTRATORS);

    private final SimulatedDirectory directory;
    private final ProductSwitches switches;

    ConfluenceSeats(SimulatedDirectory directory, ProductSwitches switches) {
        this.directory = directory;
        this.switches = switches;
    }

    static boolean grantedBy(SimulatedGroup group) {
        return GROUPS.contains(group.folded());
    }

    boolean takes(SimulatedAccount account) {
        return GROUPS.stream()
                .flatMap(name -> directory.group(name).stream())
                .anyMatch(group -> directory.isMember(account, group));
    }

    boolean full() {
        int seats = switches.seats();
        return seats != ProductSwitches.UNLIMITED
                && directory
                                .accounts(account -> account.active() && takes(account), 0, 0)
                                .total()
                        >= seats;
    }
}
