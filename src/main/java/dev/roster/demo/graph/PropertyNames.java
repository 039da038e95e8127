package dev.roster.demo.graph;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which properties Graph knows for each type, and which it sends unasked. */
final class PropertyNames {

    static final String EXTENSION_ATTRIBUTES = "onPremisesExtensionAttributes";

    /** Kept outside the directory: a list of users that selects one of these is answered with 501. */
    static final Set<String> NOT_ON_LISTS = Set.of(
            "aboutMe",
            "birthday",
            "hireDate",
            "interests",
            "mailboxSettings",
            "mySite",
            "pastProjects",
            "preferredName",
            "responsibilities",
            "schools",
            "skills");

    /** What {@code User.ReadBasic.All} shows. */
    static final Set<String> BASIC =
            Set.of("id", "displayName", "givenName", "surname", "mail", "userPrincipalName", "securityIdentifier");

    private static final List<String> USER_DEFAULTS = words("businessPhones displayName givenName jobTitle mail"
            + " mobilePhone officeLocation preferredLanguage surname userPrincipalName id");

    private static final Set<String> USER = union(
            USER_DEFAULTS,
            NOT_ON_LISTS,
            words("accountEnabled ageGroup assignedLicenses city companyName country createdDateTime creationType"
                    + " deletedDateTime department employeeHireDate employeeId employeeType externalUserState"
                    + " externalUserStateChangeDateTime faxNumber identities imAddresses mailNickname"
                    + " onPremisesDistinguishedName onPremisesDomainName onPremisesExtensionAttributes"
                    + " onPremisesImmutableId onPremisesLastSyncDateTime onPremisesProvisioningErrors"
                    + " onPremisesSamAccountName onPremisesSecurityIdentifier onPremisesSyncEnabled"
                    + " onPremisesUserPrincipalName otherMails postalCode proxyAddresses securityIdentifier"
                    + " showInAddressList signInActivity state streetAddress usageLocation userType"));

    private static final List<String> GROUP_DEFAULTS = words("id deletedDateTime classification createdDateTime"
            + " description displayName expirationDateTime groupTypes isAssignableToRole mail mailEnabled mailNickname"
            + " membershipRule membershipRuleProcessingState onPremisesDomainName onPremisesLastSyncDateTime"
            + " onPremisesNetBiosName onPremisesSamAccountName onPremisesSecurityIdentifier onPremisesSyncEnabled"
            + " preferredDataLocation preferredLanguage proxyAddresses renewedDateTime resourceProvisioningOptions"
            + " securityEnabled securityIdentifier theme visibility");

    private static final Set<String> GROUP = union(
            GROUP_DEFAULTS,
            words("assignedLabels assignedLicenses isManagementRestricted licenseProcessingState"
                    + " onPremisesExtensionAttributes uniqueName"));

    private static final List<String> THING_DEFAULTS = words("id deletedDateTime displayName");

    private static final Set<String> COLLECTIONS = Set.copyOf(words("assignedLabels assignedLicenses businessPhones"
            + " groupTypes identities imAddresses interests onPremisesProvisioningErrors otherMails pastProjects"
            + " proxyAddresses resourceProvisioningOptions responsibilities schools skills"));

    private static final Pattern DIRECTORY_EXTENSION = Pattern.compile("extension_[0-9a-f]{32}_\\w+");

    private PropertyNames() {}

    static List<String> defaults(ObjectType type) {
        return switch (type) {
            case USER -> USER_DEFAULTS;
            case GROUP -> GROUP_DEFAULTS;
            case DEVICE, ORG_CONTACT, SERVICE_PRINCIPAL -> THING_DEFAULTS;
        };
    }

    static boolean isKnown(ObjectType type, String name) {
        return switch (type) {
            case USER -> USER.contains(name) || isDirectoryExtension(name);
            case GROUP -> GROUP.contains(name) || isDirectoryExtension(name);
            case DEVICE, ORG_CONTACT, SERVICE_PRINCIPAL -> THING_DEFAULTS.contains(name);
        };
    }

    /** Unlike the others, a directory extension without a value is absent, even when it is selected. */
    static boolean isDirectoryExtension(String name) {
        return name.startsWith("extension_")
                && DIRECTORY_EXTENSION.matcher(name).matches();
    }

    /** What Graph sends for a property: an unset collection is empty, the extension attributes are always all there. */
    static @Nullable Object orUnset(String name, @Nullable Object value) {
        if (name.equals(EXTENSION_ATTRIBUTES)) {
            return extensionAttributes(value);
        }
        return value == null && COLLECTIONS.contains(name) ? List.of() : value;
    }

    private static Map<String, @Nullable Object> extensionAttributes(@Nullable Object value) {
        Map<?, ?> set = value instanceof Map<?, ?> map ? map : Map.of();
        Map<String, @Nullable Object> all = new TreeMap<>();
        for (int number = 1; number <= 15; number++) {
            all.put("extensionAttribute" + number, set.get("extensionAttribute" + number));
        }
        return all;
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }

    @SafeVarargs
    private static Set<String> union(Collection<String>... parts) {
        Set<String> all = new LinkedHashSet<>();
        for (Collection<String> part : parts) {
            all.addAll(part);
        }
        return Set.copyOf(all);
    }
}
