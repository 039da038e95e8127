package dev.roster.run;

import dev.roster.directory.Characters;
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

    /** What nobody has been told yet by this channel. */
    public List<Standing> due(String channel) {
        return standings.all(channel).stream()
                .filter(standing -> standing.isNews(clock.instant()))
                .toList();
    }

    /** A message that chat services show as it is, by its {@code text}, with the same in parts for programs. */
    public Map<String, Object> message(Standing standing) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("text", quoted(text(standing)));
        message.put("connection", standing.connection());
        message.put("run", standing.run());
        message.put("state", standing.state().word());
        message.put("reminder", standing.isReminder());
        message.put("reason", standing.why());
        return message;
    }

    /** Short enough for a list of mails; the whole of it is the mail's body. */
    public String subject(Standing standing) {
        return text(standing.with(null));
    }

    /** The same for a mail in plain text, with what can be done about it. */
    public String mail(Standing standing) {
        return text(standing) + "\n\n" + advice(standing) + "\n";
    }

    private static String advice(Standing standing) {
        long run = standing.run();
        return switch (standing.state()) {
            case AWAITING_APPROVAL ->
                "What it would do: GET /api/runs/" + run + "/operations.csv\n"
                        + "To carry it out: the command 'approve " + run + "', or POST /api/runs/" + run + "/approve\n"
                        + "To drop it: POST /api/runs/" + run + "/reject";
            case COMPLETED -> "Nothing needs to be done.";
            default ->
                "What came of it: GET /api/runs/" + run + "\n"
                        + "What failed for good: the command 'dead-letters', or GET /api/dead-letters";
        };
    }

    private static String text(Standing standing) {
        String why = standing.why() == null ? "" : ": " + standing.why();
        String what = switch (standing.state()) {
            case AWAITING_APPROVAL -> (standing.isReminder() ? "still waits" : "waits") + " for approval" + why;
            case FAILED -> "failed" + why;
            case COMPLETED_WITH_ERRORS -> "is through, with errors" + why;
            default -> "is through; all is well again";
        };
        return line("Roster: run " + standing.run() + " of " + standing.connection() + " " + what);
    }

    /** Names of groups stand in it: none of them begins a line, or a header, of its own. */
    private static String line(String text) {
        StringBuilder line = new StringBuilder();
        text.replaceAll("\\p{Cntrl}+", " ")
                .codePoints()
                .forEach(c -> line.append(Characters.hidden(c) ? Characters.code(c) : Character.toString(c)));
        return line.toString();
    }

    /** Whoever may name a group is to call nobody and link nowhere by that in a chat. */
    private static String quoted(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** It stays new, and is told when the channel is open again. */
    public void notTold(Standing standing, String channel, Exception failure) {
        LOG.warn(
                "the {} could not be told that run {} of {} is {}: {}",
                channel.equals("mail") ? "mail server" : channel,
                standing.run(),
                standing.connection(),
                standing.state().word(),
                FailureText.of(failure));
    }
}
