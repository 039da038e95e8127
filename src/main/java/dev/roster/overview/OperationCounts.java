package dev.roster.overview;

import dev.roster.directory.OperationStatus;
import java.util.Map;

/** How many operations of one kind are still planned, and how the others ended. */
public record OperationCounts(long planned, long done, long skipped, long dead) {

    static OperationCounts of(Map<String, Long> byStatus) {
        return new OperationCounts(
                count(byStatus, OperationStatus.PLANNED),
                count(byStatus, OperationStatus.DONE),
                count(byStatus, OperationStatus.SKIPPED),
                count(byStatus, OperationStatus.DEAD) + count(byStatus, OperationStatus.DISCARDED));
    }

    private static long count(Map<String, Long> byStatus, OperationStatus status) {
        return byStatus.getOrDefault(status.word(), 0L);
    }
}
