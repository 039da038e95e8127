package dev.roster.run;

import dev.roster.directory.Seats;
import dev.roster.settings.Target;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How many licence seats a product has left. */
final class CheckSeats {

    private static final String NAME = "licence seats";

    private CheckSeats() {}

    /** @param seats of the applications that limit them; null for a product that does not tell */
    static Stream<Check> of(Target target, @Nullable List<Seats> seats) {
        if (seats == null) {
            return Stream.of(Check.ok(
                    NAME,
                    target.name(),
                    "not told by " + target.product() + "; where none is left, a dead letter says so"));
        }
        return seats.isEmpty()
                ? Stream.of(Check.ok(NAME, target.name(), "not limited"))
                : seats.stream().map(each -> of(target, each));
    }

    private static Check of(Target target, Seats seats) {
        String detail = seats.application() + ": " + seats.left() + " left";
        return seats.left() > 0
                ? Check.ok(NAME, target.name(), detail)
                : Check.warn(
                        NAME,
                        target.name(),
                        detail,
                        "Nobody more gets access: deactivate people who are gone, or get a larger licence.");
    }
}
