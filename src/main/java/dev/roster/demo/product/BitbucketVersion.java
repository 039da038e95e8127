package dev.roster.demo.product;

/** Versions of Bitbucket that differ in what they offer to a user administrator's program. */
public enum BitbucketVersion {
    /** Does not list its user directories yet. */
    V8("8.19.9", "8019009", false),
    V9("9.4.2", "9004002", true),
    V10("10.0.1", "10000001", true);

    private final String number;
    private final String build;
    private final boolean listsDirectories;

    BitbucketVersion(String number, String build, boolean listsDirectories) {
        this.number = number;
        this.build = build;
        this.listsDirectories = listsDirectories;
    }

    /** For instance {@code 9.4.2}. */
    public String number() {
        return number;
    }

    String build() {
        return build;
    }

    boolean listsDirectories() {
        return listsDirectories;
    }
}
