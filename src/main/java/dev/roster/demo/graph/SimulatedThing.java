package dev.roster.demo.graph;

import org.jspecify.annotations.Nullable;

/** A member of groups that is neither person nor group: a device, a contact, a service principal. */
public record SimulatedThing(String id, ObjectType type, String displayName) implements SimulatedObject {

    public static SimulatedThing device(String id, String displayName) {
        return new SimulatedThing(id, ObjectType.DEVICE, displayName);
    }

    public static SimulatedThing orgContact(String id, String displayName) {
        return new SimulatedThing(id, ObjectType.ORG_CONTACT, displayName);
    }

    public static SimulatedThing servicePrincipal(String id, String displayName) {
        return new SimulatedThing(id, ObjectType.SERVICE_PRINCIPAL, displayName);
    }

    @Override
    public @Nullable Object property(String name) {
        return switch (name) {
            case "id" -> id;
            case "displayName" -> displayName;
            default -> null;
        };
    }
}
