package dev.roster.plan;

import dev.roster.directory.Operation;
import dev.roster.directory.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is done about one group in one target, and why.
 *
 * @param name the product's spelling where the group is there
 * @param fills whether members are added and removed
 * @param joins whether Roster takes over a group that was there
 */
public record GroupDecision(
        String name,
        Reason reason,
        @Nullable String detail,
        boolean fills,
        boolean joins,
        List<Operation> operations) {}
