package dev.roster.store;

import dev.roster.directory.Operation;
import dev.roster.directory.OperationKind;
import dev.roster.directory.Reason;
import dev.roster.directory.Wave;
import dev.roster.plan.Joins;
import dev.roster.plan.MembershipPlanner.Added;
import dev.roster.plan.MembershipPlanner.Comparison;
import dev.roster.plan.MembershipPlanner.Leaving;
import dev.roster.plan.MembershipPlanner.Pair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Turns compared memberships into operations. */
@Repository
public class Memberships {

    private static final int AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final Batches batches;
    private final Operations operations;

    Memberships(JdbcClient jdbc, Batches batches, Operations operations) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.operations = operations;
    }

    /**
     * What was decided about the person of an account, with the name that it has after a rename in this plan;
     * nothing for an account that is nobody's.
     */
    private record Stand(
            String name,
            @Nullable String personId,
            @Nullable Joins joins) {}

    /**
     * A membership that somebody took away by hand is ours no longer: one that is put back by hand stays. A group that
     * shows nobody may only have answered badly, and an inactive account may only not be shown.
     */
    @Transactional
    public void forgetLost(RunTarget target, List<Pair> lost) {
        batches.write("""
                delete from given_member where target_no = ? and group_key = ? and account_key = ?
                  and exists (select 1 from seen_account a
                    where a.target_no = given_member.target_no and a.name_key = given_member.account_key
                      and a.active = true)""", lost, member -> new Object[] {target.no(), member.groupKey(), member.accountKey()});
    }

    /** Plans what was added, and of what may go, what no decision about the person stands against. */
    @Transactional
    public void keep(Run run, RunTarget target, Comparison comparison, String ownName) {
        List<Operation> planned = new ArrayList<>();
        comparison.added().forEach(added -> planned.add(add(target, added)));
        List<Leaving> leaving = comparison.leaving().stream()
                .filter(member -> !member.accountKey().equalsIgnoreCase(ownName))
                .toList();
        Map<String, Stand> stands = stands(target, leaving);
        for (Leaving member : leaving) {
            Stand stand = stands.get(member.accountKey());
            if (stand != null && mayGo(stand.joins(), member)) {
                planned.add(remove(target, member, stand));
            }
        }
        operations.plan(run, planned);
        batches.write(
                "insert into adopted_member (target_no, run_id, group_key, account_key) values (?, ?, ?, ?)",
                comparison.adopted(),
                member -> new Object[] {target.no(), run.id(), member.groupKey(), member.accountKey()});
    }

    /** Who is locked out goes out of the groups that grant access, and those only; the plan lists that apart. */
    private static boolean mayGo(@Nullable Joins joins, Leaving member) {
        if (joins == null || joins == Joins.LEAVES) {
            return true;
        }
        return joins == Joins.JOINS && !member.group().forAll();
    }

    private static Operation add(RunTarget target, Added added) {
        return new Operation(
                0,
                target.no(),
                Wave.MEMBERSHIPS_ADDED,
                OperationKind.ADD_MEMBER,
                added.wanted().accountName(),
                added.group().name(),
                added.wanted().personId(),
                null,
                Map.of(),
                Map.of(),
                Reason.MEMBER_IN_ENTRA);
    }

    private static Operation remove(RunTarget target, Leaving member, Stand stand) {
        return new Operation(
                0,
                target.no(),
                Wave.MEMBERSHIPS_REMOVED,
                OperationKind.REMOVE_MEMBER,
                stand.name(),
                member.group().name(),
                stand.personId(),
                null,
                Map.of(),
                Map.of(),
                stand.joins() == Joins.LEAVES ? Reason.LEAVER : Reason.MEMBER_LEFT);
    }

    private Map<String, Stand> stands(RunTarget target, List<Leaving> leaving) {
        Map<String, Stand> stands = new HashMap<>();
        List<String> keys = leaving.stream().map(Leaving::accountKey).distinct().toList();
        for (int from = 0; from < keys.size(); from += AT_ONCE) {
            jdbc.sql("select a.name_key, coalesce(w.account_name, a.name), w.person_id, w.joins from " + Keys.TABLE
                            + " join seen_account a on a.target_no = :target and a.name_key = k.item"
                            + " left join wanted_account w on w.target_no = a.target_no and w.account_key = a.name_key")
                    .param("target", target.no())
                    .param("keys", Keys.of(keys.subList(from, Math.min(from + AT_ONCE, keys.size()))))
                    .query(row -> {
                        String joins = row.getString(4);
                        stands.put(
                                row.getString(1),
                                new Stand(
                                        row.getString(2),
                                        row.getString(3),
                                        joins == null ? null : Joins.valueOf(joins)));
                    });
        }
        return stands;
    }
}
