package dev.roster.settings.loading;

import dev.roster.settings.Limit;
import dev.roster.settings.loading.ValueType.One;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.convert.DurationStyle;

/** Types that are numbers: whole numbers, limits, days. */
final class Numbers {
    private static final Pattern LIMIT = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)\\s*(%?)");

    static final One<Limit> LIMIT_TYPE = One.of("a count (50) or a share (20%)", Numbers::limit);
    static final One<Integer> DAYS = One.of("days, as in 30d", Numbers::days);

    private Numbers() {}

    static One<Integer> between(int least, int most) {
        String what = most == Integer.MAX_VALUE ? least + " or more" : least + " to " + most;
        return One.of("whole number, " + what, text -> whole(text, least, most, what));
    }

    private static int whole(String text, int least, int most, String what) throws BadValue {
        String mend = "give a whole number, " + what;
        if (!text.matches("[+-]?\\d{1,18}")) {
            throw new BadValue("is not a whole number", mend);
        }
        long number = Long.parseLong(text);
        if (number < least || number > most) {
            throw new BadValue("is out of range", mend);
        }
        return (int) number;
    }

    private static Limit limit(String text) throws BadValue {
        String mend = "give a count (50) or a share (20%)";
        Matcher matcher = LIMIT.matcher(text);
        if (!matcher.matches()) {
            throw new BadValue("is neither a count nor a share", mend);
        }
        double value = Double.parseDouble(matcher.group(1));
        boolean share = !matcher.group(2).isEmpty();
        if (share && value > 100) {
            throw new BadValue("is more than everything", "give a share from 0% to 100%");
        }
        if (!share && value != Math.rint(value)) {
            throw new BadValue("is not a whole count", mend);
        }
        return new Limit(value, share);
    }

    private static int days(String text) throws BadValue {
        String mend = "give whole days, at least one, as in 30d";
        try {
            Duration duration = DurationStyle.detectAndParse(text, ChronoUnit.DAYS);
            long days = duration.toDays();
            if (days >= 1 && days <= 36_500 && duration.equals(Duration.ofDays(days))) {
                return (int) days;
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new BadValue("is not a duration", mend);
        }
        throw new BadValue("is out of range", mend);
    }
}
