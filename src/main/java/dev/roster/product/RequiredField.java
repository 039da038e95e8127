package dev.roster.product;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A field that an answer has to have; what has none is not the product's answer. */
@Component
public class RequiredField {

    /** @throws UnexpectedAnswer unless it is there and a text */
    public String text(@Nullable Object answer, String field) {
        return Json.text(Json.object(answer, "the answer"), field);
    }
}
