package dev.roster.demo.product;

import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedRequest;

/** Where the products differ before a request reaches its route. */
interface ProductRules {

    /** The refusal in the product's own error body. */
    SimulatedAnswer error(Refusal refusal);

    /** The credentials are wrong or missing. */
    Refusal unauthorized(SimulatedRequest request);

    /** Known, but not allowed. */
    Refusal notPermitted(Caller caller);

    /** May this caller call the routes of administrators? */
    boolean administers(Caller caller);

    /**
     * Looks at a write before its route does.
     *
     * @throws Refusal the product takes no writes now
     */
    void checkWritable();

    /** The path under which a route is listed, for products that serve it under several. */
    default String listed(String path) {
        return path;
    }
}
