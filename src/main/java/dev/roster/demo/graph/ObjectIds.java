package dev.roster.demo.graph;

import java.util.Locale;
import java.util.UUID;

/** Ids that look random and are the same in every run. */
final class ObjectIds {

    private ObjectIds() {}

    /** The n-th GUID (version 4 in form). */
    static String numbered(long n) {
        long high = spread(n);
        long low = spread(high ^ n);
        long version4 = (high & ~0xF000L) | 0x4000L;
        long variant = (low & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(version4, variant).toString();
    }

    /** Ids and principal names are compared without regard to case. */
    static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Spreads the bits of a counter (the finaliser of SplitMix64), so that ids come in no order. */
    private static long spread(long value) {
        long mixed = value * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
