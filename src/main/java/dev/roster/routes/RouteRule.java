package dev.roster.routes;

import dev.roster.routes.YamlPart.Entry;
import java.util.function.Consumer;

/** Something that every step has to keep. */
interface RouteRule {

    /** @param step a key with what stands under it, anywhere in a route */
    void check(Entry step, Place place, Consumer<RouteFault> faults);
}
