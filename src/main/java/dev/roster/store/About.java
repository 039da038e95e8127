package dev.roster.store;

/** Whom or what a decision is about. */
enum About {
    USER("user", "wanted_account", "person_id"),
    GROUP("group", "wanted_group", "group_key");

    private final String word;
    private final String wanted;
    private final String key;

    About(String word, String wanted, String key) {
        this.word = word;
        this.wanted = wanted;
        this.key = key;
    }

    /** As decisions are stored. */
    String word() {
        return word;
    }

    /** The table of those that are wanted. */
    String wanted() {
        return wanted;
    }

    /** The column of that table which a decision names as its subject. */
    String key() {
        return key;
    }
}
