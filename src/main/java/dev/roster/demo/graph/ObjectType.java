package dev.roster.demo.graph;

import java.util.Optional;
import java.util.Set;

/** The directory's types, with the application permissions that let one read them as members. */
public enum ObjectType {
    USER("user", Permissions.PEOPLE),
    GROUP("group", Permissions.GROUPS),
    DEVICE("device", Set.of("Device.Read.All", "Directory.Read.All")),
    ORG_CONTACT("orgContact", Set.of("OrgContact.Read.All", "Directory.Read.All")),
    SERVICE_PRINCIPAL("servicePrincipal", Set.of("Application.Read.All", "Directory.Read.All"));

    private final String graphName;
    private final Set<String> readableWith;

    ObjectType(String graphName, Set<String> readableWith) {
        this.graphName = graphName;
        this.readableWith = readableWith;
    }

    public String graphName() {
        return graphName;
    }

    /** As in an answer: {@code #microsoft.graph.user}. */
    String odataType() {
        return "#microsoft.graph." + graphName;
    }

    Set<String> readableWith() {
        return readableWith;
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
