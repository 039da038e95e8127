package dev.roster.store;

import dev.roster.directory.Account;
import dev.roster.directory.Lead;
import dev.roster.directory.OperationKind;
import dev.roster.directory.Reason;
import dev.roster.directory.TargetGroup;
import dev.roster.plan.Candidate;
import dev.roster.plan.Candidate.ByEmail;
import dev.roster.plan.Candidate.Namesake;
import dev.roster.plan.Candidate.Owned;
import dev.roster.plan.GroupCandidate;
import dev.roster.plan.HandOver.Leaver;
import dev.roster.plan.MembershipPlanner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of the plan's queries as candidates. */
public final class CandidateRows {

    private CandidateRows() {}

    /** A row of account-candidates.sql. */
    public static Candidate account(Map<String, Object> row) {
        return new Candidate(
                text(row, "person_id"),
                textOrNull(row, "username"),
                textOrNull(row, "display_name"),
                textOrNull(row, "email"),
                flag(row, "enabled"),
                reason(row),
                textOrNull(row, "detail"),
                flag(row, "in_scope"),
                flag(row, "clashes"),
                owned(row),
                row.get("account_name") == null ? null : seen(row, "account"),
                namesake(row),
                row.get("byemail_name") == null ? null : byEmail(row),
                textOrNull(row, "name_claim"));
    }

    private static @Nullable Owned owned(Map<String, Object> row) {
        return row.get("owned_key") == null
                ? null
                : new Owned(
                        text(row, "owned_key"),
                        textOrNull(row, "owned_id"),
                        textOrNull(row, "owned_email"),
                        text(row, "owned_origin").equals("created"),
                        textOrNull(row, "owned_claim"));
    }

    /** The recorded account itself where it has the username; it is not found a second time then, and is the person's. */
    private static @Nullable Namesake namesake(Map<String, Object> row) {
        boolean recorded = flag(row, "account_is_namesake");
        if (!recorded && row.get("namesake_name") == null) {
            return null;
        }
        Account account = seen(row, recorded ? "account" : "namesake");
        String owner = textOrNull(row, "namesake_owner");
        String email = textOrNull(row, "email");
        boolean ownAddress = account.email() != null && account.email().equalsIgnoreCase(email);
        return new Namesake(
                account,
                owner != null && !owner.equals(text(row, "person_id")),
                flag(row, "namesake_administrator"),
                !flag(row, "namesake_settled") && number(row, "namesake_people") > (ownAddress ? 1 : 0),
                textOrNull(row, recorded ? "owned_claim" : "namesake_claim"));
    }

    private static ByEmail byEmail(Map<String, Object> row) {
        return new ByEmail(
                seen(row, "byemail"),
                number(row, "byemail_accounts") - 1,
                flag(row, "byemail_administrator"),
                flag(row, "byemail_named") || number(row, "byemail_people") > 1,
                textOrNull(row, "byemail_claim"));
    }

    /** The product's key of an account that a run has created may not be known before the next look. */
    private static Account seen(Map<String, Object> row, String prefix) {
        return new Account(
                Objects.requireNonNullElse(textOrNull(row, prefix + "_id"), ""),
                text(row, prefix + "_name"),
                textOrNull(row, prefix + "_display"),
                textOrNull(row, prefix + "_email"),
                flag(row, prefix + "_active"),
                flag(row, prefix + "_writable"));
    }

    /** A row of group-candidates.sql. */
    public static GroupCandidate group(Map<String, Object> row) {
        String seen = textOrNull(row, "seen_name");
        String wanted = textOrNull(row, "name");
        String origin = textOrNull(row, "origin");
        return new GroupCandidate(
                wanted != null ? wanted : seen != null ? seen : text(row, "group_key"),
                reason(row),
                textOrNull(row, "detail"),
                number(row, "sources"),
                flag(row, "in_entra"),
                flag(row, "has_member"),
                seen == null ? null : new TargetGroup(seen, flag(row, "grants_access"), flag(row, "administrators")),
                origin != null,
                "created".equals(origin),
                row.get("everybody") != null,
                textOrNull(row, "shared_by"),
                flag(row, "shared_planned"));
    }

    /** A row of group-stands.sql. */
    public static MembershipPlanner.Group memberGroup(Map<String, Object> row) {
        return new MembershipPlanner.Group(
                text(row, "group_key"),
                text(row, "name"),
                flag(row, "fills"),
                flag(row, "free"),
                flag(row, "created"),
                "all".equals(row.get("everybody")));
    }

    /** A row of seen-members.sql. */
    public static MembershipPlanner.Seen seenMember(Map<String, Object> row) {
        return new MembershipPlanner.Seen(text(row, "group_key"), text(row, "account_key"), flag(row, "claimed"));
    }

    /** A row of given-members.sql. */
    public static MembershipPlanner.Pair givenMember(Map<String, Object> row) {
        return new MembershipPlanner.Pair(text(row, "group_key"), text(row, "account_key"));
    }

    /** The rows of leavers-who-lead.sql, one for each thing that is led. */
    public static List<Leaver> leavers(List<Map<String, Object>> rows) {
        Map<Long, List<Map<String, Object>>> byOperation = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> ((Number) Objects.requireNonNull(row.get("operation_id"))).longValue(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byOperation.entrySet().stream()
                .map(entry -> leaver(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Leaver leaver(long operation, List<Map<String, Object>> rows) {
        Map<String, Object> row = rows.get(0);
        return new Leaver(
                operation,
                OperationKind.of(text(row, "operation_kind")),
                text(row, "user_name"),
                textOrNull(row, "person_id"),
                text(row, "account_id"),
                rows.stream().map(CandidateRows::lead).toList());
    }

    private static Lead lead(Map<String, Object> row) {
        return new Lead(
                Lead.Kind.of(text(row, "lead_kind")),
                text(row, "lead_id"),
                text(row, "lead_name"),
                text(row, "account_id"));
    }

    private static @Nullable Reason reason(Map<String, Object> row) {
        String word = textOrNull(row, "verdict");
        return word == null ? null : Reason.of(word);
    }

    static String text(Map<String, Object> row, String column) {
        return String.valueOf(row.get(column));
    }

    static @Nullable String textOrNull(Map<String, Object> row, String column) {
        Object value = row.get(column);
        return value == null ? null : value.toString();
    }

    private static int number(Map<String, Object> row, String column) {
        return row.get(column) instanceof Number number ? number.intValue() : 0;
    }

    private static boolean flag(Map<String, Object> row, String column) {
        return Boolean.TRUE.equals(row.get(column));
    }
}
