package dev.roster.product;

import dev.roster.directory.Account;
import dev.roster.directory.Delivery;
import dev.roster.directory.DisplayNameRule;
import dev.roster.directory.NameRule;
import dev.roster.directory.OperationKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Roster knows of one product: how its answers read and what its requests carry. Which request is sent when is
 * in the product's routes.
 */
public interface Product {

    /** The word in the settings, and the first part of the names of its routes. */
    String word();

    /** @param version as the product tells it, such as {@code 10.3.2} */
    Capabilities capabilities(String version);

    NameRule usernames();

    DisplayNameRule displayNames();

    NameRule groupNames();

    /** The accounts on one page of its listing; what is no page is a failure, never an empty list. */
    List<Account> accounts(Object page);

    /** The names of the groups on one page of its listing. */
    List<String> groups(Object page);

    /** The names of the accounts on one page of a group's members. */
    List<String> members(Object page);

    /**
     * Where the next page starts.
     *
     * @param current where this page started
     * @return null after the last page
     */
    @Nullable
    Object next(Object page, Object current);

    /** What the request of these operations carries; null for nothing. */
    @Nullable
    Object body(Delivery delivery);

    /** By which beginnings these names are searched for, where the product cannot list all accounts; none elsewhere. */
    default List<NamePart> parts(List<String> names) {
        return List.of();
    }

    /** Whether this error means that things are already as the operation wants them. */
    boolean settled(OperationKind kind, int status);

    /** Whether this error may mean that, so that only a look at the object tells. */
    boolean doubtful(OperationKind kind, int status);

    /**
     * Whether this refusal means that the licence has no seat left.
     *
     * @param answer what the product wrote; empty for nothing
     */
    default boolean lacksSeat(OperationKind kind, int status, String answer) {
        return false;
    }

    /** The product's own key of the account, from the answer to its creation; null where it does not tell. */
    @Nullable
    String createdId(@Nullable Object answer);

    /** How many operations of this kind on one group fit into a single request. */
    default int together(OperationKind kind) {
        return 1;
    }

    /** Groups that administer the product by default, lower case. */
    List<String> administrators();
}
