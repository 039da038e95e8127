package dev.roster.demo.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the common forms of {@code $filter}; whatever it does not know it refuses, as Graph does.
 *
 * <p>Without the advanced query's header and count: eq, in (15 values), startsWith, any(… eq …), and, or. With them
 * also: ne, not, endsWith, comparison with null. Text is compared without regard to case.
 */
final class Filter {

    private static final int MOST_VALUES = 15;

    private final FilterWords words;
    private final ObjectType type;
    private final boolean advanced;

    private Filter(FilterWords words, ObjectType type, boolean advanced) {
        this.words = words;
        this.type = type;
        this.advanced = advanced;
    }

    static Predicate<SimulatedObject> of(GraphCall call, ObjectType type) {
        String text = call.option("$filter");
        if (text == null) {
            return any -> true;
        }
        Filter filter = new Filter(new FilterWords(text), type, call.isAdvanced());
        Predicate<SimulatedObject> parsed = filter.either();
        if (!filter.words.atEnd()) {
            throw filter.words.syntax();
        }
        return parsed;
    }

    private Predicate<SimulatedObject> either() {
        Predicate<SimulatedObject> left = both();
        while (words.accept("or")) {
            left = left.or(both());
        }
        return left;
    }

    private Predicate<SimulatedObject> both() {
        Predicate<SimulatedObject> left = single();
        while (words.accept("and")) {
            left = left.and(single());
        }
        return left;
    }

    private Predicate<SimulatedObject> single() {
        if (words.accept("not")) {
            needsAdvanced("Operator 'not'");
            return single().negate();
        }
        if (words.accept("(")) {
            Predicate<SimulatedObject> inner = either();
            words.expect(")");
            return inner;
        }
        String word = words.take();
        if (words.peek().equals("(")) {
            return word.endsWith("/any") ? anyOf(word.substring(0, word.length() - 4)) : function(word);
        }
        return comparison(known(word));
    }

    private Predicate<SimulatedObject> function(String name) {
        BiPredicate<String, String> test = switch (name.toLowerCase(Locale.ROOT)) {
            case "startswith" -> String::startsWith;
            case "endswith" -> {
                needsAdvanced("Operator 'endsWith'");
                yield String::endsWith;
            }
            default -> throw unsupported(name);
        };
        words.expect("(");
        String property = known(words.take());
        words.expect(",");
        String value = ObjectIds.folded(String.valueOf(literal()));
        words.expect(")");
        return object -> valueOf(object, property) instanceof String text && test.test(ObjectIds.folded(text), value);
    }

    /** For instance {@code groupTypes/any(c:c eq 'Unified')}. */
    private Predicate<SimulatedObject> anyOf(String collection) {
        String property = known(collection);
        words.expect("(");
        String variable = words.take();
        words.expect(":");
        words.expect(variable);
        words.expect("eq");
        Object value = literal();
        words.expect(")");
        return object -> valueOf(object, property) instanceof Collection<?> values
                && values.stream().anyMatch(one -> same(one, value));
    }

    private Predicate<SimulatedObject> comparison(String property) {
        String operator = words.take().toLowerCase(Locale.ROOT);
        return switch (operator) {
            case "eq" -> equality(property);
            case "ne" -> {
                needsAdvanced("Operator 'ne'");
                yield equality(property).negate();
            }
            case "in" -> in(property);
            default -> throw unsupported(property);
        };
    }

    private Predicate<SimulatedObject> equality(String property) {
        Object value = literal();
        if (value == null) {
            needsAdvanced("Comparison with null");
        }
        return object -> same(valueOf(object, property), value);
    }

    private Predicate<SimulatedObject> in(String property) {
        words.expect("(");
        List<@Nullable Object> values = new ArrayList<>();
        do {
            values.add(literal());
        } while (words.accept(","));
        words.expect(")");
        if (values.size() > MOST_VALUES) {
            throw GraphError.unsupportedQuery("Too many child clauses specified in search filter expression containing"
                    + " 'OR' operators: " + values.size() + ". Max allowed: " + MOST_VALUES + ".");
        }
        return object -> values.stream().anyMatch(value -> same(valueOf(object, property), value));
    }

    private @Nullable Object literal() {
        String word = words.take();
        if (word.length() > 1 && word.startsWith("'")) {
            return word.substring(1, word.length() - 1).replace("''", "'");
        }
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> null;
            default -> throw words.syntax();
        };
    }

    private String known(String property) {
        String first = property.contains("/") ? property.substring(0, property.indexOf('/')) : property;
        if (!PropertyNames.isKnown(type, first)) {
            throw unsupported(property);
        }
        if (property.contains("/")) {
            needsAdvanced("Filter on '" + property + "'");
        }
        return property;
    }

    private void needsAdvanced(String what) {
        if (!advanced) {
            throw GraphError.needsAdvancedQuery(what);
        }
    }

    private GraphError unsupported(String property) {
        return GraphError.unsupportedQuery("Unsupported or invalid query filter clause specified for property '"
                + property + "' of resource '" + type.graphName() + "'.");
    }

    private static @Nullable Object valueOf(SimulatedObject object, String property) {
        int slash = property.indexOf('/');
        if (slash < 0) {
            return object.property(property);
        }
        Object outer = object.property(property.substring(0, slash));
        return outer instanceof Map<?, ?> map ? map.get(property.substring(slash + 1)) : null;
    }

    private static boolean same(@Nullable Object left, @Nullable Object right) {
        if (left instanceof String leftText && right instanceof String rightText) {
            return leftText.equalsIgnoreCase(rightText);
        }
        return left == null ? right == null : left.equals(right);
    }
}
