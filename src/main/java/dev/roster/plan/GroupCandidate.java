package dev.roster.plan;

import dev.roster.directory.Reason;
import dev.roster.directory.TargetGroup;
import org.jspecify.annotations.Nullable;

/**
 * A group that the rules want in one target, or that Roster once made there, and what the target holds.
 *
 * @param name as the rules spell it
 * @param verdict the mapping's word against it; null when there is none
 * @param sources how many Entra groups fill it; 0 when none does any longer, or for a default group
 * @param inEntra whether an Entra group that fills it, or once did, is still there
 * @param hasMember whether anybody selected would be in it
 * @param group as it is in the target; null when it is not there
 * @param owned recorded as created or joined by Roster
 * @param created recorded as created by Roster
 * @param byDefault filled with everybody, or everybody new
 * @param sharedBy another target that fills it in the same product, or has put somebody into it; null when there is none
 * @param sharedPlanned when that target creates it in the very run that is planned
 */
public record GroupCandidate(
        String name,
        @Nullable Reason verdict,
        @Nullable String detail,
        int sources,
        boolean inEntra,
        boolean hasMember,
        @Nullable TargetGroup group,
        boolean owned,
        boolean created,
        boolean byDefault,
        @Nullable String sharedBy,
        boolean sharedPlanned) {}
