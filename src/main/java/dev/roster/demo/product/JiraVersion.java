package dev.roster.demo.product;

/** Versions of Jira that differ in what they offer to a user administrator's program. */
public enum JiraVersion {
    /** Pages through all users by {@code user/search}, 1000 at a time. */
    V9("9.12.4", 912004, 1000, true, false),
    /** {@code user/search} shows the first 100 matches and nothing after them. */
    V10_0("10.0.1", 1000001, 100, false, false),
    V10_2("10.2.1", 1002001, 100, false, false),
    /** A late 10.3 of the long-term line: {@code user/list} and {@code readonly-mode} are there. */
    V10_3("10.3.24", 1003024, 100, false, true),
    V11("11.3.0", 1103000, 100, false, true);

    private final String number;
    private final int build;
    private final int searchCap;
    private final boolean pagedSearch;
    private final boolean lists;

    JiraVersion(String number, int build, int searchCap, boolean pagedSearch, boolean lists) {
        this.number = number;
        this.build = build;
        this.searchCap = searchCap;
        this.pagedSearch = pagedSearch;
        this.lists = lists;
    }

    /** For instance {@code 10.3.24}. */
    public String number() {
        return number;
    }

    int build() {
        return build;
    }

    int searchCap() {
        return searchCap;
    }

    boolean pagedSearch() {
        return pagedSearch;
    }

    boolean lists() {
        return lists;
    }
}
