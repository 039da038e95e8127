package dev.roster.plan;

import dev.roster.directory.Operation;
import dev.roster.directory.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is done about one person in one target, and why.
 *
 * @param accountName the product's spelling of the account that stands for them afterwards; null for none
 * @param adopts the account's id when Roster takes it over with this plan; null when it does not
 */
public record AccountDecision(
        String personId,
        @Nullable String username,
        Reason reason,
        @Nullable String detail,
        @Nullable String accountName,
        Joins joins,
        @Nullable String adopts,
        List<Operation> operations) {}
