package dev.roster.plan;

import dev.roster.directory.Lead;
import dev.roster.directory.Operation;
import dev.roster.directory.OperationKind;
import dev.roster.directory.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is done about the things that one leaver leads: all are handed over, or the leaver is held back.
 *
 * @param leaving the number of the operation that ends the account
 * @param heldBack why that operation has to wait; null when it may follow
 * @param detail what stands in its way, for people; null when nothing does
 */
public record HandOver(
        long leaving,
        List<Operation> operations,
        @Nullable Reason heldBack,
        @Nullable String detail) {

    /**
     * Somebody whose account is to be deactivated or deleted, and who leads something.
     *
     * @param operation the number of the operation that does it
     */
    public record Leaver(
            long operation,
            OperationKind kind,
            String user,
            @Nullable String personId,
            String accountId,
            List<Lead> leads) {}
}
