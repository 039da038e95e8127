package dev.roster.demo.product;

import dev.roster.demo.SimulatedAnswer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a product.
 *
 * @param template the parts of the path; {@code {}} stands for any one part
 * @param takesJson refuses anything but a JSON body
 */
record Route(String method, List<String> template, Access access, boolean takesJson, Answering answering) {

    static final String ANY = "{}";

    /** Who may call. */
    enum Access {
        ANONYMOUS,
        USER,
        ADMIN
    }

    /** Does the work; throws a {@link Refusal} when it will not. */
    @FunctionalInterface
    interface Answering {
        SimulatedAnswer answer(Call call);
    }

    boolean writes() {
        return !method.equals("GET");
    }

    /** The variable parts, or null when the path is another. */
    @Nullable
    List<String> match(List<String> path) {
        if (path.size() != template.size()) {
            return null;
        }
        List<String> variables = new ArrayList<>(2);
        for (int i = 0; i < path.size(); i++) {
            if (template.get(i).equals(ANY)) {
                variables.add(path.get(i));
            } else if (!template.get(i).equals(path.get(i))) {
                return null;
            }
        }
        return variables;
    }
}
