package dev.roster.entra;

import dev.roster.directory.GroupMembers;
import java.time.Duration;

/** What one round made of one part of a batch. */
sealed interface PartOutcome {

    /** There is more to ask, after a pause that may be zero. */
    record Open(MemberPart part, Duration pause) implements PartOutcome {}

    /** Graph did not accept the token; the same is to be asked with a new one. */
    record Refused(MemberPart part) implements PartOutcome {}

    /** All pages are read. */
    record Complete(GroupMembers members) implements PartOutcome {}

    /** The group has been deleted since it was listed. */
    record Vanished(String groupId) implements PartOutcome {}
}
