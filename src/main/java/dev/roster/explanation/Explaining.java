package dev.roster.explanation;

import dev.roster.delivery.Variables;
import dev.roster.directory.Person;
import dev.roster.directory.Reason;
import dev.roster.mapping.MappingTrace;
import dev.roster.mapping.SelectionRule;
import dev.roster.plan.Candidate;
import dev.roster.run.AccountMappings;
import dev.roster.run.SyncRefused;
import dev.roster.store.CandidateRows;
import dev.roster.store.OperationOfRun;
import dev.roster.store.PersonPlan;
import dev.roster.store.PersonPlans;
import dev.roster.store.PersonQuery;
import dev.roster.store.RehearsedPlan;
import dev.roster.store.Run;
import dev.roster.store.RunTarget;
import dev.roster.store.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together, target by target, what the routes of an explanation found out. */
@Component
public class Explaining {

    private static final int HISTORY = 20;

    private final AccountMappings mappings;
    private final Seen seen;
    private final PersonQuery people;
    private final RehearsedPlan plan;
    private final PersonPlans plans;

    Explaining(AccountMappings mappings, Seen seen, PersonQuery people, RehearsedPlan plan, PersonPlans plans) {
        this.plans = plans;
        this.mappings = mappings;
        this.seen = seen;
        this.people = people;
        this.plan = plan;
    }

    /** @throws UnknownPerson when neither Graph nor Roster knows them */
    public void whom(Exchange exchange) {
        Inquiry inquiry = inquiry(exchange);
        Findings findings = findings(exchange);
        if (!findings.present() && inquiry.known() == null) {
            throw new UnknownPerson(
                    findings.live()
                            ? "nobody is known by this Entra id, user principal name or username"
                            : "Roster remembers nobody by this key, and Entra cannot be read now: " + findings.fault());
        }
        exchange.setVariable("explained", new ArrayList<TargetExplanation>());
        exchange.setVariable("planned", new ArrayList<PersonPlan>());
        exchange.setVariable(
                "managed",
                inquiry.run().targets().stream()
                        .filter(people::managesAny)
                        .map(RunTarget::no)
                        .collect(Collectors.toSet()));
    }

    /** @throws SyncRefused when Graph could not be asked: nothing is changed by what is remembered */
    public void requireLive(Exchange exchange) {
        String fault = findings(exchange).fault();
        if (fault != null) {
            throw new SyncRefused("Entra cannot be read now: " + fault);
        }
    }

    /** Whether a run has looked at the target, so that there is something to plan from. */
    public boolean isKnown(Exchange exchange) {
        return looked(target(exchange));
    }

    private boolean looked(RunTarget target) {
        return !seen.about(target).get(1).isEmpty();
    }

    /** The object id. */
    public String person(Exchange exchange) {
        Person person = findings(exchange).person();
        return person == null ? inquiry(exchange).address() : person.id();
    }

    /** The person alone, as a page of people. */
    public Seen.Page page(Exchange exchange) {
        return new Seen.Page(List.of(person(exchange)), null);
    }

    /** The body is the rows of account-candidates.sql, of which one may be about the person. */
    public void candidate(Exchange exchange) {
        String person = person(exchange);
        List<?> rows = Objects.requireNonNull(exchange.getMessage().getBody(List.class));
        rows.stream()
                .map(Explaining::row)
                .filter(row -> person.equals(row.get("person_id")))
                .findFirst()
                .ifPresent(row -> exchange.setVariable("candidate", CandidateRows.account(row)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> row(Object row) {
        return (Map<String, Object>) row;
    }

    /** One target is through. */
    @SuppressWarnings("unchecked")
    public void collect(Exchange exchange) {
        RunTarget target = target(exchange);
        Facts facts = facts(exchange, target);
        List<Step> steps = new ArrayList<>(List.of(ImportStep.of(facts), ScopeStep.of(facts), MapStep.of(facts)));
        if (facts.looked()) {
            steps.add(MatchStep.of(facts));
            steps.add(PlanStep.of(facts));
        }
        if (!inquiry(exchange).run().isImagined()) {
            Variables.required(exchange, "planned", List.class)
                    .add(plans.take(inquiry(exchange).run(), target, person(exchange)));
        }
        Variables.required(exchange, "explained", List.class)
                .add(new TargetExplanation(
                        target.settings().name(), target.product(), steps, facts.operations(), null));
    }

    @SuppressWarnings("unchecked")
    private Facts facts(Exchange exchange, RunTarget target) {
        Run run = inquiry(exchange).run();
        String id = person(exchange);
        Person person = findings(exchange).person();
        Candidate candidate = exchange.getVariable("candidate", Candidate.class);
        MappingTrace trace = person == null ? null : mappings.trace(target, person);
        String username = trace != null ? trace.account().username() : candidate == null ? null : candidate.username();
        return new Facts(
                target,
                findings(exchange),
                looked(target),
                ((Set<Integer>) Variables.required(exchange, "managed", Set.class)).contains(target.no()),
                Boolean.TRUE.equals(exchange.getVariable("byEmail", Boolean.class)),
                candidate,
                trace,
                trace != null ? trace.rules() : remembered(target, candidate),
                plan.scopeGroups(run, target, id),
                username == null ? List.of() : people.namesakes(target, id, username),
                plan.decision(run, target, id).orElse(null),
                plan.operations(run, target, id),
                plan.groups(run, target, id));
    }

    private List<SelectionRule> remembered(RunTarget target, @Nullable Candidate candidate) {
        return candidate == null
                ? List.of()
                : mappings.rules(target, candidate.verdict() == Reason.GUEST, candidate.username());
    }

    /** The whole answer, with what is remembered of earlier runs. */
    public Explanation answer(Exchange exchange) {
        Inquiry inquiry = inquiry(exchange);
        Findings findings = findings(exchange);
        String id = person(exchange);
        Person person = findings.person();
        String known = inquiry.known() == null ? null : inquiry.known().principalName();
        return new Explanation(
                inquiry.run().connection().name(),
                inquiry.key(),
                id,
                person == null ? known : person.principalName(),
                findings.live() ? "live" : "remembered",
                standing(exchange, inquiry.run(), id),
                history(inquiry.run(), id));
    }

    private List<OperationOfRun> history(Run run, String person) {
        Set<String> asked =
                run.targets().stream().map(target -> target.settings().name()).collect(Collectors.toSet());
        return people.operations(run.connectionNo(), person).stream()
                .filter(operation -> asked.contains(operation.target()))
                .limit(HISTORY)
                .toList();
    }

    private List<TargetExplanation> standing(Exchange exchange, Run run, String person) {
        List<TargetExplanation> all = new ArrayList<>();
        List<?> explained = Variables.required(exchange, "explained", List.class);
        for (int i = 0; i < explained.size(); i++) {
            all.add(((TargetExplanation) explained.get(i))
                    .standing(people.decision(run.targets().get(i), person).orElse(null)));
        }
        return all;
    }

    private static RunTarget target(Exchange exchange) {
        return Variables.required(exchange, "target", RunTarget.class);
    }

    private static Findings findings(Exchange exchange) {
        return Variables.required(exchange, "findings", Findings.class);
    }

    private static Inquiry inquiry(Exchange exchange) {
        return Variables.required(exchange, "inquiry", Inquiry.class);
    }
}
