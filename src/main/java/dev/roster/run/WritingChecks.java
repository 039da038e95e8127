package dev.roster.run;

import dev.roster.delivery.Variables;
import dev.roster.product.Bitbucket;
import dev.roster.settings.Target;
import dev.roster.store.RunTarget;
import java.util.Map;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** What the routes of a check make of the answers that tell whether, and where, Roster may write. */
@Component
public class WritingChecks {

    private final Bitbucket bitbucket;

    WritingChecks(Bitbucket bitbucket) {
        this.bitbucket = bitbucket;
    }

    /** Confluence showed who is in its administrators' group, or that there is no such group. */
    public void confluenceAdministrator(Exchange exchange) {
        Target target = target(exchange);
        boolean told = exchange.getMessage().getBody() != null;
        add(exchange, told ? CheckWriting.administers(target) : CheckWriting.administratorUnknown(target));
    }

    /** Jira's word on its read-only mode; nothing from a version that does not tell. */
    public void jiraMode(Exchange exchange) {
        Target target = target(exchange);
        Object answer = exchange.getMessage().getBody();
        Boolean readOnly = answer instanceof Map<?, ?> mode && mode.get("enabled") instanceof Boolean on ? on : null;
        add(exchange, CheckWriting.mode(target, readOnly));
        add(exchange, CheckWriting.unknownDirectory(target));
    }

    /** Confluence's. */
    public void confluenceMode(Exchange exchange) {
        Target target = target(exchange);
        Object answer = exchange.getMessage().getBody();
        add(exchange, CheckWriting.mode(target, answer == null ? null : "READ_ONLY".equals(answer)));
        add(exchange, CheckWriting.unknownDirectory(target));
    }

    /** Bitbucket's directories; nothing from a version that does not list them. */
    public void bitbucketDirectories(Exchange exchange) {
        Target target = target(exchange);
        Object list = exchange.getMessage().getBody();
        Object page = exchange.getVariable("accountsPage");
        if (page != null) {
            add(
                    exchange,
                    CheckWriting.directory(
                            target,
                            list == null ? null : bitbucket.activeDirectories(list),
                            bitbucket.directories(page)));
        }
    }

    private static Target target(Exchange exchange) {
        return Variables.required(exchange, "target", RunTarget.class).settings();
    }

    private static void add(Exchange exchange, Check check) {
        Variables.required(exchange, "report", CheckReport.class).add(check);
    }
}
