package dev.roster.reload;

import dev.roster.reload.RoutesState.Word;
import dev.roster.routes.MadeRoutes;
import dev.roster.routes.RouteChange;
import dev.roster.routes.RouteFault;
import dev.roster.routes.RouteSet;
import dev.roster.routes.RouteTexts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What becomes of an edit of the route files: taken, kept waiting, or refused; said once for each. */
@Component
class RouteEdits {

    private static final Logger LOG = LoggerFactory.getLogger(RouteEdits.class);

    private final RouteTexts routes;
    private final MadeRoutes made;
    private final EditCheck check;
    private final RouteExchange exchange;
    private final RoutesStatus status;

    // Mutable state, of the one thread that looks.
    private @Nullable Look seen;
    private @Nullable Look waiting;
    private @Nullable Look settled;

    RouteEdits(RouteTexts routes, MadeRoutes made, EditCheck check, RouteExchange exchange, RoutesStatus status) {
        this.routes = routes;
        this.made = made;
        this.check = check;
        this.exchange = exchange;
        this.status = status;
    }

    /** One look at the files. What was not so a look before may still be half saved, and is left for the next. */
    void see(Look now) {
        boolean still = now.equals(seen);
        seen = now;
        if (still && !now.equals(settled)) {
            judge(now);
        }
    }

    private void judge(Look now) {
        List<String> files = now.differingFrom(routes.loaded());
        if (files.isEmpty()) {
            settle(now, Word.AS_IN_FILES, files, List.of());
            return;
        }
        RouteSet running = RouteSet.of(routes.loaded(), made.all());
        List<RouteFault> faults = faults(running, now);
        if (faults.isEmpty()) {
            take(running, RouteSet.of(now.texts(), made.all()), now, files);
        } else {
            LOG.warn(
                    "{} is not taken, and the routes go on as before. {}",
                    EditNews.edit(files),
                    EditNews.report(faults));
            settle(now, Word.REFUSED, files, faults);
        }
    }

    private List<RouteFault> faults(RouteSet running, Look now) {
        if (!now.faults().isEmpty() || now.equals(waiting)) {
            return now.faults();
        }
        return check.faults(running, now.texts());
    }

    private void take(RouteSet running, RouteSet edited, Look now, List<String> files) {
        RouteChange change = running.changeTo(edited);
        try {
            if (exchange.exchange(running, edited, () -> routes.load(now.texts()))) {
                LOG.info("{} is taken: {}", EditNews.edit(files), EditNews.exchanged(change));
                settle(now, Word.AS_IN_FILES, files, List.of());
            } else if (!now.equals(waiting)) {
                waiting = now;
                LOG.info("{} is taken as soon as nothing is at work", EditNews.edit(files));
                status.is(Word.WAITING, files, List.of());
            }
        } catch (ExchangeFailed e) {
            refuse(e, now, files);
        }
    }

    private void refuse(ExchangeFailed failure, Look now, List<String> files) {
        String mend = failure.restored()
                ? "correct the file; the routes from before are at work again"
                : "start Roster again; some routes are missing";
        List<RouteFault> faults = List.of(CamelFault.of(failure).somewhere(mend));
        LOG.error("{} is not taken. {}", EditNews.edit(files), EditNews.report(faults), failure);
        settle(now, failure.restored() ? Word.REFUSED : Word.BROKEN, files, faults);
    }

    private void settle(Look now, Word word, List<String> files, List<RouteFault> faults) {
        boolean first = settled == null;
        settled = now;
        waiting = null;
        if (files.isEmpty() && !first) {
            LOG.info("the route files are again as they are loaded");
        }
        if (!(files.isEmpty() && first)) {
            status.is(word, files, faults);
        }
    }
}
