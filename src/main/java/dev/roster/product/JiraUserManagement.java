package dev.roster.product;

import dev.roster.directory.KeylessAccount;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the user management of Jira, which speaks as Crowd does, tells of accounts: {@code search?entity-type=user}. It
 * says neither how many there are nor that a page is the last one; only an empty page ends them.
 */
final class JiraUserManagement {

    private static final String WHAT = "the list of users";

    private JiraUserManagement() {}

    static List<KeylessAccount> accounts(Object page) {
        return users(Json.object(page, "the page")).stream()
                .map(JiraUserManagement::account)
                .toList();
    }

    /** One that is not unfolded has a name alone, and is no account to conclude anything from. */
    private static KeylessAccount account(Map<String, Object> user) {
        return new KeylessAccount(
                Json.text(user, "name"),
                Json.textOrNull(user, "display-name"),
                Json.textOrNull(user, "email"),
                Json.flag(user, "active"));
    }

    /**
     * Where the next page starts.
     *
     * @return null after an empty page
     * @throws UnexpectedAnswer when this page begins as the one before: whoever answers does not heed where it starts
     */
    static @Nullable Object next(Map<String, Object> page, Object current) {
        List<Map<String, Object>> users = users(page);
        if (users.isEmpty()) {
            return null;
        }
        String first = Json.text(users.get(0), "name");
        if (current instanceof Start before && before.lastFirst().equals(first)) {
            throw new UnexpectedAnswer(WHAT + " goes round in a circle");
        }
        return new Start(Json.position(current) + users.size(), first);
    }

    private static List<Map<String, Object>> users(Map<String, Object> page) {
        return Json.objects(page.get("users"), WHAT);
    }

    /**
     * Where a page starts; as text, the number that a request carries.
     *
     * @param lastFirst the first name on the page before
     */
    private record Start(int index, String lastFirst) {
        @Override
        public String toString() {
            return String.valueOf(index);
        }
    }
}
