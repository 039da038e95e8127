package dev.roster.directory;

/**
 * What the products are known to accept. Where it is not known, the strict reading: Jira stores usernames in a lower-case
 * copy and its forms take no upper case; Confluence's names stand in the paths of its addresses, where a slash cannot be
 * sent safely; Bitbucket derives from a username its slug, of at most 127 characters and without slashes.
 */
public final class SampleNameRules {
    public static final NameRule JIRA_USER = NameRule.of(255, true, "<>&");
    public static final NameRule JIRA_GROUP = NameRule.of(255, false, "");
    public static final DisplayNameRule JIRA_DISPLAY = DisplayNameRule.of(255, "");

    public static final NameRule CONFLUENCE_USER = NameRule.of(255, true, " \\,+<>'\"/", "anonymous");
    public static final NameRule CONFLUENCE_GROUP = NameRule.of(255, true, "/\\");
    public static final DisplayNameRule CONFLUENCE_DISPLAY = DisplayNameRule.of(255, "<>", "anonymous");

    public static final NameRule BITBUCKET_USER = NameRule.of(127, false, "/\\");
    public static final NameRule BITBUCKET_GROUP = NameRule.of(255, false, "");
    public static final DisplayNameRule BITBUCKET_DISPLAY = DisplayNameRule.of(255, "");

    private SampleNameRules() {}
}
