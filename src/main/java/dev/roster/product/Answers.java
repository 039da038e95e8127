package dev.roster.product;

import dev.roster.delivery.Failures;
import dev.roster.delivery.Variables;
import dev.roster.directory.Delivery;
import dev.roster.directory.Operation;
import dev.roster.directory.OperationKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.springframework.stereotype.Component;

/** What a product's error answers mean for the operation in hand. */
@Component
public class Answers {

    /** Things are already as the operation wants them. */
    public boolean settled(Exchange exchange) {
        return Failures.failure(exchange) instanceof HttpOperationFailedException answer
                && product(exchange).settled(kind(exchange), answer.getStatusCode());
    }

    /** Perhaps they are; only a look at the object tells. */
    public boolean doubtful(Exchange exchange) {
        return Failures.failure(exchange) instanceof HttpOperationFailedException answer
                && product(exchange).doubtful(kind(exchange), answer.getStatusCode());
    }

    private static Product product(Exchange exchange) {
        return Variables.required(exchange, "product", Product.class);
    }

    private static OperationKind kind(Exchange exchange) {
        return Variables.required(exchange, "operation", Operation.class).kind();
    }

    /** One of several operations stands in the others' way; each on its own tells which. */
    public boolean severalRefused(Exchange exchange) {
        return Failures.failure(exchange) instanceof HttpOperationFailedException answer
                && answer.getStatusCode() < 429
                && Variables.required(exchange, "delivery", Delivery.class)
                                .operations()
                                .size()
                        > 1;
    }

    /** Operations of one kind on one group are put together as far as the product takes them in one request. */
    public List<Delivery> together(List<Operation> operations, Product product) {
        List<Delivery> deliveries = new ArrayList<>();
        Map<String, List<Operation>> byGroup = new LinkedHashMap<>();
        for (Operation operation : operations) {
            if (product.together(operation.kind()) == 1 || operation.group() == null) {
                deliveries.add(new Delivery(List.of(operation)));
            } else {
                byGroup.computeIfAbsent(operation.kind() + " " + operation.group(), key -> new ArrayList<>())
                        .add(operation);
            }
        }
        for (List<Operation> group : byGroup.values()) {
            int most = product.together(group.get(0).kind());
            for (int from = 0; from < group.size(); from += most) {
                deliveries.add(new Delivery(List.copyOf(group.subList(from, Math.min(from + most, group.size())))));
            }
        }
        return deliveries;
    }

    /** The same operations, each on its own: for a product that refused them together. */
    public List<Delivery> apart(Delivery delivery) {
        return delivery.operations().stream()
                .map(operation -> new Delivery(List.of(operation)))
                .toList();
    }
}
