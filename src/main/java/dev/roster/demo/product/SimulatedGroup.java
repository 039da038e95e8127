package dev.roster.demo.product;

/** A group of the product. */
record SimulatedGroup(int number, String name, String folded) implements Named {}
