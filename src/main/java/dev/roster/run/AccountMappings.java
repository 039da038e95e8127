package dev.roster.run;

import dev.roster.directory.Person;
import dev.roster.mapping.AccountMapping;
import dev.roster.mapping.WantedAccount;
import dev.roster.product.Product;
import dev.roster.product.Products;
import dev.roster.store.RunTarget;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The mapping of each target, made once from its settings. */
@Component
public class AccountMappings {

    private final Products products;
    private final Map<String, AccountMapping> mappings = new ConcurrentHashMap<>();

    AccountMappings(Products products) {
        this.products = products;
    }

    /** What each of these people comes to in the target. */
    public List<WantedAccount> map(RunTarget target, List<Person> people) {
        AccountMapping mapping = mappings.computeIfAbsent(target.id(), id -> mapping(target));
        return people.stream().map(mapping::map).toList();
    }

    private AccountMapping mapping(RunTarget target) {
        Product product = products.of(target.product());
        return new AccountMapping(
                target.settings().users(), target.settings().scope(), product.usernames(), product.displayNames());
    }
}
