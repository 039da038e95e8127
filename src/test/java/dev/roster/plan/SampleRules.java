package dev.roster.plan;

import dev.roster.settings.GroupRules;
import dev.roster.settings.GroupRules.ExistingGroups;
import dev.roster.settings.GroupRules.Mapping;
import dev.roster.settings.NameCase;
import dev.roster.settings.UserRules;
import dev.roster.settings.UserRules.ExistingUsers;
import dev.roster.settings.UserRules.WhenGone;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The defaults of the settings and a product that can do everything, with single rules changed. */
final class SampleRules {

    static final int TARGET = 7;
    static final String OWN_ACCOUNT = "roster";

    boolean create = true;
    boolean update = true;
    boolean activate = true;
    WhenGone disabled = WhenGone.DEACTIVATE;
    WhenGone deleted = WhenGone.DEACTIVATE;
    WhenGone outOfScope = WhenGone.REMOVE_GROUPS;
    ExistingUsers existing = ExistingUsers.APPROVE;
    Set<String> adopt = Set.of();
    List<Pattern> protectedNames = List.of();
    boolean canDeactivate = true;
    boolean canUpdate = true;
    boolean renames = true;
    boolean showsEmails = true;
    List<UserRules.Match> match = List.of(UserRules.Match.ENTRA_ID, UserRules.Match.USERNAME, UserRules.Match.EMAIL);

    Mapping mapping = Mapping.ON_THE_FLY;
    boolean createGroups = true;
    boolean deleteGroups;
    boolean emptyGroups;
    ExistingGroups existingGroups = ExistingGroups.APPROVE;

    AccountPlanner accounts() {
        UserRules users = new UserRules(
                List.of("userPrincipalName"),
                null,
                "",
                NameCase.LOWER,
                List.of("displayName"),
                List.of("mail"),
                match,
                create,
                update,
                UserRules.Rename.TRUE,
                activate,
                disabled,
                deleted,
                outOfScope,
                existing,
                adopt,
                protectedNames);
        return new AccountPlanner(new AccountRules(
                TARGET,
                users,
                OWN_ACCOUNT,
                canDeactivate,
                canUpdate,
                renames ? null : "users.rename is false",
                showsEmails));
    }

    GroupPlanner groups() {
        return new GroupPlanner(
                TARGET,
                new GroupRules(
                        mapping,
                        List.of(),
                        List.of(),
                        Set.of(GroupRules.Kind.SECURITY),
                        emptyGroups,
                        existingGroups,
                        null,
                        "",
                        NameCase.KEEP,
                        true,
                        createGroups,
                        deleteGroups,
                        Map.of(),
                        false,
                        GroupRules.Membership.MANAGED,
                        List.of(),
                        List.of(),
                        protectedNames));
    }
}
