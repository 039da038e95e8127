package dev.roster.product;

import dev.roster.directory.Account;
import dev.roster.directory.Delivery;
import dev.roster.directory.DisplayNameRule;
import dev.roster.directory.NameRule;
import dev.roster.directory.Operation;
import dev.roster.directory.OperationKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Confluence Data Center 8.4 to 10. */
@Component
public final class Confluence implements Product {

    @Override
    public String word() {
        return "confluence";
    }

    /** Names and addresses can be changed since one of 9.1 to 9.4; which one is not known, so the last is taken. */
    @Override
    public Capabilities capabilities(String version) {
        return new Capabilities(true, false, Version.of(version).atLeast(9, 4), false, true, false);
    }

    /** Confluence documents what a username may not hold; a slash cannot be addressed in its paths. */
    @Override
    public NameRule usernames() {
        return NameRule.of(255, true, " \\,+<>'\"/", "anonymous");
    }

    @Override
    public DisplayNameRule displayNames() {
        return DisplayNameRule.of(255, "<>", "anonymous");
    }

    @Override
    public NameRule groupNames() {
        return NameRule.of(255, true, "/\\");
    }

    /**
     * The name of the account that the answer to {@code user/current} is about.
     *
     * @throws UnexpectedAnswer when it is nobody's: where visitors may read, Confluence refuses no token
     */
    public String ownName(@Nullable Object user) {
        Map<String, Object> known = Json.object(user, "the user");
        if ("anonymous".equals(known.get("type"))) {
            throw new UnexpectedAnswer("Confluence does not know the token, and takes Roster for a visitor");
        }
        return Json.text(known, "username");
    }

    /** Reads a page of {@code user/list}, or one user; neither shows e-mail addresses. */
    @Override
    public List<Account> accounts(Object page) {
        if (page instanceof Map<?, ?> map && map.containsKey("userKey")) {
            return List.of(account(Json.object(page, "the user")));
        }
        return results(page).stream().map(Confluence::account).toList();
    }

    private static Account account(Map<String, Object> user) {
        return new Account(
                Json.text(user, "userKey"),
                Json.text(user, "username"),
                Json.textOrNull(user, "displayName"),
                null,
                Json.text(user, "status").equals("current"),
                true);
    }

    @Override
    public List<String> groups(Object page) {
        return results(page).stream().map(group -> Json.text(group, "name")).toList();
    }

    @Override
    public List<String> members(Object page) {
        return results(page).stream().map(user -> Json.text(user, "username")).toList();
    }

    private static List<Map<String, Object>> results(Object page) {
        return Json.objects(Json.object(page, "the page").get("results"), "the list of results");
    }

    /** The limit that was asked for may be cut in silence, so the next page starts after what came. */
    @Override
    public @Nullable Object next(Object page, Object current) {
        Map<String, Object> map = Json.object(page, "the page");
        boolean more = Json.object(map.get("_links"), "the links").containsKey("next");
        return more
                ? Json.onwards(
                        current, Json.number(map, "start") + results(page).size())
                : null;
    }

    @Override
    public @Nullable Object body(Delivery delivery) {
        Operation operation = delivery.first();
        Map<String, String> becomes = operation.becomes();
        return switch (operation.kind()) {
            case CREATE_USER ->
                Map.of(
                        "userName", String.valueOf(operation.user()),
                        "fullName", String.valueOf(becomes.get("displayName")),
                        "email", String.valueOf(becomes.get("email")),
                        "password", Passwords.next(),
                        "notifyViaEmail", false);
            case UPDATE_USER ->
                Map.of(
                        "fullName", String.valueOf(becomes.get("displayName")),
                        "email", String.valueOf(becomes.get("email")));
            case CREATE_GROUP -> Map.of("type", "group", "name", String.valueOf(operation.group()));
            default -> null;
        };
    }

    @Override
    public boolean settled(OperationKind kind, int status) {
        boolean goes = kind == OperationKind.DELETE_USER
                || kind == OperationKind.DELETE_GROUP
                || kind == OperationKind.REMOVE_MEMBER;
        return goes && status == 404;
    }

    @Override
    public boolean doubtful(OperationKind kind, int status) {
        return status == 409 && (kind == OperationKind.CREATE_USER || kind == OperationKind.CREATE_GROUP);
    }

    @Override
    public boolean lacksSeat(OperationKind kind, int status, String answer) {
        return status == 402;
    }

    @Override
    public @Nullable String createdId(@Nullable Object answer) {
        return answer instanceof Map<?, ?> user && user.get("userKey") instanceof String key ? key : null;
    }

    @Override
    public List<String> administrators() {
        return List.of("confluence-administrators");
    }

    /** The number of the task that deletes an account; null when there is none to wait for. */
    public @Nullable String task(@Nullable Object answer) {
        return answer instanceof Map<?, ?> task && task.get("id") instanceof String id ? id : null;
    }

    /** Whether a task is through; one that failed is a failure. */
    public boolean isThrough(@Nullable Object answer) {
        Map<String, Object> task = Json.object(answer, "the task");
        boolean through = Json.number(task, "percentageComplete") >= 100;
        if (through && !Json.flag(task, "successful")) {
            throw new UnexpectedAnswer("Confluence could not delete the account");
        }
        return through;
    }
}
