package dev.roster.run;

import dev.roster.directory.Person;
import dev.roster.mapping.AccountMapping;
import dev.roster.mapping.MappingTrace;
import dev.roster.mapping.SelectionRule;
import dev.roster.mapping.WantedAccount;
import dev.roster.product.Product;
import dev.roster.product.Products;
import dev.roster.store.RunTarget;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
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

    /** What one person comes to in the target, and by which way. */
    public MappingTrace trace(RunTarget target, Person person) {
        return mappings.computeIfAbsent(target.id(), id -> mapping(target)).trace(person);
    }

    /** The rules about a person alone, for somebody of whom no more is known than this. */
    public List<SelectionRule> rules(RunTarget target, boolean guest, @Nullable String username) {
        return mappings.computeIfAbsent(target.id(), id -> mapping(target)).rules(guest, username);
    }

    private AccountMapping mapping(RunTarget target) {
        Product product = products.of(target.product());
        return new AccountMapping(
                target.settings().users(), target.settings().scope(), product.usernames(), product.displayNames());
    }
}
