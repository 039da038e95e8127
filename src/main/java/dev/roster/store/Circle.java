package dev.roster.store;

import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Everybody and every account whose name or address may decide about one person: those who want the same name, have it,
 * or share an address, and those who matter to them in turn.
 */
final class Circle {

    /** Beyond that many people, such as all who share one address, no further ones would change the answer. */
    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final Excerpt excerpt;
    final Set<String> people = new HashSet<>();
    final Set<String> names = new HashSet<>();
    final Set<String> emails = new HashSet<>();

    private Circle(JdbcClient jdbc, Excerpt excerpt) {
        this.jdbc = jdbc;
        this.excerpt = excerpt;
        people.add(excerpt.person());
        names.addAll(excerpt.names());
        emails.addAll(excerpt.emails());
    }

    static Circle around(JdbcClient jdbc, Excerpt excerpt) {
        Circle circle = new Circle(jdbc, excerpt);
        int size;
        do {
            size = circle.size();
            circle.grow();
        } while (circle.size() > size && circle.people.size() < MOST);
        return circle;
    }

    private int size() {
        return people.size() + names.size() + emails.size();
    }

    private void grow() {
        add(names, people, "join wanted_account x on x.target_no = n.no and x.person_id = k.item", "x.username_key");
        add(emails, people, "join wanted_account x on x.target_no = n.no and x.person_id = k.item", "x.email_key");
        add(names, people, "join owned_account x on x.target_no = n.no and x.person_id = k.item", "x.name_key");
        add(
                names,
                people,
                "join owned_account o on o.target_no = n.no and o.person_id = k.item"
                        + " join seen_account x on x.target_no = n.no and x.account_id = o.account_id",
                "x.name_key");
        add(names, emails, "join seen_account x on x.target_no = n.no and x.email_key = k.item", "x.name_key");
        add(emails, names, "join seen_account x on x.target_no = n.no and x.name_key = k.item", "x.email_key");
        add(people, names, "join wanted_account x on x.target_no = n.no and x.username_key = k.item", "x.person_id");
        add(people, names, "join owned_account x on x.target_no = n.no and x.name_key = k.item", "x.person_id");
        renamedByNeighbours();
        add(people, emails, "join wanted_account x on x.target_no = n.no and x.email_key = k.item", "x.person_id");
    }

    /** An account that another connection manages is known there by a former name, and by its own key. */
    private void renamedByNeighbours() {
        if (!excerpt.neighbours().isEmpty()) {
            names.addAll(jdbc.sql("select distinct o.name_key from " + Keys.TABLE
                            + " join target_name n on n.connection_no = :connection"
                            + " join seen_account x on x.target_no = n.no and x.name_key = k.item"
                            + " join owned_account o on o.target_no in (:neighbours) and o.account_id = x.account_id")
                    .param("connection", excerpt.run().connectionNo())
                    .param("neighbours", excerpt.neighbours())
                    .param("keys", Keys.of(names))
                    .query(String.class)
                    .list());
        }
    }

    private void add(Set<String> to, Set<String> from, String join, String column) {
        if (from.isEmpty()) {
            return;
        }
        to.addAll(jdbc.sql("select distinct " + column + " from " + Keys.TABLE
                        + " join target_name n on n.connection_no = :connection " + join + " where " + column
                        + " is not null")
                .paramSource(
                        new MapSqlParameterSource("connection", excerpt.run().connectionNo())
                                .addValue("keys", Keys.of(from)))
                .query(String.class)
                .list());
    }
}
