package dev.roster.product;

import dev.roster.directory.Account;
import dev.roster.directory.Delivery;
import dev.roster.directory.DisplayNameRule;
import dev.roster.directory.NameRule;
import dev.roster.directory.Operation;
import dev.roster.directory.OperationKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Bitbucket Data Center 8 to 10. */
@Component
public final class Bitbucket implements Product {

    private static final Set<String> ADMINISTER = Set.of("ADMIN", "SYS_ADMIN");
    private static final int USERS_AT_ONCE = 100;
    private static final Pattern LICENCE = Pattern.compile("\\blicen[cs]e[sd]?\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public String word() {
        return "bitbucket";
    }

    /** There is no way to deactivate an account of the internal directory. */
    @Override
    public Capabilities capabilities(String version) {
        return new Capabilities(false, true, true, true, true, false);
    }

    @Override
    public NameRule usernames() {
        return NameRule.of(127, false, "/\\");
    }

    @Override
    public DisplayNameRule displayNames() {
        return DisplayNameRule.of(255, "");
    }

    @Override
    public NameRule groupNames() {
        return NameRule.of(255, false, "");
    }

    @Override
    public List<Account> accounts(Object page) {
        return values(page).stream().map(Bitbucket::account).toList();
    }

    /** The accounts of one name, while the pages of a filter are read that finds parts of names, too. */
    public record Namesakes(String name, List<Account> found) {}

    /** None yet; for the routes, where the body is the name. */
    public Namesakes namesakes(String name) {
        return new Namesakes(name, new ArrayList<>());
    }

    public void keepNamesakes(Namesakes namesakes, List<Account> page) {
        page.stream()
                .filter(account -> account.name().equalsIgnoreCase(namesakes.name()))
                .forEach(namesakes.found()::add);
    }

    private static Account account(Map<String, Object> user) {
        return new Account(
                String.valueOf(Json.number(user, "id")),
                Json.text(user, "name"),
                Json.textOrNull(user, "displayName"),
                Json.textOrNull(user, "emailAddress"),
                Json.flag(user, "active"),
                !Boolean.FALSE.equals(user.get("mutableDetails")) && !Boolean.FALSE.equals(user.get("mutableGroups")));
    }

    @Override
    public List<String> groups(Object page) {
        return values(page).stream().map(group -> Json.text(group, "name")).toList();
    }

    @Override
    public List<String> members(Object page) {
        return groups(page);
    }

    /** The names of groups with any global permission: without one nobody may sign in. */
    public List<String> accessGroups(Object page) {
        return values(page).stream()
                .map(entry -> Json.text(Json.object(entry.get("group"), "the group"), "name"))
                .distinct()
                .toList();
    }

    /** The names of groups that administer Bitbucket. */
    public List<String> adminGroups(Object page) {
        return values(page).stream()
                .filter(entry -> ADMINISTER.contains(Json.text(entry, "permission")))
                .map(entry -> Json.text(Json.object(entry.get("group"), "the group"), "name"))
                .distinct()
                .toList();
    }

    private static List<Map<String, Object>> values(Object page) {
        return Json.objects(Json.object(page, "the page").get("values"), "the list of values");
    }

    /** Never the start plus the limit: Bitbucket says where the next page begins. */
    @Override
    public @Nullable Object next(Object page, Object current) {
        Map<String, Object> map = Json.object(page, "the page");
        return Json.flag(map, "isLastPage") ? null : Json.onwards(current, Json.number(map, "nextPageStart"));
    }

    @Override
    public @Nullable Object body(Delivery delivery) {
        Operation operation = delivery.first();
        String user = String.valueOf(operation.user());
        String group = String.valueOf(operation.group());
        Map<String, String> becomes = operation.becomes();
        return switch (operation.kind()) {
            // The field is called "email" here, and "emailAddress" where it is read.
            case UPDATE_USER ->
                Map.of(
                        "name", user,
                        "displayName", String.valueOf(becomes.get("displayName")),
                        "email", String.valueOf(becomes.get("email")));
            case RENAME_USER -> Map.of("name", user, "newName", String.valueOf(becomes.get("name")));
            case ADD_MEMBER ->
                Map.of(
                        "group",
                        group,
                        "users",
                        delivery.operations().stream().map(Operation::user).toList());
            case REMOVE_MEMBER -> Map.of("context", user, "itemName", group);
            default -> null;
        };
    }

    /** For the one request that carries it in its query. */
    public String newPassword() {
        return Passwords.next();
    }

    @Override
    public int together(OperationKind kind) {
        return kind == OperationKind.ADD_MEMBER ? USERS_AT_ONCE : 1;
    }

    @Override
    public boolean settled(OperationKind kind, int status) {
        return status == 404 && (kind == OperationKind.DELETE_USER || kind == OperationKind.DELETE_GROUP);
    }

    @Override
    public boolean doubtful(OperationKind kind, int status) {
        return switch (kind) {
            case CREATE_USER, CREATE_GROUP, ADD_MEMBER -> status == 409;
            case RENAME_USER -> status == 404;
            case REMOVE_MEMBER -> status == 404 || status == 409;
            default -> false;
        };
    }

    /** Bitbucket answers 403, as to whoever may not; its words tell. */
    @Override
    public boolean lacksSeat(OperationKind kind, int status, String answer) {
        return status == 403 && LICENCE.matcher(answer).find();
    }

    /** The directories of the accounts on one page of its listing, and whether Bitbucket may write to each. */
    public Map<String, Boolean> directories(Object page) {
        Map<String, Boolean> directories = new TreeMap<>();
        for (Map<String, Object> user : values(page)) {
            String name = Json.textOrNull(user, "directoryName");
            if (name != null) {
                directories.merge(name, account(user).writable(), Boolean::logicalOr);
            }
        }
        return directories;
    }

    /** The names of the active directories, from {@code user-directories}. */
    public List<String> activeDirectories(Object list) {
        return Json.objects(list, "the list of directories").stream()
                .filter(directory -> !Boolean.FALSE.equals(directory.get("active")))
                .map(directory -> Json.text(directory, "name"))
                .toList();
    }

    /** Bitbucket answers a creation with nothing. */
    @Override
    public @Nullable String createdId(@Nullable Object answer) {
        return null;
    }

    @Override
    public List<String> administrators() {
        return List.of();
    }
}
