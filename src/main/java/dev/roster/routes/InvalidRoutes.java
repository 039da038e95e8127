package dev.roster.routes;

import java.util.List;

/** The route files have faults; the start stops with all of them at once. */
public final class InvalidRoutes extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<RouteFault> faults;

    public InvalidRoutes(List<RouteFault> faults) {
        super("the routes have " + faults.size() + " fault" + (faults.size() == 1 ? "" : "s"));
        this.faults = List.copyOf(faults);
    }

    public List<RouteFault> faults() {
        return faults;
    }

    /** One paragraph for each fault: file and line, what is wrong and how to mend it. */
    public String report() {
        StringBuilder report = new StringBuilder(
                faults.size() == 1 ? "The routes have one fault:" : "The routes have " + faults.size() + " faults:");
        for (int i = 0; i < faults.size(); i++) {
            RouteFault fault = faults.get(i);
            report.append("\n\n%d. %s".formatted(i + 1, fault.place()))
                    .append("\n   problem: ")
                    .append(fault.problem())
                    .append("\n   mend:    ")
                    .append(fault.mend());
        }
        return report.toString();
    }
}
