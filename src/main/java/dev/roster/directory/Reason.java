package dev.roster.directory;

import java.util.Locale;

/** Why something is done to, or left alone about, a person or a group. The words are stable. */
public enum Reason {
    /** Nobody in the product matches this person. */
    NO_MATCH("no account matches; it is created"),
    /** The same, where only the username could tell. */
    EMAIL_NOT_POSSIBLE("no account has this username, and the product shows no e-mails to match by; it is created"),
    ADOPTED("an account was there that matches; Roster takes it over"),
    CHANGED("name or e-mail differ"),
    ACTIVE_AGAIN("enabled in Entra, inactive in the product"),
    UNCHANGED("nothing to do"),

    DISABLED("disabled in Entra"),
    DELETED("gone from Entra"),
    OUT_OF_SCOPE("not in the groups or the filter of the scope"),
    GUEST("a guest, and guests are not selected"),
    NOT_INCLUDED("matches no pattern of include-users"),
    EXCLUDED("matches a pattern of exclude-users"),
    NO_USERNAME("none of the username attributes has a value"),
    NO_EMAIL("none of the e-mail attributes has a value"),
    ILLEGAL_NAME("the product cannot hold this name"),
    NAME_CLASH("two people's usernames come out the same"),
    NAME_TAKEN("the name belongs to an account of somebody else"),
    MATCH_CONFLICT("more than one account may be theirs, or the account somebody else's"),
    CLAIMED("another target with the same product manages this account"),
    PROTECTED("protected by the settings"),
    OWN_ACCOUNT("the account that Roster signs in with"),
    ADMINISTRATOR("in an administrators' group"),
    EXISTING_SKIPPED("an account was there that matches; users.existing says skip"),
    READ_ONLY("the product does not let this account be changed"),
    CREATE_OFF("users.create is off"),
    UPDATE_OFF("users.update is off"),
    RENAME_LEFT("the username changed in Entra; the account keeps its name"),
    ACTIVATE_OFF("users.activate is off"),
    KEPT("the settings keep the account of somebody who left"),
    NOT_POSSIBLE("the product has no way to do this"),

    GROUP_MISSING("no group of this name; it is created"),
    GROUP_JOINED("a group of this name was there; Roster fills it"),
    GROUP_EXISTING_SKIPPED("a group of this name was there; groups.existing says skip"),
    GROUP_CLASH("two Entra groups have this name"),
    GROUP_PROTECTED("protected by the settings"),
    GROUP_ADMINISTRATORS("an administrators' group is joined only through groups.manual"),
    GROUP_EMPTY("no selected member, and empty groups are not created"),
    GROUP_HIDDEN("Entra hides its members from Roster"),
    GROUP_CREATE_OFF("groups.create is off"),
    GROUP_GONE("no longer in Entra"),
    GROUP_SHARED("another target fills it, too; it is not deleted, nor created twice"),
    GROUP_NOT_CHOSEN("still in Entra, but the settings no longer choose it"),
    MANUAL_FAULT("an entry of groups.manual names no group, or two"),

    MEMBER_IN_ENTRA("a member in Entra"),
    DEFAULT_GROUP("a default group"),
    MEMBER_LEFT("no longer a member in Entra"),
    LEAVER("left, and its given memberships go"),
    LEAVER_ACCESS("left, and the product knows no deactivation"),

    LEAD_LEAVES("its lead leaves; the default lead takes over"),
    NO_DEFAULT_LEAD("still leads something, and no default lead is set for it"),
    DEFAULT_LEAD_MISSING("still leads something, and the product does not know the default lead"),
    DEFAULT_LEAD_INACTIVE("still leads something, and the default lead's account is inactive"),
    DEFAULT_LEAD_LEAVES("still leads something, and the default lead leaves, too"),
    STILL_LEADS("still leads something: its hand-over failed, or waits"),

    NOT_TRIED("not tried; planned again next time"),
    WAITING_TO_RETRY("failed before; waits for its next try"),
    SILENCED("discarded by an operator until something changes");

    private final String text;

    Reason(String text) {
        this.text = text;
    }

    /** The word in the API and the database, as in {@code no-match}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One half-sentence for people. */
    public String text() {
        return text;
    }

    /** @throws IllegalArgumentException when no reason has this word */
    public static Reason of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
