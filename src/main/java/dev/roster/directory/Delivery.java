package dev.roster.directory;

import java.util.List;

/** Operations that go out in one request: one, or several of one kind on one group where the product takes them. */
public record Delivery(List<Operation> operations) {

    public Operation first() {
        return operations.get(0);
    }
}
