/** Holds the simulated Graph to what the real one does. */
@NullMarked
package dev.roster.demo.graph;

import org.jspecify.annotations.NullMarked;
