package dev.roster.store;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The names under which accounts and their given memberships are recorded as ours.
 *
 * <p>Accounts may swap their names, so every name steps aside before any takes its new place.
 */
@Component
public class AccountNames {

    private final JdbcClient jdbc;
    private final Batches batches;

    AccountNames(JdbcClient jdbc, Batches batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * One account whose recorded name holds no longer.
     *
     * @param to null when the account is gone from the product, and another one has its name
     */
    record Move(String personId, String from, @Nullable String to) {

        /** No product's account is called by a person's id; so nothing else is recorded under this. */
        String aside() {
            return "/" + personId;
        }
    }

    /**
     * An account that was renamed in the product is still the same account; one that was made anew under an old name
     * is another one.
     *
     * @param everybody whether all accounts are compared, or only those of people who are due
     */
    @Transactional
    public void follow(RunTarget target, boolean everybody) {
        String owned = everybody
                ? "from owned_account o"
                : "from due_person d join owned_account o on o.target_no = d.target_no and o.person_id = d.person_id";
        learnIds(target, owned);
        move(
                target,
                jdbc.sql("select o.person_id, o.name_key, a.name_key " + owned + """
                 left join seen_account a on a.target_no = o.target_no and a.account_id = o.account_id
                left join seen_account n on n.target_no = o.target_no and n.name_key = o.name_key
                where o.target_no = ? and o.account_id is not null
                  and (a.name_key <> o.name_key or a.name_key is null and n.account_id is not null)""")
                        .param(target.no())
                        .query((rs, row) -> new Move(rs.getString(1), rs.getString(2), rs.getString(3)))
                        .list());
    }

    private record Learnt(String personId, String accountId) {}

    /** Not every product tells an account's own key when it creates it; the next look does. */
    private void learnIds(RunTarget target, String owned) {
        List<Learnt> learnt = jdbc.sql("select o.person_id, a.account_id " + owned + """
                 join seen_account a on a.target_no = o.target_no and a.name_key = o.name_key
                where o.target_no = ? and o.account_id is null and a.account_id is not null""")
                .param(target.no())
                .query((rs, row) -> new Learnt(rs.getString(1), rs.getString(2)))
                .list();
        batches.write("update owned_account set account_id = ? where target_no = ? and person_id = ?", learnt, one ->
                new Object[] {one.accountId(), target.no(), one.personId()});
    }

    void move(RunTarget target, List<Move> moves) {
        List<Move> staying = moves.stream().filter(move -> move.to() != null).toList();
        String given = "update given_member set account_key = ? where target_no = ? and account_key = ?";
        String owned = "update owned_account set name_key = ? where target_no = ? and person_id = ?";
        batches.write(given, staying, move -> new Object[] {move.aside(), target.no(), move.from()});
        batches.write(owned, moves, move -> new Object[] {move.aside(), target.no(), move.personId()});
        // Nobody has the old names now that is ours, and whoever had the new ones before is gone.
        forget(target, moves, Move::from);
        forget(target, staying, move -> Objects.requireNonNull(move.to()));
        batches.write(owned, staying, move -> new Object[] {move.to(), target.no(), move.personId()});
        batches.write(given, staying, move -> new Object[] {move.to(), target.no(), move.aside()});
    }

    private void forget(RunTarget target, List<Move> moves, Function<Move, String> name) {
        batches.write("delete from given_member where target_no = ? and account_key = ?", moves, move ->
                new Object[] {target.no(), name.apply(move)});
        free(target, moves.stream().map(name).toList());
    }

    /** Accounts that once had these names are gone; what is recorded of them gives the names up. */
    void free(RunTarget target, List<String> names) {
        if (names.isEmpty()) {
            return;
        }
        List<String> recorded = jdbc.sql("select o.name_key from " + Keys.TABLE
                        + " join owned_account o on o.target_no = :target and o.name_key = k.item")
                .param("target", target.no())
                .param("keys", Keys.of(names))
                .query(String.class)
                .list();
        batches.write(
                "update owned_account set name_key = '/' || person_id where target_no = ? and name_key = ?",
                recorded,
                name -> new Object[] {target.no(), name});
    }
}
