package dev.roster.run;

import dev.roster.store.Standing;
import dev.roster.store.Standings;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What is to be told outside about the connections, and in which words. */
@Component
public class Notices {

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

    private final Standings standings;
    private final Clock clock;

    Notices(Standings standings, Clock clock) {
        this.standings = standings;
        this.clock = clock;
    }

    /** What nobody has been told yet. */
    public List<Standing> due() {
        return standings.all().stream()
                .filter(standing -> standing.isNews(clock.instant()))
                .toList();
    }

    /** A message that chat services show as it is, by its {@code text}, with the same in parts for programs. */
    public Map<String, Object> message(Standing standing) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("text", text(standing));
        message.put("connection", standing.connection());
        message.put("run", standing.run());
        message.put("state", standing.state().word());
        message.put("reminder", standing.isReminder());
        message.put("reason", standing.why());
        return message;
    }

    private static String text(Standing standing) {
        String why = standing.why() == null ? "" : ": " + standing.why();
        String what = switch (standing.state()) {
            case AWAITING_APPROVAL -> (standing.isReminder() ? "still waits" : "waits") + " for approval" + why;
            case FAILED -> "failed" + why;
            case COMPLETED_WITH_ERRORS -> "is through, with errors" + why;
            default -> "is through; all is well again";
        };
        return plain("Roster: run " + standing.run() + " of " + standing.connection() + " " + what);
    }

    /** Names of groups stand in it, and whoever may name a group is to call nobody and link nowhere by that. */
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    /** It stays new, and is told when the webhook can be reached again. */
    public void notTold(Standing standing, Exception failure) {
        LOG.warn(
                "the webhook could not be told that run {} of {} is {}: {}",
                standing.run(),
                standing.connection(),
                standing.state().word(),
                FailureText.of(failure));
    }
}
