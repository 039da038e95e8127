package dev.roster.run;

import dev.roster.directory.Account;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether somebody can take over what leavers lead. */
final class CheckLead {

    private static final String NAME = "default lead";

    private CheckLead() {}

    /** @param accounts what the product answered when it was asked for that name */
    static Check of(@Nullable String target, String name, List<?> accounts) {
        boolean active = accounts.stream().anyMatch(each -> each instanceof Account account && account.active());
        if (active) {
            return Check.ok(NAME, target, name);
        }
        return Check.fail(
                NAME,
                target,
                accounts.isEmpty() ? "the product knows no " + name : "the account " + name + " is inactive",
                "Leavers who lead something are held back. Name an active account under default-project-lead and"
                        + " default-component-lead.");
    }
}
