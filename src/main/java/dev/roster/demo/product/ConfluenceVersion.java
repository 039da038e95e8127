package dev.roster.demo.product;

/** Versions of Confluence that differ in what they offer to a user administrator's program. */
public enum ConfluenceVersion {
    /** The first that creates users and lists all of them. */
    V8_4("8.4.5", 9004, false),
    V9_0("9.0.3", 9110, false),
    /** Changes names and e-mail addresses, lists the active users, knows groups within groups. */
    V9_4("9.4.1", 9402, true),
    V10_0("10.0.3", 10003, true);

    private final String number;
    private final int build;
    private final boolean updatesUsers;

    ConfluenceVersion(String number, int build, boolean updatesUsers) {
        this.number = number;
        this.build = build;
        this.updatesUsers = updatesUsers;
    }

    /** For instance {@code 9.4.1}. */
    public String number() {
        return number;
    }

    int build() {
        return build;
    }

    /** The administration calls of 9.3 and 9.4 are there. */
    boolean updatesUsers() {
        return updatesUsers;
    }
}
