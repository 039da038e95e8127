package dev.roster.mapping;

import dev.roster.directory.DisplayNameRule;
import dev.roster.directory.NameRule;
import dev.roster.directory.PatternGaveUp;
import dev.roster.directory.Person;
import dev.roster.directory.Reason;
import dev.roster.mapping.MappingTrace.Origin;
import dev.roster.settings.Scope;
import dev.roster.settings.UserRules;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From a person to an account in one target. Equal people come to equal accounts, whatever came before. */
public final class AccountMapping {
    private final UserRules rules;
    private final NameRule usernames;
    private final DisplayNameRule displayNames;
    private final Rewriting rewriting;
    private final AccountVerdicts verdicts;

    /** @throws IllegalArgumentException when the replacement does not fit the pattern */
    public AccountMapping(UserRules rules, Scope scope, NameRule usernames, DisplayNameRule displayNames) {
        this.rules = rules;
        this.usernames = usernames;
        this.displayNames = displayNames;
        this.rewriting = new Rewriting(
                "users.username-replacement",
                rules.usernamePattern(),
                rules.usernameReplacement(),
                rules.usernameCase());
        this.verdicts = new AccountVerdicts(rules, scope, usernames);
    }

    /** The properties that Graph has to be asked for, beside those that Roster always needs. */
    public static Set<String> attributes(UserRules rules) {
        Set<String> names = new LinkedHashSet<>();
        Stream.of(rules.username(), rules.displayName(), rules.email())
                .flatMap(List::stream)
                .map(Attributes::graphName)
                .forEach(names::add);
        return names;
    }

    /** Never fails on what a directory holds. */
    public WantedAccount map(Person person) {
        try {
            String username = username(person);
            return account(person, username, verdicts.of(person.guest(), username));
        } catch (PatternGaveUp e) {
            return account(person, "", Optional.of(new Verdict(Reason.ILLEGAL_NAME, e.detail())));
        }
    }

    /** The same, with the way that led there. */
    public MappingTrace trace(Person person) {
        Origin username = origin(person, rules.username(), value -> true);
        String written = null;
        String refusal = null;
        try {
            written = username == null ? null : rewriting.apply(username.value());
            refusal = written == null ? null : usernames.refusal(written).orElse(null);
        } catch (PatternGaveUp e) {
            refusal = e.detail();
        }
        Origin shown = origin(person, rules.displayName(), this::takes);
        WantedAccount account = map(person);
        return new MappingTrace(
                username,
                written,
                refusal,
                shown == null && account.displayName() != null
                        ? new Origin("the username", account.displayName())
                        : shown,
                origin(person, rules.email(), EmailAddress::looksLike),
                verdicts.rules(person.guest(), written == null ? "" : written),
                account);
    }

    /** The rules that look at a person alone, for somebody of whom no more is known than this. */
    public List<SelectionRule> rules(boolean guest, @Nullable String username) {
        return verdicts.rules(guest, username == null ? "" : username);
    }

    private boolean takes(String name) {
        return ShownName.firstOf(List.of(name), displayNames).name() != null;
    }

    private static @Nullable Origin origin(Person person, List<String> attributes, Predicate<String> fits) {
        for (String attribute : attributes) {
            Optional<String> value =
                    Attributes.values(person, List.of(attribute)).filter(fits).findFirst();
            if (value.isPresent()) {
                return new Origin(attribute, value.get());
            }
        }
        return null;
    }

    /** Empty when there is none. */
    private String username(Person person) {
        return Attributes.values(person, rules.username())
                .findFirst()
                .map(rewriting::apply)
                .orElse("");
    }

    private WantedAccount account(Person person, String username, Optional<Verdict> verdict) {
        ShownName shown = shownName(person, username);
        String email = email(person);
        Verdict decided = verdict.or(() -> missing(shown, email)).orElse(null);
        return new WantedAccount(
                person.id(),
                usernames.refusal(username).isEmpty() ? username : null,
                shown.name(),
                email,
                person.enabled(),
                decided == null ? null : decided.reason(),
                decided == null ? shown.detail() : decided.detail());
    }

    private ShownName shownName(Person person, String username) {
        Stream<String> names = Attributes.values(person, rules.displayName());
        return ShownName.firstOf(Stream.concat(names, Stream.of(username)).toList(), displayNames);
    }

    private @Nullable String email(Person person) {
        return Attributes.values(person, rules.email())
                .filter(EmailAddress::looksLike)
                .findFirst()
                .orElse(null);
    }

    private Optional<Verdict> missing(ShownName shown, @Nullable String email) {
        if (shown.name() == null) {
            return Optional.of(new Verdict(Reason.ILLEGAL_NAME, "the product takes none of the display names"));
        }
        return email == null
                ? Optional.of(new Verdict(Reason.NO_EMAIL, "no address in " + String.join(", ", rules.email())))
                : Optional.empty();
    }
}
