package dev.roster.product;

import dev.roster.directory.Account;
import dev.roster.directory.Delivery;
import dev.roster.directory.DisplayNameRule;
import dev.roster.directory.KeylessAccount;
import dev.roster.directory.Lead;
import dev.roster.directory.NameRule;
import dev.roster.directory.Operation;
import dev.roster.directory.OperationKind;
import dev.roster.directory.Seats;
import dev.roster.settings.UserManagement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Jira Data Center 9 to 11. */
@Component
public final class Jira implements Product {

    private static final Pattern SEAT = Pattern.compile("\\b(licen[cs]es?|seats?)\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public String word() {
        return "jira";
    }

    @Override
    public Capabilities capabilities(String version) {
        return new Capabilities(true, true, true, true, !version.endsWith(NO_LISTING), true);
    }

    /** Ends the version of a Jira from 10.0 to early 10.3 as it shows itself to users: its search stops at 100 people. */
    static final String NO_LISTING = " without user list";

    /**
     * How the accounts of this Jira are listed; the last part of a route's name. Its user management comes last: it does
     * not tell the keys of accounts, which then have to be asked for.
     *
     * @param hasUserList whether it answers {@code user/list}, as 11 and late 10.3 do
     * @param application as which Roster signs in to the user management; null for none
     */
    public String listing(@Nullable Object serverInfo, boolean hasUserList, @Nullable UserManagement application) {
        if (hasUserList) {
            return "list";
        }
        if (!Version.of(versionOf(serverInfo)).atLeast(10, 0)) {
            return "search";
        }
        return application == null ? "look-up" : "user-management";
    }

    /** The version as it is remembered, with a note when a full listing cannot be had. */
    public String version(@Nullable Object serverInfo, boolean hasUserList, @Nullable UserManagement application) {
        String version = versionOf(serverInfo);
        return listing(serverInfo, hasUserList, application).equals("look-up") ? version + NO_LISTING : version;
    }

    private static String versionOf(@Nullable Object serverInfo) {
        return Json.text(Json.object(serverInfo, "the server's information"), "version");
    }

