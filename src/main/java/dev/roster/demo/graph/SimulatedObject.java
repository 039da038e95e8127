package dev.roster.demo.graph;

import org.jspecify.annotations.Nullable;

/** Anything in the directory that can be a member of a group. */
public sealed interface SimulatedObject permits SimulatedPerson, SimulatedGroup, SimulatedThing {

    /** A GUID; never changes, never used twice. */
    String id();

    ObjectType type();

    /** The value of a property by its Graph name; null when it is not set. */
    @Nullable
    Object property(String name);
}
