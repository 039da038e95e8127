package dev.roster.routes;

import java.util.List;

/** Says which routes the settings ask for, one for each connection or target. */
public interface MadeRoutes {

    /** The same ones whenever it is asked, in the order in which they are to be made. */
    List<MadeRoute> all();
}
