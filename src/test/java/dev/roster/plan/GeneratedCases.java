package dev.roster.plan;

import dev.roster.directory.Account;
import dev.roster.directory.Reason;
import dev.roster.directory.TargetGroup;
import dev.roster.plan.Candidate.ByEmail;
import dev.roster.plan.Candidate.Namesake;
import dev.roster.plan.Candidate.Owned;
import dev.roster.settings.GroupRules.ExistingGroups;
import dev.roster.settings.GroupRules.Mapping;
import dev.roster.settings.UserRules.ExistingUsers;
import dev.roster.settings.UserRules.Match;
import dev.roster.settings.UserRules.WhenGone;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules, people and groups at random, from few enough values that all of them meet. */
final class GeneratedCases {

    private static final List<String> NAMES =
            List.of("ann", "Ann", "bob", "roster", "Roster", "svc-build", "SVC-Build", "cid");
    private static final List<Reason> VERDICTS = List.of(
            Reason.DELETED,
            Reason.GUEST,
            Reason.NOT_INCLUDED,
            Reason.EXCLUDED,
            Reason.PROTECTED,
            Reason.NO_USERNAME,
            Reason.NO_EMAIL,
            Reason.ILLEGAL_NAME);

    private GeneratedCases() {}

    static SampleRules rules(Random random) {
        SampleRules rules = new SampleRules();
        rules.create = random.nextBoolean();
        rules.update = random.nextBoolean();
        rules.activate = random.nextBoolean();
        rules.disabled = any(random, WhenGone.values());
        rules.deleted = any(random, WhenGone.values());
        rules.outOfScope = any(random, WhenGone.values());
        rules.existing = any(random, ExistingUsers.values());
        rules.adopt = random.nextBoolean() ? Set.of("ann", "roster") : Set.of();
        rules.protectedNames = random.nextBoolean() ? List.of(Pattern.compile("svc-.*")) : List.of();
        rules.canDeactivate = random.nextBoolean();
        rules.canUpdate = random.nextBoolean();
        rules.renames = random.nextBoolean();
        rules.showsEmails = random.nextBoolean();
        List<Match> match = new ArrayList<>(List.of(Match.values()));
        Collections.shuffle(match, random);
        rules.match = match.subList(0, random.nextInt(4));
        rules.mapping = any(random, Mapping.values());
        rules.createGroups = random.nextBoolean();
        rules.deleteGroups = random.nextBoolean();
        rules.emptyGroups = random.nextBoolean();
        rules.existingGroups = any(random, ExistingGroups.values());
        return rules;
    }

    /** As the mapping and the tables may give it: somebody without a verdict has a name and an address. */
    static Candidate person(Random random) {
        Reason verdict = random.nextInt(3) == 0 ? any(random, VERDICTS.toArray(Reason[]::new)) : null;
        boolean owned = random.nextBoolean();
        Account account = owned && random.nextInt(5) > 0 ? account(random) : null;
        return new Candidate(
                "person-" + random.nextInt(100),
                verdict == Reason.NO_USERNAME ? null : name(random),
                "Ann Lee",
                verdict == Reason.NO_EMAIL ? null : "ann@example.com",
                random.nextInt(4) > 0,
                verdict,
                null,
                random.nextInt(4) > 0,
                random.nextInt(8) == 0,
                owned
                        ? new Owned(
                                "ann",
                                "1",
                                random.nextBoolean() ? "ann@old.example" : null,
                                random.nextBoolean(),
                                claim(random))
                        : null,
                account,
                random.nextBoolean()
                        ? new Namesake(
                                account(random),
                                random.nextBoolean(),
                                random.nextBoolean(),
                                random.nextBoolean(),
                                claim(random))
                        : null,
                random.nextBoolean()
                        ? new ByEmail(
                                account(random),
                                random.nextInt(2),
                                random.nextBoolean(),
                                random.nextBoolean(),
                                claim(random))
                        : null,
                claim(random));
    }

    private static Account account(Random random) {
        return new Account(
                String.valueOf(random.nextInt(5)),
                name(random),
                random.nextInt(3) == 0 ? null : any(random, "Ann Lee", "Somebody"),
                random.nextInt(3) == 0 ? null : any(random, "ann@example.com", "ann@old.example"),
                random.nextInt(3) > 0,
                random.nextInt(4) > 0);
    }

    static GroupCandidate group(Random random) {
        return new GroupCandidate(
                name(random),
                random.nextInt(4) == 0 ? any(random, Reason.GROUP_HIDDEN, Reason.MANUAL_FAULT) : null,
                null,
                random.nextInt(3),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean()
                        ? new TargetGroup(name(random), random.nextBoolean(), random.nextInt(4) == 0)
                        : null,
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextInt(3) == 0,
                claim(random),
                random.nextInt(4) == 0);
    }

    private static @Nullable String claim(Random random) {
        return random.nextInt(6) == 0 ? "other/jira" : null;
    }

    private static String name(Random random) {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    @SafeVarargs
    private static <T> T any(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }
}
