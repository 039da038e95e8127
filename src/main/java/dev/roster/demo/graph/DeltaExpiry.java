package dev.roster.demo.graph;

import java.util.Map;

/** How Graph says that a token for changes is too old. */
public enum DeltaExpiry {
    /** 400 {@code syncStateNotFound}. */
    NOT_FOUND {
        @Override
        GraphError error(String firstRequest) {
            return new GraphError(
                    400,
                    "syncStateNotFound",
                    "The sync state generation is not found. The delta token is expired and data must be synchronized"
                            + " again.");
        }
    },
    /** 410 {@code resyncRequired} with the address of a new first request. */
    GONE {
        @Override
        GraphError error(String firstRequest) {
            return new GraphError(
                    410,
                    "resyncRequired",
                    "Resync required. Any items that were not found must be synchronized again.",
                    Map.of("Location", firstRequest));
        }
    },
    /** The same, with an address on another host. */
    GONE_ELSEWHERE {
        @Override
        GraphError error(String firstRequest) {
            return new GraphError(
                    410, "resyncRequired", "Resync required.", Map.of("Location", "https://graph.attacker.example/"));
        }
    };

    abstract GraphError error(String firstRequest);
}
