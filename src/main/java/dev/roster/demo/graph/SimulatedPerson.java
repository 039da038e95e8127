package dev.roster.demo.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user of the tenant.
 *
 * @param userType {@code Member} or {@code Guest}
 * @param more further properties by their Graph name: {@code department}, {@code employeeId}, {@code otherMails} (a
 *     list), {@code onPremisesExtensionAttributes} (a map) and so on
 */
public record SimulatedPerson(
        String id,
        String userPrincipalName,
        String displayName,
        @Nullable String givenName,
        @Nullable String surname,
        @Nullable String mail,
        @Nullable String mailNickname,
        boolean accountEnabled,
        String userType,
        @Nullable String onPremisesSamAccountName,
        Map<String, Object> more)
        implements SimulatedObject {

    public static final String MEMBER = "Member";
    public static final String GUEST = "Guest";

    public SimulatedPerson {
        more = Map.copyOf(more);
    }

    /** An enabled member whose mail is the principal name. */
    public static SimulatedPerson of(String id, String userPrincipalName, String displayName) {
        int at = userPrincipalName.indexOf('@');
        String nickname = at < 0 ? userPrincipalName : userPrincipalName.substring(0, at);
        return new SimulatedPerson(
                id,
                userPrincipalName,
                displayName,
                null,
                null,
                userPrincipalName,
                nickname,
                true,
                MEMBER,
                null,
                Map.of());
    }

    @Override
    public ObjectType type() {
        return ObjectType.USER;
    }

    @Override
    public @Nullable Object property(String name) {
        return switch (name) {
            case "id" -> id;
            case "userPrincipalName" -> userPrincipalName;
            case "displayName" -> displayName;
            case "givenName" -> givenName;
            case "surname" -> surname;
            case "mail" -> mail;
            case "mailNickname" -> mailNickname;
            case "accountEnabled" -> accountEnabled;
            case "userType" -> userType;
            case "onPremisesSamAccountName" -> onPremisesSamAccountName;
            default -> PropertyNames.orUnset(name, more.get(name));
        };
    }

    public SimulatedPerson withUserPrincipalName(String changed) {
        return copy(changed, displayName, mail, mailNickname, accountEnabled, userType, onPremisesSamAccountName);
    }

    public SimulatedPerson withDisplayName(String changed) {
        return copy(userPrincipalName, changed, mail, mailNickname, accountEnabled, userType, onPremisesSamAccountName);
    }

    public SimulatedPerson withMail(@Nullable String changed) {
        return copy(
                userPrincipalName,
                displayName,
                changed,
                mailNickname,
                accountEnabled,
                userType,
                onPremisesSamAccountName);
    }

    public SimulatedPerson withMailNickname(@Nullable String changed) {
        return copy(userPrincipalName, displayName, mail, changed, accountEnabled, userType, onPremisesSamAccountName);
    }

    public SimulatedPerson withAccountEnabled(boolean changed) {
        return copy(userPrincipalName, displayName, mail, mailNickname, changed, userType, onPremisesSamAccountName);
    }

    public SimulatedPerson withUserType(String changed) {
        return copy(
                userPrincipalName, displayName, mail, mailNickname, accountEnabled, changed, onPremisesSamAccountName);
    }

    public SimulatedPerson withOnPremisesSamAccountName(@Nullable String changed) {
        return copy(userPrincipalName, displayName, mail, mailNickname, accountEnabled, userType, changed);
    }

    public SimulatedPerson withName(@Nullable String given, @Nullable String family) {
        return new SimulatedPerson(
                id,
                userPrincipalName,
                displayName,
                given,
                family,
                mail,
                mailNickname,
                accountEnabled,
                userType,
                onPremisesSamAccountName,
                more);
    }

    public SimulatedPerson withOtherMails(List<String> changed) {
        return with("otherMails", List.copyOf(changed));
    }

    /** Sets one of {@code extensionAttribute1} to {@code extensionAttribute15}. */
    public SimulatedPerson withExtensionAttribute(int number, String value) {
        Map<String, Object> attributes = new HashMap<>();
        if (more.get(PropertyNames.EXTENSION_ATTRIBUTES) instanceof Map<?, ?> before) {
            before.forEach((name, old) -> attributes.put(String.valueOf(name), old));
        }
        attributes.put("extensionAttribute" + number, value);
        return with(PropertyNames.EXTENSION_ATTRIBUTES, Map.copyOf(attributes));
    }

    /** Sets a further property by its Graph name; null unsets it. */
    public SimulatedPerson with(String property, @Nullable Object value) {
        Map<String, Object> changed = new HashMap<>(more);
        if (value == null) {
            changed.remove(property);
        } else {
            changed.put(property, value);
        }
        return new SimulatedPerson(
                id,
                userPrincipalName,
                displayName,
                givenName,
                surname,
                mail,
                mailNickname,
                accountEnabled,
                userType,
                onPremisesSamAccountName,
                changed);
    }

    private SimulatedPerson copy(
            String newPrincipalName,
            String newDisplayName,
            @Nullable String newMail,
            @Nullable String newNickname,
            boolean newEnabled,
            String newType,
            @Nullable String newSamAccountName) {
        return new SimulatedPerson(
                id,
                newPrincipalName,
                newDisplayName,
                givenName,
                surname,
                newMail,
                newNickname,
                newEnabled,
                newType,
                newSamAccountName,
                more);
    }
}
