/**
 * A simulated Microsoft Entra tenant with its sign-in and its Graph v1.0, on loopback.
 *
 * <p>It behaves as the real service does, caps and awkward status codes included: {@code SimulatedTenant} is what the
 * directory holds, {@code GraphSimulator} is how it answers, {@code GraphBehaviour} is what can be made to go wrong.
 */
@NullMarked
package dev.roster.demo.graph;

import org.jspecify.annotations.NullMarked;