    @Override
    public NameRule usernames() {
        return NameRule.of(255, true, "<>&");
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
    public List<NamePart> parts(List<String> names) {
        return NamePart.of(names);
    }

    /** By which longer ones, after this answer of the search. */
    public List<NamePart> partsAfter(NamePart part, Object list) {
        return part.after(Json.objects(list, "the list of users").size());
    }

    /** The accounts in the search's answer that were asked about; others are strangers. */
    public List<Account> accountsOf(NamePart part, Object list) {
        Set<String> names = Set.copyOf(part.names());
        return accounts(list).stream()
                .filter(account -> names.contains(account.key()))
                .toList();
    }

    /** Reads a page of {@code user/list}, the bare list of {@code user/search}, or one user. */
    @Override
    public List<Account> accounts(Object page) {
        return JiraAccounts.of(page);
    }

    /** Reads a page of {@code user/list}, and nothing else. */
    public List<Account> listed(Object page) {
        return JiraAccounts.onPage(page);
    }

    /** Reads a page of the user management, and nothing else. */
    public List<KeylessAccount> managed(Object page) {
        return JiraUserManagement.accounts(page);
    }

    /** Reads one user, and nothing else. */
    public List<Account> one(Object user) {
        return List.of(JiraAccounts.one(user));
    }

    /**
     * Reads the answer of the group picker.
     *
     * @throws UnexpectedAnswer when it holds fewer groups than there are: the picker has no second page
     */
    @Override
    public List<String> groups(Object page) {
        Map<String, Object> picker = Json.object(page, "the answer");
        List<String> names = Json.objects(picker.get("groups"), "the list of groups").stream()
                .map(group -> Json.text(group, "name"))
                .toList();
        if (Json.number(picker, "total") > names.size()) {
            throw new UnexpectedAnswer("Jira shows " + names.size() + " of " + Json.number(picker, "total")
                    + " groups; raise its property jira.ajax.autocomplete.limit");
        }
        return names;
    }

    @Override
    public List<String> members(Object page) {
        return JiraAccounts.onPage(page).stream().map(Account::name).toList();
    }

    @Override
    public @Nullable Object next(Object page, Object current) {
        if (page instanceof List<?> list) {
            return list.isEmpty() ? null : Json.position(current) + list.size();
        }
        Map<String, Object> map = Json.object(page, "the page");
        if (map.containsKey("users")) {
            return JiraUserManagement.next(map, current);
        }
        if (map.containsKey("groups") || Json.flag(map, "isLast")) {
            return null;
        }
        if (map.containsKey("nextCursor")) {
            return cursor(current, Json.text(map, "nextCursor"));
        }
        int size = Json.objects(map.get("values"), "the page").size();
        return Json.onwards(current, Json.number(map, "startAt") + size);
    }

    private static String cursor(Object current, String next) {
        if (next.isEmpty() || next.equals(current.toString())) {
            throw new UnexpectedAnswer("the list of users goes round in a circle");
        }
        return next;
    }

    /** The names of the groups that give access to an application, from {@code applicationrole}. */
    public List<String> accessGroups(Object roles) {
        return Json.objects(roles, "the list of application roles").stream()
                .flatMap(role -> Json.texts(role.get("groups"), "the groups of an application role").stream())
                .distinct()
                .toList();
    }

    /** The applications whose licence is limited, from {@code applicationrole}. */
    public List<Seats> seats(Object roles) {
        return Json.objects(roles, "the list of application roles").stream()
                .filter(role -> role.get("remainingSeats") instanceof Number left && left.longValue() >= 0)
                .map(role -> new Seats(
                        Objects.requireNonNullElse(Json.textOrNull(role, "name"), Json.text(role, "key")),
                        Json.number(role, "remainingSeats"),
                        Json.texts(role.get("groups"), "the groups of an application role")))
                .toList();
    }

    /** Whether the user in this answer is in the operation's group; nobody is when there is no answer. */
    public boolean isMember(@Nullable Object user, Operation operation) {
        if (user == null) {
            return false;
        }
        Object groups = Json.object(user, "the user").get("groups");
        Object items = Json.object(groups, "the user's groups").get("items");
        return Json.objects(items, "the user's groups").stream()
                .anyMatch(group -> Json.text(group, "name").equalsIgnoreCase(operation.group()));
    }

    /** The keys of the projects in the bare list of {@code project}. */
    public List<String> projects(Object list) {
        return JiraLeads.projects(list);
    }

    /** Who leads them. */
    public List<Lead> projectLeads(Object list) {
        return JiraLeads.ofProjects(list);
    }

    /** Who leads the components of a project; nobody when there is no answer, as the project is gone. */
    public List<Lead> componentLeads(@Nullable Object list) {
        return list == null ? List.of() : JiraLeads.ofComponents(list);
    }

    /** Whether the operation's account leads the project or component in this answer. */
    public boolean leads(@Nullable Object led, Operation operation) {
        return JiraLeads.isLead(led, operation);
    }

    public boolean leadsNoMore(@Nullable Object led, Operation operation) {
        return !leads(led, operation);
    }

    @Override
    public @Nullable Object body(Delivery delivery) {
        Operation operation = delivery.first();
        return switch (operation.kind()) {
            case CREATE_USER -> created(operation);
            case UPDATE_USER -> changed(operation);
            case RENAME_USER -> Map.of("name", operation.becomes().getOrDefault("name", ""));
            case ACTIVATE_USER -> Map.of("active", true);
            case DEACTIVATE_USER -> Map.of("active", false);
            case CREATE_GROUP -> Map.of("name", String.valueOf(operation.group()));
            case ADD_MEMBER -> Map.of("name", String.valueOf(operation.user()));
            case REASSIGN_PROJECT_LEAD -> Map.of("lead", operation.becomes().getOrDefault("lead", ""));
            case REASSIGN_COMPONENT_LEAD ->
                Map.of("leadUserName", operation.becomes().getOrDefault("lead", ""));
            default -> null;
        };
    }

    /** No password: Jira makes one up that nobody knows. No applications: a seat comes with a group only. */
    private static Map<String, Object> created(Operation operation) {
        Map<String, Object> body = changed(operation);
        body.put("name", operation.user());
        body.put("notification", "false");
        body.put("applicationKeys", List.of());
        return body;
    }

    private static Map<String, Object> changed(Operation operation) {
        Map<String, Object> body = new HashMap<>();
        if (operation.becomes().containsKey("displayName")) {
            body.put("displayName", operation.becomes().get("displayName"));
        }
        if (operation.becomes().containsKey("email")) {
            body.put("emailAddress", operation.becomes().get("email"));
        }
        return body;
    }

    @Override
    public boolean settled(OperationKind kind, int status) {
        return status == 404 && (kind == OperationKind.DELETE_USER || kind == OperationKind.DELETE_GROUP);
    }

    /** Jira answers 400 for "already there", and for much else. */
    @Override
    public boolean doubtful(OperationKind kind, int status) {
        return switch (kind) {
            case CREATE_USER, CREATE_GROUP, ADD_MEMBER -> status == 400;
            case RENAME_USER, REASSIGN_PROJECT_LEAD, REASSIGN_COMPONENT_LEAD -> status == 404;
            case REMOVE_MEMBER, DELETE_GROUP -> status == 400 || status == 404;
            default -> false;
        };
    }

    /** Jira answers 400, as for much else; its words tell. */
    @Override
    public boolean lacksSeat(OperationKind kind, int status, String answer) {
        return status == 400 && takesSeat(kind) && SEAT.matcher(answer).find();
    }

    private static boolean takesSeat(OperationKind kind) {
        return kind == OperationKind.CREATE_USER
                || kind == OperationKind.ACTIVATE_USER
                || kind == OperationKind.ADD_MEMBER;
    }

    @Override
    public @Nullable String createdId(@Nullable Object answer) {
        return answer instanceof Map<?, ?> user && user.get("key") instanceof String key ? key : null;
    }

    @Override
    public List<String> administrators() {
        return List.of("jira-administrators", "jira-system-administrators");
    }
}
