package dev.roster.settings.loading;

import dev.roster.settings.loading.ValueType.One;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.quartz.CronExpression;

/** Types that say when. */
final class Times {
    static final One<String> CRON = One.of("Quartz cron", Times::cron);
    static final One<ZoneId> ZONE = One.of("time zone", Times::zone);

    private Times() {}

    private static String cron(String text) throws BadValue {
        String mend = "give a Quartz cron expression (second minute hour day month weekday, one of the days '?'),"
                + " such as '0 0/15 * * * ?'";
        try {
            CronExpression.validateExpression(text);
            return text;
        } catch (ParseException e) {
            throw new BadValue("is not a cron expression: " + Plain.line(String.valueOf(e.getMessage())), mend);
        } catch (RuntimeException e) {
            // Quartz lets some of its own index and number errors through.
            throw new BadValue("is not a cron expression", mend);
        }
    }

    private static ZoneId zone(String text) throws BadValue {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new BadValue("is not a time zone", "give a name such as Europe/Berlin or UTC");
        }
    }
}
