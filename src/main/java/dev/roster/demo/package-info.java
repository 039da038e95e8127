/** A simulated tenant and simulated products, on loopback, for the demo and the tests. */
@NullMarked
package dev.roster.demo;

import org.jspecify.annotations.NullMarked;
