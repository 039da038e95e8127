package dev.roster.product;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The products that Roster knows. */
@Component
public class Products {

    private final Map<String, Product> products;

    Products(List<Product> products) {
        this.products = products.stream().collect(Collectors.toUnmodifiableMap(Product::word, Function.identity()));
    }

    /** @throws IllegalArgumentException when no product has this word */
    public Product of(String word) {
        Product product = products.get(word);
        if (product == null) {
            throw new IllegalArgumentException("no product is called " + word);
        }
        return product;
    }

    public Set<String> words() {
        return products.keySet();
    }
}
