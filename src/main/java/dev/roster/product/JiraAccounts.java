package dev.roster.product;

import dev.roster.directory.Account;
import java.util.List;
import java.util.Map;

/** How Jira tells of its accounts: by pages, by the bare list of its search, and one by one. */
final class JiraAccounts {

    private JiraAccounts() {}

    /** Reads any of the three. */
    static List<Account> of(Object answer) {
        if (answer instanceof Map<?, ?> map && map.containsKey("name")) {
            return List.of(one(answer));
        }
        Object values = answer instanceof List<?>
                ? answer
                : Json.object(answer, "the page").get("values");
        return Json.objects(values, "the list of users").stream()
                .filter(user -> !Boolean.TRUE.equals(user.get("deleted")))
                .map(JiraAccounts::account)
                .toList();
    }

    /** A bare list is no page: an empty one would look as if nobody were there. */
    static List<Account> onPage(Object page) {
        return of(Json.object(page, "the page"));
    }

    static Account one(Object user) {
        return account(Json.object(user, "the user"));
    }

    private static Account account(Map<String, Object> user) {
        return new Account(
                Json.text(user, "key"),
                Json.text(user, "name"),
                Json.textOrNull(user, "displayName"),
                Json.textOrNull(user, "emailAddress"),
                Json.flag(user, "active"),
                true);
    }
}
