package dev.roster.demo.graph;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** The application permissions that open each part of Graph; any one of a set is enough. */
final class Permissions {

    static final String HIDDEN_MEMBERS = "Member.Read.Hidden";

    /** Reads only the basic properties of people. */
    static final String BASIC_PEOPLE = "User.ReadBasic.All";

    static final Set<String> ALL_OF_PEOPLE =
            Set.of("User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All");

    static final Set<String> PEOPLE = plus(ALL_OF_PEOPLE, BASIC_PEOPLE);

    static final Set<String> GROUPS = Set.of(
            "Group.ReadBasic.All",
            "GroupMember.Read.All",
            "Group.Read.All",
            "Group.ReadWrite.All",
            "Directory.Read.All",
            "Directory.ReadWrite.All");

    static final Set<String> MEMBERS = plus(GROUPS, "GroupMember.ReadBasic.All", "GroupMember.ReadWrite.All");

    /** To ask for the groups of a person. */
    static final Set<String> GROUPS_OF_A_PERSON = plus(MEMBERS, "User.Read.All");

    static final Set<String> ORGANIZATION =
            Set.of("Organization.Read.All", "User.Read.All", "Directory.Read.All", "Directory.ReadWrite.All");

    static final Set<String> DELETED_GROUPS = Set.of("Group.Read.All", "Group.ReadWrite.All", "Directory.Read.All");

    static final Set<String> SIGN_INS = Set.of("AuditLog.Read.All");

    private static final Set<String> DEVICES = Set.of("Device.Read.All", "Directory.Read.All");
    private static final Set<String> CONTACTS = Set.of("OrgContact.Read.All", "Directory.Read.All");
    private static final Set<String> APPLICATIONS = Set.of("Application.Read.All", "Directory.Read.All");

    private Permissions() {}

    /** To see more of a member than its id. */
    static Set<String> toSee(ObjectType type) {
        return switch (type) {
            case USER -> PEOPLE;
            case GROUP -> GROUPS;
            case DEVICE -> DEVICES;
            case ORG_CONTACT -> CONTACTS;
            case SERVICE_PRINCIPAL -> APPLICATIONS;
        };
    }

    static boolean allow(Set<String> granted, Set<String> anyOf) {
        return !Collections.disjoint(granted, anyOf);
    }

    private static Set<String> plus(Set<String> some, String... further) {
        Set<String> all = new LinkedHashSet<>(some);
        Collections.addAll(all, further);
        return Set.copyOf(all);
    }
}
