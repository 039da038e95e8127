package dev.roster.demo.graph;

import java.util.Optional;

/** The types of what can be a member of a group. */
public enum ObjectType {
    USER("user"),
    GROUP("group"),
    DEVICE("device"),
    ORG_CONTACT("orgContact"),
    SERVICE_PRINCIPAL("servicePrincipal");

    private final String graphName;

    ObjectType(String graphName) {
        this.graphName = graphName;
    }

    public String graphName() {
        return graphName;
    }

    /** As in an answer: {@code #microsoft.graph.user}. */
    String odataType() {
        return "#microsoft.graph." + graphName;
    }

    /** From a cast segment such as {@code microsoft.graph.user}. */
    static Optional<ObjectType> ofCast(String segment) {
        for (ObjectType type : values()) {
            if (segment.equals("microsoft.graph." + type.graphName)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
